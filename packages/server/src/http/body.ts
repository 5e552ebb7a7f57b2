// Reading the body of a request within its bound.
import { type Problem, problem } from './problem.ts';

/** Reads a JSON body; undefined where there is none. */
export async function readJson(
  request: Request,
  limitBytes: number,
): Promise<{ readonly json: unknown; readonly text: string } | Problem> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem('not-json');
  const text = await readText(request, limitBytes);
  if (typeof text !== 'string') return text;
  try {
    return { json: JSON.parse(text), text };
  } catch {
    // The parser's words quote what it read.
    const errors = [{ pointer: '/body', detail: 'it is not well-formed JSON' }];
    return problem('invalid-request', { errors });
  }
}

async function readText(request: Request, limitBytes: number): Promise<string | Problem> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limitBytes) return problem('body-too-large', { detail: `it takes ${limitBytes} bytes` });
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return problem('invalid-request', { errors: [{ pointer: '/body', detail: 'it is not UTF-8' }] });
  }
}

/** The body as a stream that ends with an error past its bound. */
export function boundedStream(request: Request, limitBytes: number): ReadableStream<Uint8Array> {
  let size = 0;
  const bound = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > limitBytes) controller.error(new BodyTooLarge(limitBytes));
      else controller.enqueue(chunk);
    },
  });
  return (request.body ?? new Blob([]).stream()).pipeThrough(bound);
}

/** The whole of a bounded stream. */
export async function readBytes(stream: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Thrown into a stream that is longer than its operation takes. */
export class BodyTooLarge extends Error {
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`the body has more than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}
