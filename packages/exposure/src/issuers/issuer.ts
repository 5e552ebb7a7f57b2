// An issuer of secrets that can be asked whether it still accepts one: what is sent to it, and how each of its answers is read.

/**
 * What an issuer's answer tells: it accepts the secret; it accepts it, but not for this question or not from here; it does not accept it
 * any more; or the answer does not tell.
 */
export type Verdict = 'live' | 'restricted' | 'revoked' | 'cannot tell';

/** One of the pieces that a secret consists of: most have one, a pair of keys has two. */
export interface SecretPart {
  /** Stands in the request as `{name}`. */
  readonly name: string;
  /** In words, as in "secret access key". */
  readonly title: string;
  /** Entries of the catalogue of secrets whose form it has; empty for what is no secret by itself. */
  readonly kinds: readonly string[];
  /** Its form where the catalogue has none, or what of the catalogue's forms this issuer can be asked about. */
  readonly form?: RegExp;
  /** Where the request wants only some of its characters: named groups, which stand in the request under their own names. */
  readonly fields?: RegExp;
}

/** The one request that is sent. Its values may hold `{name}` of a part. */
export interface IssuerRequest {
  /** Reading only; POST, without a body, where the issuer documents the question so. */
  readonly method: 'GET' | 'POST';
  /** The one host that is connected to, on port 443. */
  readonly host: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Basic authentication, RFC 7617. */
  readonly basic?: { readonly user: string; readonly password: string };
  /** Signed with AWS Signature Version 4: the parts `id`, `secret` and, of temporary keys, `session`. */
  readonly signed?: { readonly service: string; readonly region: string };
}

/** An answer, cut to what rules look at. */
export interface Answer {
  readonly status: number;
  /** The value of a header, empty where there is none. */
  readonly header: (name: string) => string;
  /** The body as JSON, undefined where it is none. */
  readonly json: unknown;
  readonly text: string;
}

/** How one kind of answer is read. The first rule that fits decides; where none does, the answer does not tell. */
export interface AnswerRule {
  readonly status: number;
  /** Values in the JSON body by their path, as in `error.code`; a list allows any of its values. */
  readonly where?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
  /** What the body has to hold, where it has no value at a fixed place. */
  readonly holds?: RegExp;
  readonly verdict: Verdict;
  /** What that means, as the end of a sentence that begins with the secret. */
  readonly means: string;
}

/** An answer as the issuer documents it, and what it has to be read as. */
interface IssuerExample {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly verdict: Verdict;
  readonly scopes?: readonly string[];
}

export interface Issuer {
  /** As it is named on the command line. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly [SecretPart, ...SecretPart[]];
  readonly request: IssuerRequest;
  readonly answers: readonly AnswerRule[];
  /** What the secret may do, as far as the answer says so in words of the issuer's own. Never a name, an address or an id. */
  readonly scopes?: (answer: Answer) => readonly unknown[];
  /** What its answers do not tell: another region, a server of one's own. */
  readonly caveat?: string;
  /** The issuer's own page about the request. */
  readonly source: string;
  /** One of each kind of answer; a test reads them through a real connection. */
  readonly examples: readonly IssuerExample[];
}
