// A parsed line → an event: the shape is recognised, and the log source is what the event says of itself, else what its shape tells.

import type { LogSource } from '../sigma/rule.ts';
import { type EventSource, type Fields, type SigmaEvent, sourceOf } from './event.ts';
import type { Taxonomy } from './taxonomy.ts';
import { readWindows } from './windows.ts';

const UNKNOWN = sourceOf({});

export type EventReader = (raw: Fields) => SigmaEvent;

/**
 * Makes a reader. Sources of the same words are the same object, so that rules are chosen once for each.
 *
 * @param assumed where events do not say themselves where they come from
 */
export function createEventReader(taxonomy: Taxonomy, assumed: LogSource = {}): EventReader {
  const sources = new Map<string, EventSource>();
  const shared = (source: EventSource): EventSource => {
    const known = sources.get(source.key);
    if (known) return known;
    // Sources are made of known words, so that there cannot be many.
    sources.set(source.key, source);
    return source;
  };
  const said = new Map<string, EventSource>();
  const sourceOfWords = (told: EventSource, words: Fields): EventSource => {
    const own = ownWords(words, taxonomy);
    if (own === undefined) return shared(filled(told, assumed));
    const key = `${own.product ?? ''}\n${own.category ?? ''}\n${own.service ?? ''}\n${told.key}`;
    let source = said.get(key);
    if (source === undefined) {
      source = shared(filled(joined(told, own), assumed));
      said.set(key, source);
    }
    return source;
  };
  // Events come in runs of one source.
  let last:
    | { told: EventSource; product: unknown; category: unknown; service: unknown; source: EventSource }
    | undefined;
  return (raw) => {
    const { fields, source: told } = readWindows(raw) ?? { fields: raw, source: UNKNOWN };
    const nested = raw.logsource;
    const words = typeof nested === 'object' && nested !== null && !Array.isArray(nested) ? (nested as Fields) : raw;
    const { product, category, service } = words;
    const isSame =
      last?.told === told && last.product === product && last.category === category && last.service === service;
    if (last !== undefined && isSame) return { fields, source: last.source };
    const source = sourceOfWords(told, words);
    last = { told, product, category, service, source };
    return { fields, source };
  };
}

interface OwnWords {
  readonly product: string | undefined;
  readonly category: string | undefined;
  readonly service: string | undefined;
}

function ownWords(from: Fields, taxonomy: Taxonomy): OwnWords | undefined {
  const word = (key: keyof Taxonomy) => {
    const value = from[key];
    return typeof value === 'string' && taxonomy[key].has(value) ? value : undefined;
  };
  const own = { product: word('product'), category: word('category'), service: word('service') };
  return own.product === undefined && own.category === undefined && own.service === undefined ? undefined : own;
}

function joined(told: EventSource, { product, category, service }: OwnWords): EventSource {
  const services = service === undefined ? told.services : [service];
  const categories = category === undefined ? told.categories : [category];
  const which = product ?? told.product;
  return sourceOf({
    ...(which !== undefined && { product: which }),
    ...(services !== undefined && { services }),
    ...(categories !== undefined && { categories }),
  });
}

/** What the event does not tell is as it is assumed. */
function filled(source: EventSource, { product, category, service }: LogSource): EventSource {
  const isTold = (told: unknown, one: string | undefined) => told !== undefined || one === undefined;
  if (isTold(source.product, product) && isTold(source.services, service) && isTold(source.categories, category)) {
    return source;
  }
  const services = source.services ?? (service === undefined ? undefined : [service]);
  const categories = source.categories ?? (category === undefined ? undefined : [category]);
  const which = source.product ?? product;
  return sourceOf({
    ...(which !== undefined && { product: which }),
    ...(services !== undefined && { services }),
    ...(categories !== undefined && { categories }),
  });
}
