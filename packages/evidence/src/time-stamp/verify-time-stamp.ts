// Verifies a time stamp of RFC 3161: that an authority saw a hash, and when. The list of steps is the function.
import { SHA256 } from './algorithms.ts';
import { checkPath } from './certificate-path.ts';
import { type TimeStampFault, timeStampFault } from './fault.ts';
import { checkPurpose, checkValidity } from './purpose.ts';
import { checkSignature, signerCertificate } from './signature.ts';
import { parseToken, readCertificate, type TimeStampToken, type TokenCertificate } from './token.ts';

export interface TimeStamp {
  /** When the authority says that it saw the imprint, as milliseconds since 1970. */
  readonly at: number;
  /** Subject of the authority's certificate, on one line. */
  readonly authority: string;
  /** Whether its certificate was followed to a trusted root. */
  readonly isTrusted: boolean;
}

export interface ExpectedTimeStamp {
  /** SHA-256 of what was to be stamped. */
  readonly imprint: Uint8Array;
  /** Of the request, while its answer is awaited; a stored token is verified without it. */
  readonly nonce?: Uint8Array;
  /** Trusted certificates. Without any, everything but trust is verified. */
  readonly roots?: readonly TokenCertificate[];
}

/** @param token DER of a TimeStampToken; not trusted in any way */
export function verifyTimeStamp(token: Uint8Array, expected: ExpectedTimeStamp): TimeStamp | TimeStampFault {
  const parsed = parseToken(token);
  if ('code' in parsed) return parsed;
  const signer = signerCertificate(parsed);
  if ('code' in signer) return signer;
  const fault =
    checkImprint(parsed, expected) ??
    checkNonce(parsed, expected) ??
    checkSignature(parsed, signer) ??
    checkPurpose(signer) ??
    checkValidity(signer, parsed) ??
    (expected.roots && checkPath(signer, parsed, expected.roots));
  return fault ?? timeStampOf(parsed, signer, expected);
}

function checkImprint({ info }: TimeStampToken, { imprint }: ExpectedTimeStamp): TimeStampFault | undefined {
  const isOurs = info.imprintAlgorithm.algorithmId === SHA256 && info.imprint.equals(imprint);
  return isOurs ? undefined : timeStampFault('wrong-imprint', 'the time stamp is for other bytes');
}

function checkNonce({ info }: TimeStampToken, { nonce }: ExpectedTimeStamp): TimeStampFault | undefined {
  if (nonce === undefined || info.nonce?.equals(nonce)) return undefined;
  return timeStampFault('wrong-nonce', 'the time stamp answers another question');
}

function timeStampOf({ info }: TimeStampToken, { x509 }: TokenCertificate, { roots }: ExpectedTimeStamp): TimeStamp {
  return {
    at: info.time.getTime(),
    authority: x509.subject?.replaceAll(/[\n\p{Cc}]+/gu, ', ') ?? '',
    isTrusted: roots !== undefined,
  };
}

const LARGEST_BUNDLE = 1 << 20;

/** The certificates of a PEM file; undefined where it holds none or one that cannot be read. */
export function readRoots(pem: string): TokenCertificate[] | undefined {
  if (pem.length > LARGEST_BUNDLE) return undefined;
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  try {
    const certificates = blocks.map((block) =>
      readCertificate(Buffer.from(block.replaceAll(/-----[^-]+-----/g, ''), 'base64')),
    );
    return certificates.length > 0 ? certificates : undefined;
  } catch {
    // A block that is no certificate: the file is not a bundle of roots.
    return undefined;
  }
}
