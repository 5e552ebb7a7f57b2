// A thread that looks for spans in chunks of a text, and tells where they stand in lines and columns.
import { parentPort } from 'node:worker_threads';
import { type Chunk, countCharacters, type LookAlike, type Span } from '@vigie/classify';
import { createTextClassifier, type SensesOptions } from '../reading/senses.ts';
import { ordersOfThread, ready } from '../threads/threads.ts';

export interface TextOrders {
  readonly senses: SensesOptions;
}

export interface TextQuestion {
  readonly chunk: Chunk;
  readonly path: string;
  /** Whether look-alikes are told too. */
  readonly explain: boolean;
}

/** Where a span stands in its text. */
interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** Bytes from the start of the text. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

export interface TextAnswer {
  readonly spans: readonly (Place & Omit<Span, 'start' | 'end'>)[];
  readonly lookAlikes: readonly (Place & Omit<LookAlike, 'start' | 'end'>)[];
}

const { senses } = ordersOfThread<TextOrders>();
const classifier = createTextClassifier(senses);

parentPort?.on('message', ({ chunk, path, explain }: TextQuestion) => {
  const found = explain
    ? classifier.explain(chunk.bytes, { path })
    : { spans: classifier.classify(chunk.bytes, { path }), lookAlikes: [] };
  const place = createPlacing(chunk);
  const isOurs = ({ start }: { readonly start: number }) => start >= chunk.from && start < chunk.to;
  const answer: TextAnswer = {
    spans: found.spans.filter(isOurs).map(({ start, end, ...span }) => ({ ...span, ...place(start, end) })),
    lookAlikes: found.lookAlikes.filter(isOurs).map(({ start, end, ...one }) => ({ ...one, ...place(start, end) })),
  };
  parentPort?.postMessage(answer);
});
ready();

/** Lines and columns of places that come in the order of their starts, counted in one pass. */
function createPlacing({ bytes, offset, lines, characters }: Chunk): (start: number, end: number) => Place {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let line = lines + 1;
  let before = characters;
  let seen = 0;
  return (start, end) => {
    if (start < seen) {
      line = lines + 1;
      before = characters;
      seen = 0;
    }
    for (let feed = buffer.indexOf(0x0a, seen); feed !== -1 && feed < start; feed = buffer.indexOf(0x0a, seen)) {
      line += 1;
      before = 0;
      seen = feed + 1;
    }
    before += countCharacters(buffer, seen, start);
    seen = start;
    return { line, column: before + 1, offset: offset + start, length: end - start };
  };
}
