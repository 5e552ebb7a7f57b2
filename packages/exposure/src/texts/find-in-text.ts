// Finds spans in a text that comes as a stream, by several threads, in the order of the text.
import { type Chunk, chunksOf } from '@vigie/classify';
import { upToFault } from '../files/byte-stream.ts';
import type { SensesOptions } from '../reading/senses.ts';
import type { SourceFault } from '../source.ts';
import { moduleBeside, startThreads, type Threads } from '../threads/threads.ts';
import type { TextAnswer, TextOrders, TextQuestion } from './text-thread.ts';

export type TextThreads = Threads<TextQuestion, TextAnswer>;

/** Threads that can be used for one text after the other. @param count how many at most */
export function startTextThreads(senses: SensesOptions, count: number, deadlineMs?: number): TextThreads {
  const module = moduleBeside(import.meta.url, 'text-thread');
  const orders: TextOrders = { senses };
  return startThreads({ module, orders, count, ...(deadlineMs !== undefined && { deadlineMs }) });
}

/** What a part of a text held, or why that part was not read. */
export type TextFinding = TextAnswer | SourceFault;

/** Chunks that may be on their way at once; more would only wait. */
const AHEAD = 8;

/**
 * Spans of a text, part by part.
 *
 * @param path for rules that look at paths, and for faults
 */
export async function* findInText(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  threads: TextThreads,
  explain = false,
): AsyncGenerator<TextFinding> {
  const waiting: { readonly chunk: Pick<Chunk, 'offset'>; readonly answer: Promise<TextAnswer | undefined> }[] = [];
  const next = async (): Promise<TextFinding> => {
    const { chunk, answer } = waiting.shift() as (typeof waiting)[number];
    return (await answer) ?? notRead(path, chunk.offset);
  };
  const { bytes, fault } = upToFault(stream);
  for await (const chunk of chunksOf(bytes)) {
    await threads.room();
    const { offset } = chunk;
    // A copy of the chunk alone: the buffer that it shows a part of would cross to the thread as a whole.
    const own = { ...chunk, bytes: Uint8Array.from(chunk.bytes) };
    waiting.push({ chunk: { offset }, answer: threads.ask({ chunk: own, path, explain }, [own.bytes.buffer]) });
    if (waiting.length >= AHEAD) yield await next();
  }
  while (waiting.length > 0) yield await next();
  const why = fault();
  if (why) yield why;
}

function notRead(path: string, offset: number): SourceFault {
  return {
    code: 'broken',
    where: `${path}, from byte ${offset}`,
    message:
      'this part was not read: the thread that read it ended or did not answer in time; with rules of your own, look for a regular expression that runs without end, otherwise please report it',
  };
}
