// Bytes → lines with the byte at which each begins. Only whole lines are given; the rest is read again by whoever goes on from the place.
import type { Line } from './input.ts';

/** How characters are written; Windows begins files of UTF-16 with a mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const LINE_FEED = 0x0a;
const MARK = '\ufeff';
/** A longer line is no record, and is not kept. */
const MAX_LINE = 16 * 1024 * 1024;

/** @param beginning the first bytes of a file, two at least where there are so many */
export function encodingOf(beginning: Uint8Array): Encoding {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : 'utf-8';
}

export class LineCutter {
  readonly #encoding: Encoding;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #begin: number;
  #isTooLong = false;

  /** @param at the byte at which the next line begins */
  constructor(at: number, encoding: Encoding = 'utf-8') {
    this.#begin = at;
    this.#encoding = encoding;
  }

  /** The byte behind the last whole line. */
  get place(): number {
    return this.#begin;
  }

  cut(bytes: Buffer): Line[] {
    const lines: Line[] = [];
    // A character of UTF-16 may be cut in two.
    const isPartial = this.#encoding !== 'utf-8' && this.#heldBytes % 2 === 1;
    const all = isPartial ? Buffer.concat([...this.#take(), bytes]) : bytes;
    let from = 0;
    for (let end = this.#feedIn(all, from); end >= 0; end = this.#feedIn(all, from)) {
      lines.push(this.#finish(all.subarray(from, end), this.#feedBytes));
      from = end + this.#feedBytes;
    }
    this.#hold(all.subarray(from));
    return lines;
  }

  /** What was held without a line feed behind it, at the end of a stream. */
  rest(): Line[] {
    return this.#heldBytes === 0 && !this.#isTooLong ? [] : [this.#finish(Buffer.alloc(0), 0)];
  }

  get #feedBytes(): number {
    return this.#encoding === 'utf-8' ? 1 : 2;
  }

  /** The place of the next line feed: in UTF-16 two bytes that are one character. */
  #feedIn(bytes: Buffer, from: number): number {
    if (this.#encoding === 'utf-8') return bytes.indexOf(LINE_FEED, from);
    const low = this.#encoding === 'utf-16le' ? 0 : 1;
    for (let at = bytes.indexOf(LINE_FEED, from); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
      const begin = at - low;
      if (begin >= from && (begin - from) % 2 === 0 && begin + 1 < bytes.length && bytes[begin + 1 - low] === 0)
        return begin;
    }
    return -1;
  }

  #take(): Buffer[] {
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return held;
  }

  #finish(last: Buffer, feed: number): Line {
    const at = this.#begin;
    const whole = this.#held.length === 0 ? last : Buffer.concat([...this.#held, last]);
    const isTooLong = this.#isTooLong || whole.length > MAX_LINE;
    this.#begin += this.#heldBytes + last.length + feed;
    this.#take();
    this.#isTooLong = false;
    return isTooLong ? { text: '', at, isTooLong } : { text: this.#textOf(whole), at };
  }

  #textOf(line: Buffer): string {
    if (this.#encoding === 'utf-8') return line.toString('utf8');
    const whole = line.subarray(0, line.length - (line.length % 2));
    const text = (this.#encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16()).toString('utf16le');
    return text.startsWith(MARK) ? text.slice(1) : text;
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
