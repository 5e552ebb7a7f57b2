// The algorithms that a time stamp may be made with. SHA-1 and MD5 are not among them: two texts with one hash can be made.
import { constants, type VerifyKeyObjectInput } from 'node:crypto';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Signature algorithms that name their hash: RFC 8017 (RSA), RFC 5758 (ECDSA). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** The name of a hash in node:crypto; undefined for one that is not taken here. */
export function hashOf({ algorithmId }: AlgorithmIdentifier): string | undefined {
  return HASHES[algorithmId];
}

export interface SignatureAlgorithm {
  /** Undefined where the algorithm hashes by itself. */
  readonly hash: string | undefined;
  readonly options: Pick<VerifyKeyObjectInput, 'padding' | 'saltLength'>;
}

/** How to verify; undefined for an algorithm that is not taken here. @param digest of the signer, for RSA that names no hash */
export function signatureAlgorithmOf(
  algorithm: AlgorithmIdentifier,
  digest: AlgorithmIdentifier,
): SignatureAlgorithm | undefined {
  const { algorithmId } = algorithm;
  if (algorithmId === ED25519) return { hash: undefined, options: {} };
  if (algorithmId === RSA_PSS) return pssOf(algorithm);
  const hash = algorithmId === RSA ? hashOf(digest) : SIGNATURES[algorithmId];
  return hash === undefined ? undefined : { hash, options: {} };
}

/** Whether a certificate is signed with an algorithm that is taken here. */
export function isSoundSignature(algorithm: AlgorithmIdentifier): boolean {
  return signatureAlgorithmOf(algorithm, new AlgorithmIdentifier()) !== undefined;
}

/** RFC 4055, section 3.1. The mask is made with the same hash, as every authority does; another one fails to verify. */
function pssOf({ algorithmParams }: AlgorithmIdentifier): SignatureAlgorithm | undefined {
  try {
    const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithmParams });
    const hash = hashOf(hashAlgorithm);
    return hash === undefined ? undefined : { hash, options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } };
  } catch {
    // Foreign parameters of another form are an algorithm that is not known here.
    return undefined;
  }
}
