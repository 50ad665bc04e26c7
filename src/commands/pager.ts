/** A pager for results that are longer than the screen. */
import { spawn } from 'node:child_process';

/** The program that shows pages, its arguments, and what it is told by the environment. */
export interface Pager {
  readonly command: string;
  readonly args: readonly string[];
  /** True when the words are for the shell to read: they hold quotes, variables or pipes. */
  readonly shell: boolean;
  readonly env: Readonly<Record<string, string>>;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The pager the user chose with $PAGER, else less: it goes away by itself when all fits on the screen (F), passes colours on (R) and
 * leaves what was read on the screen (X). Null where $PAGER is empty or cat, which is how people switch pagers off.
 */
export function pagerOf(env: Env): Pager | null {
  const chosen = env['PAGER']?.trim();
  const quiet = { LESSCHARSET: env['LESSCHARSET'] ?? 'utf-8' };
  if (chosen === undefined) return { command: 'less', args: ['-RFX'], shell: false, env: quiet };
  if (chosen === '' || chosen === 'cat') return null;
  const shell = /["'`|&;<>()$*?~%]/.test(chosen);
  const [command = '', ...args] = shell ? [chosen] : chosen.split(/\s+/);
  return { command, args, shell, env: { LESS: env['LESS'] ?? 'RFX', ...quiet } };
}

/**
 * Gives a text to a pager and waits until it is closed. False when there is no such program, and nothing was shown. Who closes it
 * before the end has seen enough: no failure.
 */
export async function showIn({ command, args, shell, env }: Pager, text: string, outer: Env): Promise<boolean> {
  const resume = leaveInterruptsAlone();
  try {
    return await new Promise<boolean>((resolve) => {
      const child = spawn(command, [...args], { shell, stdio: ['pipe', 'inherit', 'inherit'], env: { ...outer, ...env } });
      child.on('error', () => resolve(false));
      // A shell says with these that it found no such program.
      child.on('close', (code) => resolve(!(shell && (code === 127 || code === 126 || code === 9009))));
      child.stdin.on('error', () => {});
      child.stdin.end(text);
    });
  } finally {
    resume();
  }
}

// Ctrl-C inside a pager is for the pager: edchat must not leave the terminal to two programs.
function leaveInterruptsAlone(): () => void {
  const own = process.rawListeners('SIGINT') as NodeJS.SignalsListener[];
  const ignore = (): void => {};
  process.removeAllListeners('SIGINT').on('SIGINT', ignore);
  return () => {
    process.off('SIGINT', ignore);
    for (const listener of own) process.on('SIGINT', listener);
  };
}
