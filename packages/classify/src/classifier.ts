// The classifier: one pass for the words that all finders wait for, each finder once, overlaps settled, values masked.
import type { Finder, Hits, Report } from './finder.ts';
import { createKeywordSearch, type WordHits, type WordPlace } from './keyword-search.ts';
import type { Kind } from './kind.ts';
import { maskOf, maskOfText } from './mask.ts';
import { isStretch, settle } from './settle.ts';
import { CERTAIN_FROM, type LookAlike, type Match, REPORTED_FROM, type Span } from './span.ts';
import { decode, type Text, type TextOrigin, textOf } from './text.ts';

export interface ClassifierOptions {
  readonly finders: readonly Finder[];
  /**
   * Kinds to look for: names or patterns with `*`, as in `person/*`. A kind that is named in full counts on its bare shape
   * too. Absent: all kinds but those that are looked for on request only.
   */
  readonly kinds?: readonly string[];
}

export interface Classification {
  /** By start; no two values overlap. */
  readonly spans: readonly Span[];
  readonly lookAlikes: readonly LookAlike[];
}

export interface Classifier {
  /** The kinds that are looked for. */
  readonly kinds: readonly Kind[];
  /**
   * What stands in these bytes. Offsets count from their start.
   *
   * @param bytes one text, or a part of one, up to some megabytes
   */
  classify(bytes: Uint8Array, origin?: TextOrigin): readonly Span[];
  /** The same with the look-alikes that were dropped, which takes longer. */
  explain(bytes: Uint8Array, origin?: TextOrigin): Classification;
}

/** A classifier of these finders. It keeps buffers between calls and is for one thread. */
export function createClassifier(options: ClassifierOptions): Classifier {
  const selection = selectionOf(
    options.kinds,
    options.finders.flatMap((finder) => finder.kinds),
  );
  const finders = options.finders.filter((finder) => finder.kinds.some(selection.includes));
  const dispatch = createDispatch(finders);
  const run = (text: Text, lookAlikes: LookAlike[] | undefined): Span[] => {
    const matches: Match[] = [];
    const report: Report = {
      found(match) {
        if (match.confidence < REPORTED_FROM && !selection.named.has(match.kind)) return;
        matches.push(match);
      },
      dropped: (lookAlike) => lookAlikes?.push(lookAlike),
      explains: lookAlikes !== undefined,
      asked: (kind) => selection.named.has(kind),
    };
    const hits = dispatch(text);
    finders.forEach((finder, index) => {
      finder.find(text, hits[index] as Hits, report);
    });
    return settle(matches.filter((match) => selection.matches(match.kind))).map((match) => spanOf(text, match));
  };
  return {
    kinds: finders.flatMap((finder) => finder.kinds).filter(selection.includes),
    classify: (bytes, origin) => run(textOf(bytes, origin), undefined),
    explain(bytes, origin) {
      const lookAlikes: LookAlike[] = [];
      const spans = run(textOf(bytes, origin), lookAlikes);
      const stands = (one: LookAlike) => !spans.some((span) => span.start < one.end && one.start < span.end);
      return { spans, lookAlikes: lookAlikes.filter((one) => selection.matches(one.kind) && stands(one)) };
    },
  };
}

function spanOf(text: Text, match: Match): Span {
  const masked = isStretch(match.kind)
    ? maskOfText(match.end - match.start)
    : maskOf(decode(text, match.start, match.end));
  return { ...match, level: match.confidence >= CERTAIN_FROM ? 'certain' : 'possible', masked };
}

interface Selection {
  /** Kinds asked for by their full names. */
  readonly named: ReadonlySet<string>;
  matches(kind: string): boolean;
  includes(kind: Kind): boolean;
}

function selectionOf(patterns: readonly string[] | undefined, kinds: readonly Kind[]): Selection {
  const globs = patterns?.map(globOf);
  const onRequest = new Set(kinds.filter((kind) => kind.onRequest).map(({ id }) => id));
  const matches = globs
    ? (kind: string) => globs.some((glob) => glob.test(kind))
    : (kind: string) => !onRequest.has(kind);
  return {
    named: new Set(patterns?.filter((pattern) => !pattern.includes('*'))),
    matches,
    includes: (kind) => matches(kind.id),
  };
}

/** `*` stands for anything, a solidus included. */
function globOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** One search for the triggers of all finders; its hits are dealt out to those that wait for them. */
function createDispatch(finders: readonly Finder[]): (text: Text) => readonly Hits[] {
  const words = new Map<string, { readonly finder: number; readonly trigger: number }[]>();
  finders.forEach(({ triggers }, finder) => {
    triggers.forEach((word, trigger) => {
      const key = word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
      words.set(key, [...(words.get(key) ?? []), { finder, trigger }]);
    });
  });
  const receivers = [...words.values()];
  const search = createKeywordSearch([...words.keys()], (word) =>
    laxest((receivers[word] ?? []).map(({ finder, trigger }) => finders[finder]?.placeOf?.(trigger) ?? 'anywhere')),
  );
  const dealt = finders.map(() => ({ length: 0, trigger: new Int32Array(256), end: new Int32Array(256) }));
  return (text) => {
    for (const hits of dealt) hits.length = 0;
    deal(search.find(text.bytes), receivers, dealt);
    return dealt;
  };
}

function laxest(places: readonly WordPlace[]): WordPlace {
  if (places.includes('anywhere')) return 'anywhere';
  return places.includes('word start') ? 'word start' : 'whole word';
}

type Dealt = { length: number; trigger: Int32Array<ArrayBuffer>; end: Int32Array<ArrayBuffer> };

function deal(
  found: WordHits,
  receivers: readonly (readonly { readonly finder: number; readonly trigger: number }[])[],
  dealt: readonly Dealt[],
): void {
  for (let i = 0; i < found.length; i += 1) {
    const end = found.end[i] as number;
    for (const { finder, trigger } of receivers[found.word[i] as number] ?? []) {
      const hits = dealt[finder] as Dealt;
      if (hits.length === hits.end.length) widen(hits);
      hits.trigger[hits.length] = trigger;
      hits.end[hits.length] = end;
      hits.length += 1;
    }
  }
}

function widen(hits: Dealt): void {
  const trigger = new Int32Array(hits.length * 2);
  const end = new Int32Array(hits.length * 2);
  trigger.set(hits.trigger);
  end.set(hits.end);
  hits.trigger = trigger;
  hits.end = end;
}
