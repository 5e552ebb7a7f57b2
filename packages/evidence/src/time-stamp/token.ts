// Reads a time-stamp token: CMS SignedData (RFC 5652) around a TSTInfo (RFC 3161, section 2.4.2). All of it is foreign: what is
// returned has the right form and proves nothing yet.
import { X509Certificate } from 'node:crypto';
import { type BaseBlock, Constructed, fromBER, Sequence } from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Attribute,
  Certificate,
  ContentInfo,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';
import { type TimeStampFault, timeStampFault } from './fault.ts';

export interface TokenCertificate {
  readonly x509: X509Certificate;
  /** The same, with its extensions and their critical flags, which node:crypto does not tell. */
  readonly parsed: Certificate;
}

export interface TimeStampToken {
  /** DER of the TSTInfo: what is signed, by way of the signed attributes. */
  readonly content: Buffer;
  readonly info: {
    readonly imprintAlgorithm: AlgorithmIdentifier;
    readonly imprint: Buffer;
    readonly nonce: Buffer | undefined;
    /** When the authority says that it saw the imprint. */
    readonly time: Date;
  };
  readonly signer: SignerInfo;
  /** DER of the signed attributes as the set that is signed (RFC 5652, section 5.4). */
  readonly signedAttributes: Buffer;
  readonly attributes: readonly Attribute[];
  readonly certificates: readonly TokenCertificate[];
}

/** A token is some kilobytes; a larger one is an attack on memory. */
export const LONGEST_TOKEN = 64 * 1024;
/** Each certificate costs signature checks. */
const MOST_CERTIFICATES = 16;

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export function parseToken(der: Uint8Array): TimeStampToken | TimeStampFault {
  if (der.length > LONGEST_TOKEN) return timeStampFault('malformed', 'the token is too large');
  try {
    return readToken(der);
  } catch {
    // Any failure of the parser means that the bytes are not a token; its own words may quote them.
    return timeStampFault('malformed', 'it is not the DER of a time-stamp token');
  }
}

function readToken(der: Uint8Array): TimeStampToken | TimeStampFault {
  const { result, offset } = fromBER(der);
  if (offset !== der.length) return timeStampFault('malformed', 'it is not one whole DER value');
  const { contentType, content } = new ContentInfo({ schema: result });
  if (contentType !== SIGNED_DATA) return timeStampFault('malformed', 'it is not CMS SignedData');
  // Before the schema is read, since reading takes the structure apart.
  const certificates = certificatesIn(content);
  const signed = new SignedData({ schema: content });
  const [signer, ...others] = signed.signerInfos;
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== TST_INFO || eContent === undefined) return timeStampFault('malformed', 'it holds no TSTInfo');
  // RFC 3161, section 2.4.2: no signature but that of the authority.
  if (signer?.signedAttrs === undefined || others.length > 0) {
    return timeStampFault('malformed', 'it has not one signer with signed attributes');
  }
  const bytes = Buffer.from(eContent.getValue());
  return {
    content: bytes,
    info: readInfo(bytes),
    signer,
    signedAttributes: Buffer.from(signer.signedAttrs.encodedValue),
    attributes: signer.signedAttrs.attributes,
    certificates,
  };
}

function readInfo(content: Buffer): TimeStampToken['info'] {
  const { result, offset } = fromBER(content);
  if (offset !== content.length) throw new RangeError('bytes stand after the TSTInfo');
  const { messageImprint, nonce, genTime, version } = new TSTInfo({ schema: result });
  if (version !== 1 || Number.isNaN(genTime.getTime())) throw new RangeError('not a TSTInfo of version 1');
  return {
    imprintAlgorithm: messageImprint.hashAlgorithm,
    imprint: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView),
    nonce: nonce && Buffer.from(nonce.valueBlock.valueHexView),
    time: genTime,
  };
}

/** The bytes of the certificates as they stand: encoding them anew could change what is signed. */
function certificatesIn(signedData: BaseBlock): TokenCertificate[] {
  if (!(signedData instanceof Sequence)) throw new RangeError('not SignedData');
  const set = signedData.valueBlock.value.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  const all = set instanceof Constructed ? set.valueBlock.value : [];
  if (all.length > MOST_CERTIFICATES) throw new RangeError('too many certificates');
  return all.map((certificate) => readCertificate(Buffer.from(certificate.valueBeforeDecodeView)));
}

/** @throws where the bytes are no certificate */
export function readCertificate(der: Buffer): TokenCertificate {
  return { x509: new X509Certificate(der), parsed: Certificate.fromBER(der) };
}

/** The value of an attribute that has to be there once, with one value; undefined otherwise. */
export function attributeOf(attributes: readonly Attribute[], type: string): BaseBlock | undefined {
  const [only, ...others] = attributes.filter((attribute) => attribute.type === type);
  const values: readonly BaseBlock[] = only?.values ?? [];
  return others.length === 0 && values.length === 1 ? values[0] : undefined;
}
