// Where in a text an IP address may stand: runs of its characters, looked for from their first stop or colon, of which landmarks tell
// those that others follow.
import { landmarksOf } from '../../landmarks/landmarks.ts';
import type { Text } from '../../text.ts';
import { isDigit } from '../contact/labels.ts';

/** `1.2.3.4` */
const LEAST_4 = 7;
/** 255.255.255.255 and a full stop or three. */
const MOST_4 = 18;
/** `1:2:3:4:5:6:7:8`; shorter addresses hold `::`. */
const LEAST_6 = 15;
/** No longer than eight groups with an embedded IPv4 address and two colons; longer runs are fingerprints or dumps. */
const MOST_6 = 48;

const DOT = 0x2e;
const COLON = 0x3a;

const QUAD = tableOf('0123456789.');
/** Characters of an IPv6 address, one with an IPv4 tail too. */
export const HEX = tableOf('0123456789abcdefABCDEF:.');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

type FoundRun = (start: number, end: number) => void;

/** Calls back for each run of digits and stops that is as long as an IPv4 address. */
export function eachQuadRun(text: Text, found: FoundRun): void {
  const { bytes } = text;
  let next = 0;
  for (const dot of landmarksOf(text).quads) {
    if (dot < next || !isDigit(bytes[dot - 1]) || !areSigns(bytes, dot, DOT, 3)) continue;
    const start = runStart(bytes, QUAD, dot);
    next = runEnd(bytes, QUAD, dot);
    if (next - start >= LEAST_4 && next - start <= MOST_4) found(start, next);
  }
}

/** Calls back for each run of hexadecimal digits, colons and stops that is as long as an IPv6 address without `::`. */
export function eachHexRun(text: Text, found: FoundRun): void {
  const { bytes } = text;
  let next = 0;
  for (const colon of landmarksOf(text).groups) {
    if (colon < next || !areSigns(bytes, colon, COLON, 4)) continue;
    const start = runStart(bytes, HEX, colon);
    next = runEnd(bytes, HEX, colon);
    if (next - start >= LEAST_6 && next - start <= MOST_6 && hasColons(bytes, start, next)) found(start, next);
  }
}

/** Whether a sign is followed by two more, with one to so many digits or letters between. */
function areSigns(bytes: Uint8Array, at: number, sign: number, most: number): boolean {
  const second = nextSign(bytes, at, sign, most);
  return second !== -1 && nextSign(bytes, second, sign, most) !== -1;
}

function nextSign(bytes: Uint8Array, at: number, sign: number, most: number): number {
  const last = Math.min(bytes.length - 1, at + most + 1);
  if (bytes[at + 1] === sign) return -1;
  for (let next = at + 2; next <= last; next += 1) if (bytes[next] === sign) return next;
  return -1;
}

function runStart(bytes: Uint8Array, table: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && table[bytes[start - 1] as number] === 1) start -= 1;
  return start;
}

function runEnd(bytes: Uint8Array, table: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && table[bytes[end] as number] === 1) end += 1;
  return end;
}

/** Whether there are as many colons as the shortest full address has, the one with an IPv4 tail. */
function hasColons(bytes: Uint8Array, start: number, end: number): boolean {
  let colons = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === COLON) colons += 1;
  return colons >= 6;
}
