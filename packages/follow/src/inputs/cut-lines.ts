// Bytes → lines with the byte at which each begins. Only whole lines are given; the rest is read again by whoever goes on from the place.
import type { Line } from './input.ts';

const LINE_FEED = 0x0a;
/** A longer line is no record, and is not kept. */
const MAX_LINE = 16 * 1024 * 1024;

export class LineCutter {
  #held: Buffer[] = [];
  #heldBytes = 0;
  #begin: number;
  #isTooLong = false;

  /** @param at the byte at which the next line begins */
  constructor(at: number) {
    this.#begin = at;
  }

  /** The byte behind the last whole line. */
  get place(): number {
    return this.#begin;
  }

  cut(bytes: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED, from); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      lines.push(this.#finish(bytes.subarray(from, end)));
      from = end + 1;
    }
    this.#hold(bytes.subarray(from));
    return lines;
  }

  /** What was held without a line feed behind it, at the end of a stream. */
  rest(): Line[] {
    return this.#heldBytes === 0 && !this.#isTooLong ? [] : [this.#finish(Buffer.alloc(0), 0)];
  }

  #finish(last: Buffer, feed = 1): Line {
    const at = this.#begin;
    const whole = this.#held.length === 0 ? last : Buffer.concat([...this.#held, last]);
    const isTooLong = this.#isTooLong || whole.length > MAX_LINE;
    this.#begin += this.#heldBytes + last.length + feed;
    this.#held = [];
    this.#heldBytes = 0;
    this.#isTooLong = false;
    return isTooLong ? { text: '', at, isTooLong } : { text: whole.toString('utf8'), at };
  }

  #hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > MAX_LINE) {
      this.#isTooLong = true;
      this.#held = [];
    } else this.#held.push(Buffer.from(bytes));
  }
}
