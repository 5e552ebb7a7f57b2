// Percent signs: RFC 3986, %uHHHH of ECMAScript's escape() and IIS, and bytes that are no UTF-8: overlong forms, which some servers
// accept and filters do not know (RFC 3629, section 10), and Latin-1.

const RUN = /(?:%[0-9a-fA-F]{2})+|%u[0-9a-fA-F]{4}/g;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export interface Decoded {
  readonly text: string;
  /** Whether a sign was written in more bytes than it needs, which no honest encoder does. */
  readonly isOverlong: boolean;
}

/** Decodes once. Percent signs that are no encoding stay as they are. */
export function percentDecoded(text: string): Decoded {
  let isOverlong = false;
  if (!text.includes('%')) return { text, isOverlong };
  const decoded = text.replace(RUN, (run) => {
    if (run[1] === 'u') return narrowed(String.fromCharCode(Number.parseInt(run.slice(2), 16)));
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    if (bytes.every((byte) => byte < 0x80)) return bytes.toString('latin1');
    try {
      return UTF8.decode(bytes);
    } catch {
      const read = lenient(bytes);
      isOverlong ||= read.isOverlong;
      return read.text;
    }
  });
  return { text: decoded, isOverlong };
}

/** Full-width forms, which databases and file systems fold to ASCII. */
function narrowed(sign: string): string {
  const code = sign.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}

function lenient(bytes: Buffer): Decoded {
  let text = '';
  let isOverlong = false;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    const rest = [...bytes.subarray(at + 1, at + length)];
    const isSequence = length > 1 && lead < 0xf8 && rest.length === length - 1 && rest.every((byte) => byte >> 6 === 2);
    if (!isSequence) {
      text += String.fromCharCode(lead);
      at += 1;
      continue;
    }
    const point = rest.reduce((all, byte) => (all << 6) | (byte & 0x3f), lead & (0x7f >> length));
    if (point < 0x80) isOverlong = true;
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    at += length;
  }
  return { text, isOverlong };
}
