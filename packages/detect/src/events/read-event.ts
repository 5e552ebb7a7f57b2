// A parsed line → an event: the shape is recognised, and the log source is what the event says of itself, else what its shape tells.

import type { LogSource } from '../sigma/rule.ts';
import { type EventSource, type Fields, type SigmaEvent, sourceOf } from './event.ts';
import type { Taxonomy } from './taxonomy.ts';
import { readWindows } from './windows.ts';

const UNKNOWN = sourceOf({});
/** Real logs have a few dozen; who sends every mixture of known words fills no memory. */
const MAX_SOURCES = 4096;
const MAX_WORDS = 4;
const MAX_WORD = 64;

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
    if (sources.size >= MAX_SOURCES) sources.clear();
    sources.set(source.key, source);
    return source;
  };
  const said = new Map<string, EventSource>();
  const sourceOfWords = (told: EventSource, words: Fields, isSaid: boolean): EventSource => {
    const own = ownWords(words, isSaid ? undefined : taxonomy);
    if (own === undefined) return shared(filled(told, assumed));
    const key = `${own.product ?? ''}\n${own.categories?.join() ?? ''}\n${own.services?.join() ?? ''}\n${told.key}`;
    let source = said.get(key);
    if (source === undefined) {
      source = shared(filled(joined(told, own), assumed));
      if (said.size >= MAX_SOURCES) said.clear();
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
    const isSaid = typeof nested === 'object' && nested !== null && !Array.isArray(nested);
    const words = isSaid ? (nested as Fields) : raw;
    const { product, category, service } = words;
    const isSame =
      last?.told === told && last.product === product && last.category === category && last.service === service;
    if (last !== undefined && isSame) return { fields, source: last.source };
    const source = sourceOfWords(told, words, isSaid);
    last = { told, product, category, service, source };
    return { fields, source };
  };
}

interface OwnWords {
  readonly product: string | undefined;
  readonly categories: readonly string[] | undefined;
  readonly services: readonly string[] | undefined;
}

/**
 * A record can be meant for the rules of several categories or services.
 *
 * @param taxonomy where the fields may be content, the words that are none; undefined where a log source is said as such
 */
function ownWords(from: Fields, taxonomy: Taxonomy | undefined): OwnWords | undefined {
  const words = (key: keyof Taxonomy): readonly string[] | undefined => {
    const value = from[key];
    const known = (Array.isArray(value) ? (value as unknown[]).slice(0, MAX_WORDS) : [value]).filter(
      (one): one is string =>
        typeof one === 'string' && one.length <= MAX_WORD && (taxonomy === undefined || taxonomy[key].has(one)),
    );
    return known.length === 0 ? undefined : known;
  };
  const own = { product: words('product')?.[0], categories: words('category'), services: words('service') };
  return own.product === undefined && own.categories === undefined && own.services === undefined ? undefined : own;
}

function joined(told: EventSource, own: OwnWords): EventSource {
  const services = own.services ?? told.services;
  const categories = own.categories ?? told.categories;
  const which = own.product ?? told.product;
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
