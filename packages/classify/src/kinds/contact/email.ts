// E-mail addresses, in the forms that are in use: RFC 5321 section 4.1.2 and RFC 5322 section 3.4.1 without quoted local
// parts, domains in ASCII, as xn-- (RFC 5890) or in UTF-8 (RFC 6531). Found by `@` and read both ways from there.
import { parse } from 'tldts';
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import { byteLength, decode, type Text } from '../../text.ts';
import { wordBefore, wordSet } from './labels.ts';

const EMAIL: Kind = {
  id: 'person/email',
  title: 'E-mail address',
  edpb: ['b', 'n'],
  meaning: 'Reaches the person, is the name of most of their accounts, and is what phishing starts from.',
  identifies: 'contact',
};

/** RFC 5321 section 4.5.3.1: a local part has up to 64 octets, a domain up to 255. */
const LOCAL_BYTES = 64;
const DOMAIN_BYTES = 255;
/** How far a login in a URL is looked back for: a password longer than this is none. */
const URL_BYTES = 200;

const WORDS = wordSet({ message: ['message id', 'in reply to', 'msgid', 'content id', 'references:'] });

/** Endings of files and units that stand behind an `@` and are no top-level domains. */
const FILE_ENDINGS = new Set(
  (
    'png jpg jpeg gif svg webp avif ico bmp css scss less js mjs cjs jsx ts tsx json html htm xml map txt log yml yaml ' +
    'toml lock pdf gz tgz tar jar whl deb rpm exe dll dylib service socket slice timer target mount device path'
  ).split(' '),
);

/** Names that never lead out of a house: RFC 6762 appendix G, and what networks use besides. */
const HOUSE_NAMES = new Set(['local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain']);

/** Local parts that documents write where the reader's own is meant. */
const PLACEHOLDERS =
  /^(?:(?:your|my|votre|deine?|ihre?|tu|su|seu|uw|twoj)[._-]?(?:e?-?mail|name|nom|nombre|nome)|first(?:name)?[._-]last(?:name)?|vorname[._-]nachname|prenom[._-]nom|nome[._-]cognome|nombre[._-]apellido|x{3,}|foo|foobar)$/;

/** What a byte may be in the local part: 1 anywhere, 2 only between others. */
const LOCAL = new Uint8Array(256);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
  LOCAL[character.charCodeAt(0)] = 1;
// The other signs of RFC 5322's atext (! # $ % & * / = ? ^ ` { | } ~) are left out: in text they are what stands
// around an address (`email=…`, `{…}`, `?q=…`), not in it.
for (const character of ".+-'") LOCAL[character.charCodeAt(0)] = 2;
// Letters of Latin script beyond ASCII (U+00C0 to U+024F) as UTF-8: lead bytes C3 to C9. Their second bytes, 80 to BF,
// are only taken with such a lead, so that Chinese text before an address is not drawn into it.
const LATIN_FIRST = 0xc3;
const LATIN_LAST = 0xc9;

const DOMAIN = new Uint8Array(256);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.')
  DOMAIN[character.charCodeAt(0)] = 1;

export const emailFinder: Finder = {
  name: 'email',
  kinds: [EMAIL],
  triggers: WORDS.triggers,
  placeOf: () => 'whole word',
  find(text, hits, report) {
    for (let at = text.latin1.indexOf('@'); at !== -1; at = text.latin1.indexOf('@', at + 1)) {
      readAround(text, hits, report, at, at + 1);
    }
    // In URLs and form bodies the sign is written `%40`.
    for (let at = text.latin1.indexOf('%40'); at !== -1; at = text.latin1.indexOf('%40', at + 3)) {
      readAround(text, hits, report, at, at + 3);
    }
  },
};

/** Reads one address round its sign, which stands from `at` to `behind`. */
function readAround(text: Text, hits: Hits, report: Report, at: number, behind: number): void {
  const start = localStart(text.bytes, at);
  if (start === at) return;
  const end = domainEnd(text, behind);
  if (end === -1) return;
  const domain = decode(text, behind, end).toLowerCase();
  const reason = whyNot(text, hits, start, at, end, domain);
  if (reason !== undefined) {
    if (report.explains) report.dropped({ kind: EMAIL.id, rule: 'email', start, end, why: reason });
    return;
  }
  const [confidence, why] = judge(text.latin1.slice(start, at).toLowerCase(), domain);
  report.found({
    kind: EMAIL.id,
    rule: 'email',
    start,
    end,
    confidence,
    reasons: ['the form of an e-mail address', why],
  });
}

