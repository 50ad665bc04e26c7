/** A sign of life while something takes its time. */
import { fit } from './layout.ts';
import { harmless } from './safe.ts';
import type { Look } from './terminal.ts';

/** A line that says what is going on, and goes away. */
export interface Progress {
  readonly update: (text: string) => void;
  /** Takes the line away for good; may be called twice. */
  readonly stop: () => void;
}

/** A terminal is a whole stream. */
type Stream = { readonly isTTY?: boolean; readonly columns?: number };

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

// Work that never waits gives the spinner's own timer no turn: it is drawn with the updates, too.
const FRAME = 80;

/**
 * A spinner on a terminal, nothing anywhere else. `look` is that of `stream`, usually standard error: standard output may be
 * a file while a person still watches.
 */
export function progress(look: Look, stream: Stream): Progress {
  // Of a terminal that does not know its width, the spinner would take every line for endless ones and erase them one by one.
  return look.colour && stream.isTTY === true && stream.columns !== 0 ? spinning(look, stream) : SILENT;
}

function spinning(look: Look, stream: Stream): Progress {
  let [text, stopped, drawn] = ['', false, 0];
  let spinner: import('ora').Ora | undefined;
  // Loaded on the first update, while the work goes on: a command that is done at once never pays for it.
  const begin = once(async () => {
    const { default: ora } = await import('ora');
    // Standard input may be the export that is being read.
    if (!stopped) spinner = ora({ text, stream: stream as NodeJS.WriteStream, isEnabled: true, discardStdin: false }).start();
  });
  const update = (words: string): void => {
    if (stopped) return;
    text = fit(harmless(words), look.width - 4);
    // A spinner is never worth a failure.
    begin().catch(() => undefined);
    if (spinner === undefined) return;
    spinner.text = text;
    if (Date.now() - drawn < FRAME) return;
    drawn = Date.now();
    spinner.render();
  };
  const stop = (): void => {
    stopped = true;
    spinner?.stop();
  };
  return { update, stop };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}
