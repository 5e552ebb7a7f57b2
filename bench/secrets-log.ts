// A log with secrets in it, made here: lines of well-known formats that hold nothing, and one in 500 with a secret.
import { type Chance, createChance, DIGITS, HEX } from '../accuracy/chance.ts';
import { LOG_FORMATS } from '../accuracy/generated-logs.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALNUM = `${UPPER}${UPPER.toLowerCase()}${DIGITS}`;

/** Forms of tokens, put together here so that no scanner of repositories takes them for real ones. */
const SECRETS: readonly ((chance: Chance) => string)[] = [
  (chance) => `${'gh'}p_${chance.word(ALNUM, 36)}`,
  (chance) => `${'gl'}pat-${chance.word(ALNUM, 20)}`,
  (chance) => `${'AK'}IA${chance.word(`${UPPER}234567`, 16)}`,
  (chance) => `${'sk'}_live_${chance.word(ALNUM, 24)}`,
  (chance) => `${'xo'}xb-${chance.word(DIGITS, 12)}-${chance.word(DIGITS, 12)}-${chance.word(ALNUM, 24)}`,
  (chance) => `${'AI'}za${chance.word(`${ALNUM}_-`, 35)}`,
  (chance) => `api_key=${chance.word(HEX, 40)}`,
];

export interface MadeLog {
  readonly bytes: Uint8Array;
  readonly lines: number;
  /** Lines into which something was put. */
  readonly planted: number;
}

/** One line in so many gets something planted. */
export interface Planting {
  readonly oneIn: number;
  readonly plant: (chance: Chance) => string;
}

export const SECRET_PLANTING: Planting = {
  oneIn: 500,
  plant: (chance) => `loaded ${chance.pick(SECRETS)(chance)} from the environment`,
};

/** A log of about so many bytes, the same in every run. */
export function madeLog(size: number, { oneIn, plant }: Planting): MadeLog {
  const chance = createChance(20_250_129);
  const formats = Object.values(LOG_FORMATS);
  const buffer = Buffer.allocUnsafe(size + 4096);
  let [used, lines, planted] = [0, 0, 0];
  let atMs = Date.UTC(2025, 0, 6);
  while (used < size) {
    atMs += chance.below(50);
    const isPlanted = chance.below(oneIn) === 0;
    const line = isPlanted
      ? `${new Date(atMs).toISOString()} INFO ${plant(chance)}`
      : chance.pick(formats)(chance, atMs);
    used += buffer.write(`${line}\n`, used);
    lines += 1;
    if (isPlanted) planted += 1;
  }
  return { bytes: buffer.subarray(0, used), lines, planted };
}
