// FTP's control connection: replies, and listings that come in them. RFC 959, sections 4.2 and 5.4; facts, RFC 3659.
// The names in a listing are content: this codec counts entries and sizes and keeps no name.
import type { Frame } from '../line.ts';
import { latin1 } from './text.ts';

/** A listing of a folder with more files than this is cut, so that a server cannot fill our memory with it. */
const MAX_REPLY = 512 * 1024;

export interface FtpReply {
  readonly code: number;
  /** Each line without the code in front of the first and the last. */
  readonly lines: readonly string[];
  /** The reply was longer than what is read of one. */
  readonly cut: boolean;
}

/** One reply: a line, or lines from `220-` to `220 `. */
export const ftpReply: Frame<FtpReply> = (bytes) => {
  const text = latin1(bytes.subarray(0, MAX_REPLY));
  const start = text.match(/^(?:\d{0,3}$|[1-6]\d\d(?:$|[ -]|\r?\n))/);
  if (!start) return 'foreign';
  const first = text.match(/^([1-6]\d\d)(?:([ -])([^\r\n]*))?\r?\n/);
  if (!first) return bytes.length > MAX_REPLY ? 'foreign' : 'more';
  const code = Number(first[1]);
  if (first[2] !== '-') return { reply: { code, lines: [first[3] ?? ''], cut: false }, used: first[0].length };
  const end = text.slice(first[0].length).match(new RegExp(`^${first[1]}(?: ([^\\r\\n]*))?\\r?\\n`, 'm'));
  if (!end && bytes.length <= MAX_REPLY) return 'more';
  const inside = end ? text.slice(first[0].length, first[0].length + (end.index ?? 0)) : text.slice(first[0].length);
  const between = inside.split(/\r?\n/).slice(0, -1);
  const lines = [first[3] ?? '', ...between, ...(end ? [end[1] ?? ''] : [])];
  const used = end ? first[0].length + (end.index ?? 0) + end[0].length : bytes.length;
  return { reply: { code, lines, cut: !end }, used };
};

/** What a listing has, without the names. */
export interface FtpListing {
  readonly files: number;
  readonly bytes: number;
  readonly folders: number;
  /** Whether something in it may be read by everybody, as far as the listing tells. */
  readonly readable: boolean;
}

/** `ls -l`: type and modes, links, owner, group, size, date, name. */
const UNIX_ENTRY = /^\s?([-dlbcps])([-rwxsStT]{9})[.+@]?\s+\d+\s+\S+\s+(?:\S+\s+)?(\d{1,15})\s+\S+\s+\S+\s+\S+\s(.*)$/;
/** MS-DOS, as Microsoft's server writes by default: date, time, size or <DIR>, name. */
const DOS_ENTRY = /^\s?\d\d-\d\d-\d{2,4}\s+\d\d:\d\d(?:[AP]M)?\s+(?:(<DIR>)|(\d{1,15}))\s(.*)$/;

/** The listing in the answer to STAT with a path, or undefined where the answer is none. */
export function ftpListing({ code, lines }: FtpReply): FtpListing | undefined {
  if (lines.length < 2 || ![211, 212, 213].includes(code)) return undefined;
  const inside = lines.slice(1, -1).filter((line) => !/^\s*(?:total \d+)?\s*$/.test(line));
  const entries = inside.map(readEntry);
  const known = entries.filter((entry) => entry !== undefined);
  // 211 is the server's own status, unless it lists.
  if (known.length === 0 && (inside.length > 0 || code === 211)) return undefined;
  const listed = known.filter((entry) => !entry.isDot);
  const files = listed.filter((entry) => !entry.isFolder);
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    folders: listed.length - files.length,
    readable: listed.some((entry) => entry.readable),
  };
}

interface Entry {
  readonly isDot: boolean;
  readonly isFolder: boolean;
  readonly size: number;
  readonly readable: boolean;
}

function readEntry(line: string): Entry | undefined {
  const unix = line.match(UNIX_ENTRY);
  if (unix) {
    const [, type, modes = '', size, name] = unix;
    const isDot = name === '.' || name === '..';
    return { isDot, isFolder: type === 'd', size: Number(size), readable: modes[6] === 'r' };
  }
  const dos = line.match(DOS_ENTRY);
  return dos ? { isDot: false, isFolder: dos[1] !== undefined, size: Number(dos[2] ?? 0), readable: true } : undefined;
}

/** The `perm` fact of the one entry that MLST tells of (RFC 3659, section 7.5.5), or undefined where it is not told. */
export function ftpPermissions({ code, lines }: FtpReply): string | undefined {
  if (code !== 250) return undefined;
  for (const line of lines.slice(1)) {
    const facts = line.match(/^ ?((?:[\w.-]+=[^;]*;)+) /)?.[1];
    const perm = facts?.match(/(?:^|;)perm=([a-z]*);/i)?.[1];
    if (perm !== undefined) return perm.toLowerCase();
  }
  return undefined;
}
