// Steps of a time stamp's verification: whose certificate it is, and that this certificate's key signed the content.
import { hash, type VerifyKeyObjectInput, verify } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { IssuerAndSerialNumber } from 'pkijs';
import { hashOf, signatureAlgorithmOf } from './algorithms.ts';
import { type TimeStampFault, timeStampFault } from './fault.ts';
import { attributeOf, type TimeStampToken, type TokenCertificate } from './token.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';
/** RFC 2634: a SHA-1 of the certificate; RFC 5035: a hash of choice, SHA-256 where none is named. */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** The certificate that the token says it is signed with, by both of the ways in which it says so. */
export function signerCertificate(token: TimeStampToken): TokenCertificate | TimeStampFault {
  const named = token.certificates.find((certificate) => isNamed(certificate, token));
  if (named === undefined) return timeStampFault('no-certificate', 'the certificate of its signer is not in it');
  // RFC 3161, section 2.4.2: without this attribute another certificate for the same key could be put in its place.
  return isBound(named, token)
    ? named
    : timeStampFault('no-certificate', 'the signed hash of its certificate is missing or another one');
}

/** The signed attributes are those of this content, and the certificate's key signed them (RFC 5652, section 5.6). */
export function checkSignature(token: TimeStampToken, { x509 }: TokenCertificate): TimeStampFault | undefined {
  const { signer, attributes, content, signedAttributes } = token;
  const digest = hashOf(signer.digestAlgorithm);
  const algorithm = signatureAlgorithmOf(signer.signatureAlgorithm, signer.digestAlgorithm);
  if (digest === undefined || algorithm === undefined) {
    return timeStampFault('unsupported-algorithm', 'it is signed with an algorithm that is not taken here');
  }
  const type = attributeOf(attributes, CONTENT_TYPE);
  const told = attributeOf(attributes, MESSAGE_DIGEST);
  const isOfContent =
    type instanceof ObjectIdentifier &&
    type.getValue() === TST_INFO &&
    told instanceof OctetString &&
    Buffer.from(told.getValue()).equals(hash(digest, content, 'buffer'));
  if (!isOfContent) return timeStampFault('bad-signature', 'its signed attributes are not those of its content');
  const signature = Buffer.from(signer.signature.getValue());
  return holds(algorithm.hash, signedAttributes, { key: x509.publicKey, ...algorithm.options }, signature)
    ? undefined
    : timeStampFault('bad-signature', 'its signature is not that of its certificate');
}

function holds(digest: string | undefined, data: Buffer, key: VerifyKeyObjectInput, signature: Buffer): boolean {
  try {
    return verify(digest, data, key, signature);
  } catch {
    // OpenSSL throws for a key that does not fit the algorithm.
    return false;
  }
}

function isNamed({ parsed }: TokenCertificate, { signer: { sid } }: TimeStampToken): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return parsed.issuer.isEqual(sid.issuer) && parsed.serialNumber.isEqual(sid.serialNumber);
  }
  const own = parsed.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER)?.parsedValue;
  return own instanceof OctetString && sid.idBlock.tagClass === 3 && Buffer.from(own.getValue()).equals(keyIdIn(sid));
}

/** [0] IMPLICIT OCTET STRING, as most write it, and the explicit form that some do. */
function keyIdIn(sid: { valueBlock: { valueHexView?: Uint8Array; value?: unknown } }): Buffer {
  const [inner] = Array.isArray(sid.valueBlock.value) ? sid.valueBlock.value : [];
  if (inner instanceof OctetString) return Buffer.from(inner.getValue());
  return Buffer.from(sid.valueBlock.valueHexView ?? []);
}

function isBound({ x509 }: TokenCertificate, { attributes }: TimeStampToken): boolean {
  const second = certificateHash(attributeOf(attributes, SIGNING_CERTIFICATE_V2));
  if (second !== undefined) return second.equals(hash(hashNamed(second), x509.raw, 'buffer'));
  return (
    certificateHash(attributeOf(attributes, SIGNING_CERTIFICATE))?.equals(hash('sha1', x509.raw, 'buffer')) ?? false
  );
}

/** The hash in the first ESSCertID or ESSCertIDv2: SigningCertificate → certs → first → the octet string in it. */
function certificateHash(attribute: unknown): Buffer | undefined {
  const [certificates] = attribute instanceof Sequence ? attribute.valueBlock.value : [];
  const [first] = certificates instanceof Sequence ? certificates.valueBlock.value : [];
  const fields = first instanceof Sequence ? first.valueBlock.value : [];
  const found = fields.find((field) => field instanceof OctetString);
  return found instanceof OctetString ? Buffer.from(found.getValue()) : undefined;
}

/** The length tells the hash: an algorithm that is told and does not fit its length would not verify anyway. */
function hashNamed({ length }: Buffer): string {
  return length === 64 ? 'sha512' : length === 48 ? 'sha384' : 'sha256';
}
