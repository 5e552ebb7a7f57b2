// The value of a fact, in the reader's words.
import { factKind } from '../../forms/case/fact-kinds.ts';
import type { Bounds, Format } from '../../words/format.ts';
import { useFormat, useWords, type Words } from '../../words/words.tsx';

export function FactValue({ path, value }: { path: string; value: unknown }) {
  const words = useWords();
  const format = useFormat();
  return <>{factText(path, value, words, format)}</>;
}

export function factText(path: string, value: unknown, words: Words, format: Format): string {
  const { kind } = factKind(path);
  if (value === null || value === undefined) return words.frame.unknown;
  if (value === 'unknown' && kind !== 'choice') return words.frame.unknown;
  if (typeof value === 'boolean') return value ? words.frame.acts.yes : words.frame.acts.no;
  if (typeof value === 'number') return format.number(value);
  if (kind === 'instant' && typeof value === 'string') return format.instant(value);
  if (path === 'kinds' && Array.isArray(value)) return format.list(value.map((item) => kindText(item, words)));
  if (typeof value === 'string') return kind === 'choice' ? words.facts.value(value) : value;
  if (Array.isArray(value)) return format.list(value.map((item) => itemText(item, kind === 'choices', words)));
  if (isBounds(value)) return format.bounds(value);
  return JSON.stringify(value);
}

function isBounds(value: unknown): value is Bounds {
  return typeof value === 'object' && value !== null && 'lower' in value;
}

function itemText(item: unknown, isWord: boolean, words: Words): string {
  if (typeof item === 'string') return isWord ? words.facts.value(item) : item;
  if (typeof item === 'object' && item !== null && 'what' in item) return String(item.what);
  return JSON.stringify(item);
}

function kindText(item: unknown, words: Words): string {
  if (typeof item === 'string') return words.domain.kind(item);
  if (typeof item === 'object' && item !== null && 'kind' in item) return words.domain.kind(String(item.kind));
  return JSON.stringify(item);
}
