// The question to a time-stamping authority: TimeStampReq of RFC 3161, section 2.4.1.
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { SHA256 } from './algorithms.ts';

const NONCE_BYTES = 8;

/**
 * The DER of a request that asks for the certificate too.
 *
 * @param imprint SHA-256 of what is to be stamped
 * @param nonce see `nonceOf`
 */
export function timeStampRequest(imprint: Uint8Array, nonce: Uint8Array): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: arrayBufferOf(imprint) }),
    }),
    nonce: new Integer({ valueHex: arrayBufferOf(nonce) }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER());
}

/** Eight bytes of chance as a positive integer with one encoding: neither a sign nor leading zeros. */
export function nonceOf(random: (bytes: number) => Uint8Array): Buffer {
  const bytes = Buffer.from(random(NONCE_BYTES));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
