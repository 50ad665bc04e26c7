/** Arguments -> one search. The shell has taken the quotes away; what they held together can still be seen. */

/**
 * The search that the arguments spell. A sole argument is a search as it stands. Among several, one with a space was
 * quoted on purpose: it is a phrase, with its `-` or `name:` before it, unless it brings quotes or brackets of its own.
 */
export function joinArguments(args: readonly string[]): string {
  return args.length === 1
    ? (args[0] ?? '')
    : args
        .map(quotedAgain)
        .filter((arg) => arg !== '')
        .join(' ');
}

/** The phrase a sole argument of plain words may have meant (`"growth mindset"`), for a hint; null when there is no doubt. */
export function phraseMeant(args: readonly string[]): string | null {
  const [only = ''] = args;
  const plain = args.length === 1 && /^[\p{L}\p{N}'’-]+(?:\s+[\p{L}\p{N}'’-]+)+$/u.test(only.trim());
  return plain && !/\b(?:OR|AND|NOT)\b|(?:^|\s)-/.test(only) ? `"${only.trim()}"` : null;
}

function quotedAgain(arg: string): string {
  const trimmed = arg.trim();
  if (!/\s/.test(trimmed) || /["“”„]/.test(trimmed)) return trimmed;
  const [, before = '', rest = ''] = /^([-~]?(?:[a-z_]+:)?)\s*([^]*)$/i.exec(trimmed) ?? [];
  return /^[({]/.test(rest) ? trimmed : `${before}"${rest}"`;
}
