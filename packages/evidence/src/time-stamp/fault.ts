// Why a time stamp proves nothing, as a closed set.

export type TimeStampCode =
  /** Not the DER of a token with one signer. */
  | 'malformed'
  /** The authority answered and gave no token. */
  | 'refused'
  /** It is for other bytes. */
  | 'wrong-imprint'
  /** It answers another question, maybe an older one. */
  | 'wrong-nonce'
  /** An algorithm that is broken or not known here. */
  | 'unsupported-algorithm'
  /** The signer's certificate is not in it, or not the one that it names. */
  | 'no-certificate'
  | 'bad-signature'
  /** The certificate is not one for time stamps alone. */
  | 'wrong-purpose'
  /** A certificate was not valid at the time that is told. */
  | 'certificate-expired'
  /** No path of certificates leads to a root that is trusted here. */
  | 'untrusted-root';

export interface TimeStampFault {
  readonly code: TimeStampCode;
  readonly message: string;
  readonly remedy: string;
}

export const TIME_STAMP_REMEDIES: Record<TimeStampCode, string> = {
  malformed: 'ask the authority again; if it stays, it does not speak RFC 3161',
  refused: 'read the reason, and ask again or ask another authority',
  'wrong-imprint': 'ask for a time stamp on these bytes',
  'wrong-nonce': 'ask again; if it stays, somebody answers in the place of the authority',
  'unsupported-algorithm': 'use an authority that signs with SHA-256 or better',
  'no-certificate': 'use an authority that sends its certificate when it is asked to',
  'bad-signature': 'do not rely on this time stamp; ask for a new one',
  'wrong-purpose':
    'use the certificate of a time-stamping authority, with timeStamping as its only and critical purpose',
  'certificate-expired': 'use an authority whose certificate is valid',
  'untrusted-root': 'give the root certificate of the authority, if you trust it',
};

export function timeStampFault(code: TimeStampCode, message: string): TimeStampFault {
  return { code, message, remedy: TIME_STAMP_REMEDIES[code] };
}
