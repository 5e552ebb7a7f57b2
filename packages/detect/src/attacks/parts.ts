// What a body is made of: names and values of JSON and of forms, attributes and texts of XML, each of which is a value of its own.
const MAX_PARTS = 200;
const MAX_DOCUMENT = 256 * 1024;
const MAX_DEPTH = 32;
const FORM = /^[\w.[\]%+-]{1,100}=[^\r\n]*$/;

export interface Parts {
  readonly parts: readonly string[];
  /** It is a document whose own signs are no part of any value. */
  readonly isDocument: boolean;
}

/** The values inside of a body; none where it is a single value itself. */
export function partsOf(body: string): Parts {
  const boundary = /^\s{0,8}(--[^\r\n]{1,100})\r?\nContent-Disposition:/i.exec(body)?.[1];
  if (boundary !== undefined) return { parts: ofMultipart(body, boundary), isDocument: true };
  const first = /^\s{0,64}([{["<])/.exec(body)?.[1];
  const inside = first === '<' ? ofXml(body) : first === undefined ? undefined : ofJson(body);
  if (inside !== undefined) return { parts: inside, isDocument: true };
  return { parts: first === undefined && FORM.test(body) ? ofForm(body) : [], isDocument: false };
}

/** RFC 7578: names, names of files, and what is sent under them. */
function ofMultipart(body: string, boundary: string): readonly string[] {
  return body
    .slice(0, MAX_DOCUMENT)
    .split(boundary, MAX_PARTS)
    .flatMap((part) => {
      const end = /\r?\n\r?\n/.exec(part);
      const head = part.slice(0, end?.index ?? part.length);
      const names = [...head.matchAll(/\bname\*?="?([^"\r\n;]{1,1000})/gi)].map((found) => found[1] ?? '');
      const files = [...head.matchAll(/\bfilename\*?="?([^"\r\n;]{1,1000})/gi)].map((found) => found[1] ?? '');
      const content = end === null ? '' : part.slice(end.index + end[0].length).trim();
      return [...names, ...files, content].filter((value) => value !== '');
    });
}

/** The names and values of `a=1&b=2`, as they are written. */
function ofForm(text: string): readonly string[] {
  return text
    .split('&', MAX_PARTS)
    .flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
    })
    .filter((part) => part !== '');
}

function ofJson(body: string): readonly string[] | undefined {
  if (body.length > MAX_DOCUMENT) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // What is no JSON is read as a text.
    return undefined;
  }
  const parts: string[] = [];
  collect(value, 0, parts);
  return parts;
}

function collect(value: unknown, depth: number, parts: string[]): void {
  if (parts.length >= MAX_PARTS || depth > MAX_DEPTH) return;
  if (typeof value === 'string') parts.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, parts);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) {
      parts.push(name);
      collect(item, depth + 1, parts);
    }
}

function ofXml(body: string): readonly string[] | undefined {
  if (!/^\s{0,64}<\?xml\s/.test(body) || body.length > MAX_DOCUMENT) return undefined;
  const parts: string[] = [];
  for (const [, double, single, text] of body
    .slice(0, MAX_DOCUMENT)
    .matchAll(/="([^"<]{1,4096})"|='([^'<]{1,4096})'|>([^<>]{1,4096})(?=<)/g)) {
    const part = (double ?? single ?? text ?? '').trim();
    // What declares a vocabulary is an address and no value.
    if (part !== '' && !/^https?:\/\/[\w./-]+$/.test(part)) parts.push(part);
    if (parts.length >= MAX_PARTS) break;
  }
  return parts;
}
