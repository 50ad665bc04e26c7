/** What an error of a socket, of TLS or of HTTP means. */
import { errors } from 'undici';
import { cleanLine } from './line.ts';
import type { FailureReason } from './visit.ts';

const MESSAGE = 200;
// A machine without IPv6 cannot reach those addresses of a server; what its others say counts.
const UNREACHABLE = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN']);

// undici 7 means to give these errors a code, and leaves it undefined.
const NO_HTTP = 'HPE';

const REASONS: readonly (readonly [code: RegExp, reason: FailureReason])[] = [
  [/^ENOTFOUND$/, 'dns-not-found'],
  [/^(?:EAI_|ESERVFAIL|EREFUSED|ENODATA|ENOTIMP|EFORMERR|EBADRESP|EBADNAME)/, 'dns'],
  [/^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^(?:ECONNREFUSED|EACCES|EPERM)$/, 'refused-connection'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
  [/HEADERS?_OVERFLOW$/, 'too-large'],
  [/^(?:EPROTO|ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|CRL_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/, 'tls'],
  [/SELF_SIGNED|HOSTNAME_MISMATCH|SIGNATURE_FAILURE/, 'tls'],
];

/** Why no answer came, and the words for a log; null for an error that no server can cause, which is a bug of ours. */
export function failureOf(thrown: unknown): { readonly reason: FailureReason; readonly message: string } | null {
  const error = worstOf(thrown);
  const code = codeOf(error) ?? (error instanceof errors.HTTPParserError ? NO_HTTP : null);
  if (!(error instanceof Error) || code === null) return null;
  return { reason: reasonOf(code), message: cleanLine(error.message || code, MESSAGE) };
}

function reasonOf(code: string): FailureReason {
  if (UNREACHABLE.has(code)) return 'unreachable';
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'protocol';
}

// A server with several addresses fails once for each.
function worstOf(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error;
  const each: readonly unknown[] = error.errors;
  return each.find((one) => !UNREACHABLE.has(codeOf(one) ?? '')) ?? each[0] ?? error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
