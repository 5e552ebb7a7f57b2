// Runs one finder over one text as the classifier would, with a plain search for the trigger words: for tests only.
import type { Finder, Hits } from '../src/finder.ts';
import type { LookAlike, Match } from '../src/span.ts';
import { asLatin1, textOf } from '../src/text.ts';

export interface FindOptions {
  readonly path?: string;
  readonly field?: string;
  /** Kinds that the user asks for by their full names. */
  readonly asked?: readonly string[];
}

export interface Found {
  readonly matches: readonly Match[];
  readonly dropped: readonly LookAlike[];
}

/** Everything that the finder tells about these bytes (a string stands for its UTF-8), look-alikes included. */
export function findAll(finder: Finder, bytes: Uint8Array | string, options: FindOptions = {}): Found {
  const matches: Match[] = [];
  const dropped: LookAlike[] = [];
  const { path, field, asked = [] } = options;
  const text = textOf(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes, {
    ...(path === undefined ? {} : { path }),
    ...(field === undefined ? {} : { field }),
  });
  finder.find(text, hitsOf(finder.triggers, text.latin1), {
    found: (match) => matches.push(match),
    dropped: (lookAlike) => dropped.push(lookAlike),
    explains: true,
    asked: (kind) => asked.includes(kind),
  });
  return { matches, dropped };
}

/** All occurrences of all trigger words, overlapping ones too, in the order of their ends. */
export function hitsOf(triggers: readonly string[], latin1: string): Hits {
  const lower = asciiLower(latin1);
  const found: { trigger: number; end: number }[] = [];
  triggers.forEach((word, trigger) => {
    const wanted = asciiLower(asLatin1(word));
    if (wanted.length === 0) throw new Error(`trigger ${trigger} is empty`);
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      found.push({ trigger, end: at + wanted.length });
    }
  });
  found.sort((a, b) => a.end - b.end);
  return {
    length: found.length,
    trigger: Int32Array.from(found, (hit) => hit.trigger),
    end: Int32Array.from(found, (hit) => hit.end),
  };
}

function asciiLower(latin1: string): string {
  return latin1.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
