/** What came of asking a stranger's server for a page. */

/** A server answered, whatever it said. */
interface Answered {
  readonly kind: 'answered';
  /** The HTTP status of the last answer; no redirect that could be followed. */
  readonly status: number;
  /** The address that answered: the last of `hops`. */
  readonly finalUrl: string;
  /** Every address of the way in order, the one asked for first. */
  readonly hops: readonly string[];
  /** Whether there was a redirect, and all of them are for good (301, 308). */
  readonly permanent: boolean;
  /** The header as it was sent. */
  readonly contentType: string | null;
  /** The unpacked beginning of the body; null when none was asked for, or it is no text, or packed in an unknown way. */
  readonly body: Buffer | null;
  /** Whether reading ended before the body did: at a limit, at the end of a page's head, or because it broke off. */
  readonly bodyCut: boolean;
}

/** An address that is never asked, by the rules of this program; the last of `hops`. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'address' | 'scheme' | 'credentials';
  readonly url: string;
  readonly hops: readonly string[];
}

/** What kept a server from answering. `unreachable` may be this machine's own lack of a network. */
export type FailureReason =
  | 'dns-not-found'
  | 'dns'
  | 'timeout'
  | 'tls'
  | 'refused-connection'
  | 'unreachable'
  | 'reset'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'too-large'
  | 'protocol';

/** The way led to an address that was not to be asked: the last of `hops`, and `finalUrl`. */
interface Led {
  readonly kind: 'led';
  readonly finalUrl: string;
  readonly hops: readonly string[];
}

/** No answer came from the last of `hops`. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly hops: readonly string[];
  /** For a log, on one line. */
  readonly message: string;
}

/** What came of a visit. */
export type Visit = Answered | Led | Refused | Failed;