/** First byte of the local part that ends before `at`; `at` itself where there is none. */
function localStart(bytes: Uint8Array, at: number): number {
  const least = Math.max(0, at - LOCAL_BYTES);
  let start = at;
  while (start > least) {
    const byte = bytes[start - 1] as number;
    if (LOCAL[byte] === 1) start--;
    else if (LOCAL[byte] === 2) {
      // Two dots never follow each other, nor does one stand before the sign.
      if (byte === 0x2e && (start === at || bytes[start] === 0x2e)) break;
      start--;
    } else if (byte >= 0x80 && byte <= 0xbf && start - 1 > least && isLatinLead(bytes[start - 2])) start -= 2;
    else break;
  }
  if (start === least && start > 0 && LOCAL[bytes[start - 1] as number] !== 0) return at;
  start = skipEscape(bytes, start, at);
  while (start < at && LOCAL[bytes[start] as number] === 2) start++;
  return start;
}

function isLatinLead(byte: number | undefined): boolean {
  return byte !== undefined && byte >= LATIN_FIRST && byte <= LATIN_LAST;
}

/** Letters that belong to an escape before the address: `\n`, `\u003c`, `%20`. */
function skipEscape(bytes: Uint8Array, start: number, at: number): number {
  const before = bytes[start - 1];
  if (before === 0x25) return Math.min(start + 2, at);
  if (before !== 0x5c) return start;
  const letter = bytes[start];
  if (letter === 0x75) return Math.min(start + 5, at);
  return letter === 0x6e || letter === 0x72 || letter === 0x74 ? start + 1 : start;
}

/** Last byte plus one of the domain that begins at `from`; -1 where there is none with a dot. */
function domainEnd(text: Text, from: number): number {
  const most = Math.min(text.bytes.length, from + DOMAIN_BYTES);
  let end = from;
  while (end < most && DOMAIN[text.bytes[end] as number] === 1) end++;
  if (end < most && (text.bytes[end] as number) >= 0x80 && !isFinished(text.latin1.slice(from, end))) {
    end = from + internationalBytes(decode(text, from, most));
  }
  while (end > from && (text.bytes[end - 1] === 0x2e || text.bytes[end - 1] === 0x2d)) end--;
  const domain = text.latin1.slice(from, end);
  const dot = domain.indexOf('.');
  if (dot <= 0 || domain.includes('..') || domain.startsWith('-')) return -1;
  return from + withoutNextSentence(domain);
}

/** Whether the ASCII part is a domain of its own, so that the letters behind it (`a@b.cn您好`) are not of it. */
function isFinished(domain: string): boolean {
  return domain.includes('.') && parse(domain, PARSE).isIcann === true;
}

/** Bytes that a domain with letters beyond ASCII takes at the start of `characters`. */
function internationalBytes(characters: string): number {
  const found =
    /^(?:[\p{L}\p{N}\p{M}-]{1,63}\.){1,8}(?:xn--[a-z0-9-]{2,59}|[a-z]{2,63}|[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}]{2,20})/iu.exec(
      characters,
    );
  return found === null ? 0 : byteLength(found[0]);
}

/** Length of the domain without a word that follows a full stop without a space: `a@b.org.Please`. */
function withoutNextSentence(domain: string): number {
  const dot = domain.lastIndexOf('.');
  const isWord = /^[A-Z][a-z]+$/.test(domain.slice(dot + 1)) && /^[^A-Z]*$/.test(domain.slice(0, dot));
  return isWord && domain.indexOf('.') < dot && isFinished(domain.slice(0, dot).toLowerCase()) ? dot : domain.length;
}

const PARSE = { extractHostname: false, allowPrivateDomains: false, validateHostname: false } as const;

/** Why something with an `@` and a dot is no address; undefined: it may be one. */
function whyNot(text: Text, hits: Hits, start: number, at: number, end: number, domain: string): string | undefined {
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  if (/^v?\d+\.\d/.test(domain) && !/[a-z]/.test(domain.split('.')[1] ?? ''))
    return 'a version or a number behind the sign';
  if (/^\d+$/.test(last) || last.length < 2) return 'no domain behind the sign';
  if (/^\d(?:\.\d)?x$/.test(domain.slice(0, domain.indexOf('.'))) || FILE_ENDINGS.has(last))
    return 'the name of a file';
  if (isLogin(text, start)) return 'a login in a URL';
  if (isRemotePath(text, at, start, end)) return 'the address of a repository or of files on a server';
  if (text.bytes[end] === 0x40 || (text.bytes[end] === 0x28 && text.bytes[end + 1] === 0x29)) return 'goes on behind';
  if (isMessageId(text, hits, start)) return 'the id of a message';
  return undefined;
}

