// How a telephone number is written: groups of digits and the signs between them (ITU-T E.123, and what people do besides).

/** More digits than any number has, with country code, trunk prefix and international prefix (ITU-T E.164: 15). */
const MOST_DIGITS = 18;
const MOST_GROUPS = 8;

const SPACE = 1;
const HYPHEN = 2;
const STOP = 3;
const SOLIDUS = 4;
const BRACKET = 5;
const MIXED = 6;

/** Groups of digits at one place of a text; one object is used for all places. */
export interface PhoneShape {
  /** Byte of the plus, the bracket or the first digit. */
  start: number;
  /** Byte behind the last digit. */
  end: number;
  plus: boolean;
  groups: number;
  digits: number;
  /** Length of each group. */
  readonly length: Int32Array;
  /** Byte behind each group. */
  readonly groupEnd: Int32Array;
  /** The sign behind each group but the last. */
  readonly sign: Int32Array;
  /** The group that stands in brackets; -1: none. */
  bracketed: number;
  /** More digits follow than a number has. */
  overlong: boolean;
}

export function emptyShape(): PhoneShape {
  return {
    start: 0,
    end: 0,
    plus: false,
    groups: 0,
    digits: 0,
    length: new Int32Array(MOST_GROUPS),
    groupEnd: new Int32Array(MOST_GROUPS),
    sign: new Int32Array(MOST_GROUPS),
    bracketed: -1,
    overlong: false,
  };
}

/** Reads the groups that begin at `from` (a digit, a plus or an opening bracket), up to `limit`. */
export function readShape(bytes: Uint8Array, from: number, limit: number, shape: PhoneShape): void {
  shape.start = from;
  shape.end = from;
  shape.groups = 0;
  shape.digits = 0;
  shape.bracketed = -1;
  shape.overlong = false;
  let at = from;
  shape.plus = bytes[at] === 0x2b;
  if (shape.plus) at++;
  let open = bytes[at] === 0x28;
  if (open) at++;
  for (;;) {
    const first = at;
    while (at < limit && isDigitByte(bytes[at]) && at - first <= MOST_DIGITS) at++;
    const length = at - first;
    if (length === 0) return;
    if (shape.groups === MOST_GROUPS || shape.digits + length > MOST_DIGITS) {
      shape.overlong = true;
      return;
    }
    const group = shape.groups;
    shape.length[group] = length;
    shape.groupEnd[group] = at;
    shape.groups++;
    shape.digits += length;
    shape.end = at;
    if (open) {
      // The bracket must be closed right behind its group: a number in brackets as a whole has none.
      if (bytes[at] !== 0x29) {
        if (shape.bracketed === -1 && group === 0 && !shape.plus) shape.start = first;
        open = false;
      } else {
        if (shape.bracketed !== -1) return;
        shape.bracketed = group;
      }
    }
    const next = readSigns(bytes, at, limit, shape, group);
    if (next === -1) return;
    open = bytes[next - 1] === 0x28;
    if (open && shape.bracketed !== -1) return;
    at = next;
  }
}

/** Reads the signs behind a group; the byte of the next digit, or -1 where the number ends. */
function readSigns(bytes: Uint8Array, from: number, limit: number, shape: PhoneShape, group: number): number {
  let at = from;
  let sign = 0;
  let spaces = 0;
  let others = 0;
  while (at < limit && !isDigitByte(bytes[at])) {
    const width = spaceWidth(bytes, at);
    if (width > 0) {
      spaces++;
      sign = sign === 0 || sign === SPACE ? SPACE : sign;
      at += width;
    } else {
      const dash = dashWidth(bytes, at);
      const byte = bytes[at];
      const kind =
        dash > 0
          ? HYPHEN
          : byte === 0x2e
            ? STOP
            : byte === 0x2f
              ? SOLIDUS
              : byte === 0x28 || byte === 0x29
                ? BRACKET
                : 0;
      if (kind === 0) return -1;
      if (kind !== BRACKET) others++;
      sign =
        sign === 0 || sign === SPACE
          ? kind
          : sign === kind
            ? kind
            : sign === BRACKET || kind === BRACKET
              ? BRACKET
              : MIXED;
      at += dash > 0 ? dash : 1;
    }
    // Two spaces, or two hyphens, part two things.
    if (others > 1 || spaces > 2 || (spaces > 1 && others === 0 && sign !== BRACKET)) return -1;
  }
  if (at >= limit || at === from) return -1;
  shape.sign[group] = sign;
  return at;
}

/** Keeps the first groups only. */
export function shorten(shape: PhoneShape, groups: number): void {
  while (shape.groups > groups) {
    shape.groups--;
    shape.digits -= shape.length[shape.groups] as number;
  }
  shape.end = shape.groupEnd[shape.groups - 1] as number;
  if (shape.bracketed >= shape.groups) shape.bracketed = -1;
}

/** Whether a shortened shape is parted by a space from the groups that it lost. */
export function isFollowedBySpace(shape: PhoneShape): boolean {
  return shape.sign[shape.groups - 1] === SPACE;
}

/** Groups up to the first space. */
export function groupsOfFirstWord(shape: PhoneShape): number {
  for (let group = 0; group < shape.groups - 1; group++) if (shape.sign[group] === SPACE) return group + 1;
  return shape.groups;
}

/** Whether one sign is used throughout, but for brackets and one solidus behind the area code. */
export function isUniform(shape: PhoneShape): boolean {
  let only = 0;
  for (let group = 0; group < shape.groups - 1; group++) {
    const sign = shape.sign[group] as number;
    if (sign === MIXED) return false;
    if (sign === BRACKET || (group === 0 && (sign === SOLIDUS || sign === HYPHEN || sign === SPACE))) continue;
    if (sign === SOLIDUS) return false;
    if (only === 0) only = sign;
    else if (only !== sign) return false;
  }
  // `06.12 34 56 78` is as odd as `0612.34`: a full stop is used everywhere or nowhere.
  if (only !== STOP && shape.sign[0] === STOP && shape.groups > 2) return false;
  return !(shape.groups > 1 && only === STOP && shape.sign[0] !== STOP && shape.sign[0] !== BRACKET);
}

/** Whether the groups are parted by spaces alone. */
export function isSpaced(shape: PhoneShape): boolean {
  for (let group = 0; group < shape.groups - 1; group++) if (shape.sign[group] !== SPACE) return false;
  return true;
}

export function hasStops(shape: PhoneShape): boolean {
  for (let group = 0; group < shape.groups - 1; group++) if (shape.sign[group] === STOP) return true;
  return false;
}

/** The lengths of the groups as one number, a hexadecimal digit each: 0x334 for 3-3-4. */
export function lengthsOf(shape: PhoneShape): number {
  let code = 0;
  for (let group = 0; group < shape.groups; group++) code = code * 16 + Math.min(15, shape.length[group] as number);
  return code;
}

export function isDigitByte(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** A space, a no-break space (C2 A0) or a narrow one (E2 80 AF). */
function spaceWidth(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x20) return 1;
  if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) return 2;
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0;
}

/** A hyphen, or one of U+2010 to U+2013 (E2 80 90 to 93). */
function dashWidth(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x2d) return 1;
  if (bytes[at] !== 0xe2 || bytes[at + 1] !== 0x80) return 0;
  const last = bytes[at + 2] as number;
  return last >= 0x90 && last <= 0x93 ? 3 : 0;
}
