// The file that a recipient gave for a filing: of which kinds it may be, and that it is what it says it is.

/** Largest file in bytes. */
export const RECEIPT_BYTES = 10 * 1024 * 1024;

export const RECEIPT_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'message/rfc822'] as const;
type ReceiptType = (typeof RECEIPT_TYPES)[number];

export interface ReceiptFile {
  readonly name: string;
  readonly type: ReceiptType;
  readonly content: Uint8Array;
}

/** What is wrong with it, in words for whoever sends it; undefined where nothing is. */
export function receiptFault({ type, content }: Omit<ReceiptFile, 'name'>): string | undefined {
  if (content.length === 0) return 'it is empty';
  if (content.length > RECEIPT_BYTES) return 'it is larger than 10 MiB';
  return isOfType[type](content)
    ? undefined
    : `it is not what ${type} looks like; send the file as the recipient gave it`;
}

/** By the bytes with which such a file begins: ISO 32000-2 7.5.2, PNG (ISO/IEC 15948) 5.2, JPEG (ITU-T T.81) B.1.1.3. */
const isOfType: Readonly<Record<ReceiptType, (content: Uint8Array) => boolean>> = {
  'application/pdf': (content) => Buffer.from(content.subarray(0, 1024)).includes('%PDF-'),
  'image/png': (content) => beginsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/jpeg': (content) => beginsWith(content, [0xff, 0xd8, 0xff]),
  'text/plain': isText,
  // RFC 5322, section 2.2: a message begins with the name of a header field, which is printable ASCII without a colon.
  'message/rfc822': (content) =>
    isText(content) && /^[!-9;-~]+:/.test(Buffer.from(content.subarray(0, 200)).toString()),
};

function beginsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}

/** UTF-8 or an encoding of the Latin family: no byte that only binary files have. */
function isText(content: Uint8Array): boolean {
  return !content.includes(0);
}
