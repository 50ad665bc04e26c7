/** The exit codes of the command line, by meaning. */
export const EXIT = { done: 0, nothing: 1, usage: 2, interrupted: 130 } as const;

/** A message meant for the reader: what, where, then what to do. Everything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: number;

  constructor(message: string, options: { readonly exitCode?: number; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitCode = options.exitCode ?? EXIT.usage;
  }
}

/** The sentence for a question that has no answer in the archive: exit code 1, not a wrong use. */
export function nothingFound(message: string): UserError {
  return new UserError(message, { exitCode: EXIT.nothing });
}

/** Whether the reader of our output went away, as `| head` does: not a failure. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
