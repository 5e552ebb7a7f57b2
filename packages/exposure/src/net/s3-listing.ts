// Listings of S3: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html. Only as much of XML is read as they
// are written in: no document type, no entities but the five of XML and numbers, so nothing can grow or be fetched.

export interface S3Page {
  readonly objects: readonly S3Object[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

export interface S3Object {
  readonly key: string;
  readonly bytes: number;
}

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** A listing is four deep. */
const DEEPEST = 8;
const MARK =
  /<(?:\?xml [^<>]{0,200}\?|(\/?)([A-Za-z][\w.-]{0,63})((?:\s+[\w:.-]{1,64}\s*=\s*(?:"[^"<]{0,500}"|'[^'<]{0,500}'))*)\s*(\/?))>/y;

/** @returns undefined where it is no listing of objects */
export function readObjects(xml: string): S3Page | undefined {
  const root = readElement(xml);
  if (root?.name !== 'ListBucketResult') return undefined;
  const decode = textOf(root, 'EncodingType') === 'url' ? decoded : (text: string) => text;
  const objects: S3Object[] = [];
  for (const child of root.children) {
    if (child.name !== 'Contents') continue;
    const key = textOf(child, 'Key');
    const size = textOf(child, 'Size') ?? '';
    const name = key === undefined ? undefined : decode(key);
    if (name === undefined || name === '' || !/^\d{1,15}$/.test(size)) return undefined;
    objects.push({ key: name, bytes: Number(size) });
  }
  const next = textOf(root, 'NextContinuationToken');
  if (textOf(root, 'IsTruncated') !== 'true') return { objects };
  return next === undefined || next === '' ? undefined : { objects, next };
}

/** Names of buckets; undefined where it is no list of them. */
export function readBuckets(xml: string): readonly string[] | undefined {
  const root = readElement(xml);
  if (root?.name !== 'ListAllMyBucketsResult') return undefined;
  const list = root.children.find(({ name }) => name === 'Buckets');
  return (list?.children ?? []).flatMap((bucket) => {
    const name = textOf(bucket, 'Name');
    return name === undefined || name === '' ? [] : [name];
  });
}

/** The code of an error: `NoSuchBucket`. */
export function readErrorCode(xml: string): string | undefined {
  const root = readElement(xml);
  const code = root?.name === 'Error' ? textOf(root, 'Code') : undefined;
  return code !== undefined && /^[A-Za-z]{1,60}$/.test(code) ? code : undefined;
}

function textOf(element: Element, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** One element with all in it, from the first byte to the last; undefined at anything else. */
function readElement(xml: string): Element | undefined {
  const top: Element = { name: '', children: [], text: '' };
  const open = [top];
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  while (at < xml.length) {
    const inner = open.at(-1) ?? top;
    const start = xml.indexOf('<', at);
    const between = xml.slice(at, start === -1 ? xml.length : start);
    if (between !== '') {
      const text = withoutEntities(between);
      if (text === undefined || (inner === top && text.trim() !== '')) return undefined;
      inner.text += text;
    }
    if (start === -1) break;
    MARK.lastIndex = start;
    const mark = MARK.exec(xml);
    if (!mark) return undefined;
    const [whole, slash, name, , empty] = mark;
    at = start + whole.length;
    if (name === undefined) {
      if (start > 1) return undefined;
    } else if (slash === '/') {
      if (inner === top || inner.name !== name) return undefined;
      open.pop();
    } else {
      if (open.length > DEEPEST || (inner === top && top.children.length > 0)) return undefined;
      const element: Element = { name, children: [], text: '' };
      inner.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  return open.length === 1 && top.children.length === 1 ? top.children[0] : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const plain = text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const number = name.match(/^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16) : undefined;
    const character = code !== undefined && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[name];
    if (character === undefined || !whole.endsWith(';')) isKnown = false;
    return character ?? '';
  });
  return isKnown ? plain : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