/** `scheme://user:password@host`, whatever the password holds. */
function isLogin(text: Text, start: number): boolean {
  const least = Math.max(2, start - URL_BYTES);
  for (let at = start - 1; at >= least; at--) {
    const byte = text.bytes[at] as number;
    // Blanks, quotes and brackets end a URL; `?` and `#` say that its host is already over.
    if (byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x3c || byte === 0x3e) return false;
    if (byte === 0x3f || byte === 0x23) return false;
    if (byte === 0x2f) {
      if (text.bytes[at - 1] !== 0x2f || text.bytes[at - 2] !== 0x3a) return false;
      return text.latin1.slice(Math.max(0, at - 8), at - 2).toLowerCase() !== 'mailto';
    }
  }
  return false;
}

/** `git@github.com:owner/name`, `deploy@host.net:/srv`. */
function isRemotePath(text: Text, at: number, start: number, end: number): boolean {
  const user = text.latin1.slice(start, at);
  if (user === 'git' || user === 'hg') return true;
  const next = text.bytes[end + 1];
  return text.bytes[end] === 0x3a && (next === 0x2f || next === 0x7e);
}

function isMessageId(text: Text, hits: Hits, start: number): boolean {
  return hits.length > 0 && wordBefore(WORDS, text, hits, start)?.label === true;
}

/** How sure an address is, and why. */
type Judgement = readonly [confidence: number, why: string];

/** Domains that were judged: the same few come again and again. A list of a million mailboxes must not fill the memory. */
const MOST_DOMAINS = 5000;

function createJudge(): (local: string, domain: string) => Judgement {
  const known = new Map<string, Judgement>();
  return (local, domain) => {
    let judgement = known.get(domain);
    if (judgement === undefined) {
      judgement = judgeDomain(domain);
      if (known.size >= MOST_DOMAINS) known.clear();
      known.set(domain, judgement);
    }
    return judgement[0] >= 0.75 && PLACEHOLDERS.test(local) ? [0.4, 'a placeholder'] : judgement;
  };
}

const judge = createJudge();

function judgeDomain(domain: string): Judgement {
  if (isDocumentation(domain)) return [0.4, 'a documentation domain'];
  const { isIcann, domain: registered } = parse(domain, PARSE);
  if (isIcann === true && registered !== null) return [0.95, 'a top-level domain that exists'];
  if (HOUSE_NAMES.has(domain.slice(domain.lastIndexOf('.') + 1))) return [0.5, 'a domain of a private network'];
  return [0.4, 'a top-level domain that is not known'];
}

/** RFC 2606 and RFC 6761: names that are set aside for documents and tests, and so reach nobody. */
function isDocumentation(domain: string): boolean {
  return /(?:^|\.)(?:example(?:\.[a-z]{2,3}){0,2}|test|invalid|localhost)$/.test(domain);
}

/**
 * One spelling for one mailbox, to tell whether two addresses are the same.
 *
 * Letters are made small throughout: RFC 5321 lets a host tell `Bob` from `bob`, and no large one does. Dots and what
 * follows a plus are kept, since whether they matter is each host's affair; only at Gmail, which says that they don't,
 * are they left out. `googlemail.com` is Gmail.
 *
 * @param text an address, also with `mailto:`, angle brackets or `%40`
 */
export function normaliseEmail(text: string): string {
  const bare = text
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:(?:\/\/)?/i, '')
    .replace(/\?.*$/s, '')
    .replace(/%40/, '@')
    .trim()
    .normalize('NFC')
    .toLowerCase();
  const at = bare.lastIndexOf('@');
  const host = bare.slice(at + 1);
  if (at <= 0 || (host !== 'gmail.com' && host !== 'googlemail.com')) return bare;
  const local = bare.slice(0, at).replace(/\+.*$/s, '').replaceAll('.', '');
  return `${local}@gmail.com`;
}

/** Examples that tests read: each of `valid` is found whole, in none of `invalid` is anything found. */
export const EMAIL_EXAMPLES = {
  valid: [
    'ada.lovelace@posteo.de',
    "o'brien+news@mail.co.uk",
    'user@xn--80ak6aa92e.com',
    'jürgen@münchen.de',
    'li@例え.jp',
  ],
  invalid: ['git@github.com:owner/name.git', 'icon@2x.png', 'left-pad@1.2.3', 'https://bob:secret@host.net/x', 'a@b'],
} as const;
