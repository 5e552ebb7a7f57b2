// Keccak-256 as Ethereum, Tron and Monero use it: the submission of 2011 with its padding 0x01, which is not SHA3-256 of
// FIPS 202 (padding 0x06), so node:crypto has no name for it. https://keccak.team/keccak_specs_summary.html

/** Bytes of input taken in one round: 1600 bits of state less twice the 256 bits of the hash. */
const RATE = 136;
const ROUNDS = 24;
const LANES = 25;

/** For lane x + 5y: by how many bits it is turned, and where it goes. */
const TURNS = new Uint8Array(LANES);
const PLACES = new Uint8Array(LANES);
/** Round constants, low and high halves. */
const IOTA_LOW = new Int32Array(ROUNDS);
const IOTA_HIGH = new Int32Array(ROUNDS);

laneTables();
roundConstants();

/**
 * The Keccak-256 hash.
 *
 * @returns 32 bytes
 */
export function keccak256(input: Uint8Array): Uint8Array {
  const state = { low: new Int32Array(LANES), high: new Int32Array(LANES) };
  const block = new Uint8Array(RATE);
  const whole = input.length - (input.length % RATE);
  for (let at = 0; at < whole; at += RATE) absorb(state, input.subarray(at, at + RATE));
  block.set(input.subarray(whole));
  block[input.length - whole] = 0x01;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  absorb(state, block);
  const words = new Int32Array(8);
  for (let lane = 0; lane < 4; lane++) {
    words[2 * lane] = state.low[lane] ?? 0;
    words[2 * lane + 1] = state.high[lane] ?? 0;
  }
  const hash = new Uint8Array(32);
  const view = new DataView(hash.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, words[i] ?? 0, true);
  return hash;
}

/** 64-bit lanes in two halves: a bigint a lane would be thirty times slower. */
interface State {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function absorb(state: State, block: Uint8Array): void {
  const view = new DataView(block.buffer, block.byteOffset, RATE);
  for (let lane = 0; lane < RATE / 8; lane++) {
    state.low[lane] = (state.low[lane] ?? 0) ^ view.getInt32(8 * lane, true);
    state.high[lane] = (state.high[lane] ?? 0) ^ view.getInt32(8 * lane + 4, true);
  }
  permute(state);
}

const columnLow = new Int32Array(5);
const columnHigh = new Int32Array(5);
const turnedLow = new Int32Array(LANES);
const turnedHigh = new Int32Array(LANES);

function permute({ low, high }: State): void {
  for (let round = 0; round < ROUNDS; round++) {
    theta(low, high);
    rhoAndPi(low, high);
    chi(low, high);
    low[0] = (low[0] ?? 0) ^ (IOTA_LOW[round] ?? 0);
    high[0] = (high[0] ?? 0) ^ (IOTA_HIGH[round] ?? 0);
  }
}

/** Each bit is mixed with the parity of two columns beside it. */
function theta(low: Int32Array, high: Int32Array): void {
  for (let x = 0; x < 5; x++) {
    let l = 0;
    let h = 0;
    for (let lane = x; lane < LANES; lane += 5) {
      l ^= low[lane] ?? 0;
      h ^= high[lane] ?? 0;
    }
    columnLow[x] = l;
    columnHigh[x] = h;
  }
  for (let x = 0; x < 5; x++) {
    const before = (x + 4) % 5;
    const after = (x + 1) % 5;
    const afterLow = columnLow[after] ?? 0;
    const afterHigh = columnHigh[after] ?? 0;
    const l = (columnLow[before] ?? 0) ^ ((afterLow << 1) | (afterHigh >>> 31));
    const h = (columnHigh[before] ?? 0) ^ ((afterHigh << 1) | (afterLow >>> 31));
    for (let lane = x; lane < LANES; lane += 5) {
      low[lane] = (low[lane] ?? 0) ^ l;
      high[lane] = (high[lane] ?? 0) ^ h;
    }
  }
}

/** Lanes are turned and change places. */
function rhoAndPi(low: Int32Array, high: Int32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    const turn = TURNS[lane] ?? 0;
    const to = PLACES[lane] ?? 0;
    const l = turn < 32 ? (low[lane] ?? 0) : (high[lane] ?? 0);
    const h = turn < 32 ? (high[lane] ?? 0) : (low[lane] ?? 0);
    const bits = turn % 32;
    turnedLow[to] = bits === 0 ? l : (l << bits) | (h >>> (32 - bits));
    turnedHigh[to] = bits === 0 ? h : (h << bits) | (l >>> (32 - bits));
  }
}

/** The step that is not linear: rows of five lanes. */
function chi(low: Int32Array, high: Int32Array): void {
  for (let row = 0; row < LANES; row += 5) {
    for (let x = 0; x < 5; x++) {
      const one = row + ((x + 1) % 5);
      const two = row + ((x + 2) % 5);
      low[row + x] = (turnedLow[row + x] ?? 0) ^ (~(turnedLow[one] ?? 0) & (turnedLow[two] ?? 0));
      high[row + x] = (turnedHigh[row + x] ?? 0) ^ (~(turnedHigh[one] ?? 0) & (turnedHigh[two] ?? 0));
    }
  }
}

/** Turns are the triangular numbers along the walk (x, y) → (y, 2x + 3y) from (1, 0); places are (y, 2x + 3y). */
function laneTables(): void {
  let x = 1;
  let y = 0;
  for (let t = 0; t < LANES - 1; t++) {
    TURNS[x + 5 * y] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      PLACES[column + 5 * row] = row + 5 * ((2 * column + 3 * row) % 5);
    }
  }
}

/** Bits of the round constants come from a shift register over x^8 + x^6 + x^5 + x^4 + 1. */
function roundConstants(): void {
  let register = 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (let j = 0; j < 7; j++) {
      if (register & 1) {
        const bit = 2 ** j - 1;
        if (bit < 32) IOTA_LOW[round] = (IOTA_LOW[round] ?? 0) ^ (1 << bit);
        else IOTA_HIGH[round] = (IOTA_HIGH[round] ?? 0) ^ (1 << (bit - 32));
      }
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
  }
}
