// Instructions of WebAssembly as functions: each gives the bytes of an expression or a statement, what it works on first, as the
// stack machine wants it (WebAssembly Core Specification 2.0, section 5.4). Only those that are used here.

/** Instructions, encoded. */
export type Code = readonly number[];

type Binary = (left: Code, right: Code) => Code;
type Unary = (operand: Code) => Code;

const binary =
  (...opcode: number[]): Binary =>
  (left, right) => [...left, ...right, ...opcode];
const unary =
  (...opcode: number[]): Unary =>
  (operand) => [...operand, ...opcode];

/** A whole number of 32 bits. */
export const int = (value: number): Code => [0x41, ...signed(value)];

export const isZero = unary(0x45);
export const isEqual = binary(0x46);
export const isNotEqual = binary(0x47);
/** Without regard to signs, as are all comparisons here. */
export const isBelow = binary(0x49);
export const isAbove = binary(0x4b);
export const isAtLeast = binary(0x4f);
/** Zeros above the highest bit that is set; 32 where none is. */
export const leadingZeros = unary(0x67);
/** Zeros below the lowest bit that is set; 32 where none is. */
export const trailingZeros = unary(0x68);
export const add = binary(0x6a);
export const subtract = binary(0x6b);
export const multiply = binary(0x6c);
export const and = binary(0x71);
export const or = binary(0x72);
export const xor = binary(0x73);
export const shiftLeft = binary(0x74);
export const shiftRight = binary(0x76);

/** All of these, one bit or another. */
export const anyOf = (...parts: readonly [Code, ...Code[]]): Code => parts.reduce((left, right) => or(left, right));

/** Reads from the memory; `offset` in bytes, known beforehand. Places need not be aligned. */
const load =
  (...opcode: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, 0, ...unsigned(offset)];

export const load32 = load(0x28);
export const load8 = load(0x2d);
export const load16 = load(0x2f);
/** Sixteen bytes. */
export const loadSixteen = load(0xfd, 0x00);

const store =
  (opcode: number) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, opcode, 0, ...unsigned(offset)];

export const store32 = store(0x36);
export const store8 = store(0x3a);

/** Works on sixteen bytes side by side. */
export const bytes = {
  /** The same byte sixteen times. */
  all: (byte: number): Code => [...int(byte), 0xfd, 0x0f],
  /** @param values sixteen of them */
  constant: (values: readonly number[]): Code => [0xfd, 0x0c, ...values],
  /** The bytes of the left one at the places that the right one names; zero for places from sixteen on. */
  lookUp: binary(0xfd, 0x0e),
  /** 0xff where it holds, else 0; the same for the others that compare. */
  areEqual: binary(0xfd, 0x23),
  areNotEqual: binary(0xfd, 0x24),
  areBelow: binary(0xfd, 0x26),
  and: binary(0xfd, 0x4e),
  /** Bits of the left that are not in the right. */
  andNot: binary(0xfd, 0x4f),
  or: binary(0xfd, 0x50),
  /** The highest bit of each byte, the first byte's lowest: a number of sixteen bits. */
  highestBits: unary(0xfd, 0x64),
  /** @param by bits */
  shiftRight: (operand: Code, by: number): Code => [...operand, ...int(by), 0xfd, 0x6d],
  subtract: binary(0xfd, 0x71),
};

/** Works on numbers of 64 bits, as many as a load or `of` gives. */
export const wide = {
  load: load(0x29),
  of: unary(0xad),
  /** The lower half. */
  narrow: unary(0xa7),
  not: (operand: Code): Code => [...operand, 0x42, 0x7f, 0x85],
  leadingZeros: unary(0x79, 0xa7),
  trailingZeros: unary(0x7a, 0xa7),
  and: binary(0x83),
  or: binary(0x84),
  shiftLeft: binary(0x86),
  shiftRight: binary(0x88),
};

const NOTHING = 0x40;

/** Repeats its body while the condition holds. */
export function whileTrue(condition: Code, ...body: readonly Code[]): Code {
  const loop = [0x03, NOTHING, ...body.flat(), ...condition, 0x0d, 0x00, 0x0b];
  return when(condition, loop);
}

/** The left one where the condition holds, else the right one; both are worked out. */
export const choose = (condition: Code, left: Code, right: Code): Code => [...left, ...right, ...condition, 0x1b];

export const smaller = (left: Code, right: Code): Code => choose(isBelow(left, right), left, right);
export const larger = (left: Code, right: Code): Code => choose(isBelow(left, right), right, left);

/** Ends the function. */
export const giveBack = (value: Code): Code => [...value, 0x0f];

export function when(condition: Code, then: Code, otherwise: Code = []): Code {
  return [...condition, 0x04, NOTHING, ...then, ...(otherwise.length > 0 ? [0x05, ...otherwise] : []), 0x0b];
}

/** LEB128 (section 5.2.2). */
export function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isDone = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isDone ? [low] : [low | 0x80, ...signed(rest)];
}
