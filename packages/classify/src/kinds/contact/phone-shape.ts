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
  /** Groups that were read; some of them may be left out again. */
  read: number;
  digits: number;
  /** Length of each group. */
  readonly length: Int32Array;
  /** Byte behind each group. */
  readonly groupEnd: Int32Array;
  /** The sign behind each group but the last. */
  readonly sign: Int32Array;
  /** 1 where there is a space among the signs behind a group. */
  readonly parted: Uint8Array;
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
    read: 0,
    digits: 0,
    length: new Int32Array(MOST_GROUPS),
    groupEnd: new Int32Array(MOST_GROUPS),
    sign: new Int32Array(MOST_GROUPS),
    parted: new Uint8Array(MOST_GROUPS),
    bracketed: -1,
    overlong: false,
  };
}

/** Reads the groups that begin at `from` (a digit, a plus or an opening bracket), up to `limit`. */
export function readShape(bytes: Uint8Array, from: number, limit: number, shape: PhoneShape): void {
  shape.start = from;
  shape.end = from;
  shape.groups = 0;
  shape.read = 0;
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
    shape.read = ++shape.groups;
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
  shape.parted[group] = spaces > 0 ? 1 : 0;
  return at;
}

/** Keeps the first groups only; with none left, there is nothing but a start. */
export function shorten(shape: PhoneShape, groups: number): void {
  while (shape.groups > groups) {
    shape.groups--;
    shape.digits -= shape.length[shape.groups] as number;
  }
  shape.end = groups === 0 ? shape.start : (shape.groupEnd[groups - 1] as number);
  if (shape.bracketed >= shape.groups) shape.bracketed = -1;
}

/** Whether no digits follow that were left out, or were too many. */
export function isWhole(shape: PhoneShape): boolean {
  return shape.groups === shape.read && !shape.overlong;
}

/** Whether a space parts the shape from groups that follow it, so that those may be another number. */
export function isParted(shape: PhoneShape): boolean {
  return shape.parted[shape.groups - 1] === 1;
}

/** Whether a sign between spaces parts the shape from groups that follow it: `06 12 34 56 78 / 06 …`. */
export function isPartedBySign(shape: PhoneShape): boolean {
  return isParted(shape) && shape.sign[shape.groups - 1] !== SPACE;
}

/** Digits of a group that is a number without its separators, or most of one. */
const COMPACT = 8;

/**
 * Whether two numbers seem to be sewn together here, though their digits make one: `+43664167312 06`, `664-176-200 06`,
 * `664 176200 / 06`, `664 176200 12.50`.
 */
export function hasSeam(shape: PhoneShape): boolean {
  const { sign, parted } = shape;
  for (let group = 0; group < shape.groups - 1; group++) {
    if (group === 0 && sign[0] === SPACE && (shape.length[0] as number) >= COMPACT) return true;
    if (sign[group] === SOLIDUS && parted[group] === 1) return true;
    const before = sign[group - 1];
    if (group > 1 && sign[group] === SPACE && before !== SPACE && before === sign[group - 2]) return true;
    if (sign[group] === STOP && sign[group - 1] === SPACE && group === shape.groups - 2) return true;
  }
  return false;
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

/**
 * The digits without the signs.
 *
 * @param inner leaves out the `(0)` that is not dialled from abroad
 */
export function digitsOf(shape: PhoneShape, latin1: string, inner?: 'without an inner 0'): string {
  let digits = '';
  for (let group = 0; group < shape.groups; group++) {
    const end = shape.groupEnd[group] as number;
    const part = latin1.slice(end - (shape.length[group] as number), end);
    if (inner !== undefined && group !== 0 && group === shape.bracketed && part === '0') continue;
    digits += part;
  }
  return digits;
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
