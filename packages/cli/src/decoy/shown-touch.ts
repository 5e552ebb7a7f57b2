// A touch of a decoy as it is printed: the line that other detections have, with who it was, and the event without what was sent.
import type { Touch } from '@vigie/decoy';
import { ndjsonLine, type Place, printable, textBlock } from '../detect/shown-detection.ts';

export function touchLine(touch: Touch): string {
  const line = JSON.parse(ndjsonLine(touch.detection, () => placeOf(touch))) as Record<string, unknown>;
  const { ip, port, session } = touch.asker;
  return `${JSON.stringify({ ...line, decoy: touch.decoy, address: ip, port, session, event: withoutQuery(touch) })}\n`;
}

export function touchText(touch: Touch, colour: (level: string, text: string) => string): string {
  const [title = '', where = '', ...more] = textBlock(touch.detection, () => placeOf(touch), colour).split('\n');
  const who = printable(`  who    ${touch.asker.ip}, port ${touch.asker.port}`);
  return [title, where, who, ...more.filter((line) => !line.startsWith('  rule '))].join('\n');
}

/** The session stands for the file, and the number of the touch in it for the line. */
function placeOf({ decoy, detection }: Touch): Place {
  const [session = '', number = '0'] = String(detection.ref).split('#');
  return { file: `decoy ${decoy}, session ${session}`, line: Number(number) };
}

/** What was asked word by word stands in the transcript, if one is kept; of a request's address its path is told alone. */
function withoutQuery({ event }: Touch): unknown {
  const { query: _query, http_request: request, ...kept } = event;
  if (typeof request !== 'object' || request === null) return kept;
  const { url, referrer: _referrer, ...told } = request as Readonly<Record<string, unknown>>;
  const path = (url as { readonly path?: unknown } | undefined)?.path;
  return { ...kept, http_request: { ...told, ...(typeof path === 'string' && { url: { path } }) } };
}
