// Finds searches in running text: in the URLs of access logs, and in rows and log lines written as JSON.
import { fieldsOf, type PlacedField } from '../conversation/expand-row.ts';
import { readRow } from '../conversation/fields.ts';
import { isList, isObject } from '../conversation/foreign-json.ts';
import { type Extent, locate } from '../conversation/json-extent.ts';
import { type Root, rootReader } from '../conversation/json-roots.ts';
import type { Finder, Hits, Report } from '../finder.ts';
import { decode, type Text } from '../text.ts';
import { SEARCH_HISTORY } from './kind.ts';
import { wordsInQuery } from './query-text.ts';
import { searchInParameter } from './url-search.ts';

const PARAMETERS = [
  'q',
  'query',
  's',
  'wd',
  'word',
  'text',
  'p',
  'k',
  'kw',
  'term',
  'terms',
  'keyword',
  'keywords',
  'search',
  'search_query',
  'searchterm',
  'search_term',
  'searchtext',
  'searchquery',
  'phrase',
  '_nkw',
  'field-keywords',
  'as_q',
  'recherche',
  'motcle',
  'suchbegriff',
  'suche',
  'busqueda',
  'b%c3%basqueda',
  'buscar',
  'busca',
  'pesquisa',
  'ricerca',
  'cerca',
  'zoekterm',
  'szukaj',
  'fraza',
  'mots',
  'consulta',
  'termo',
  'question',
  'requete',
];
const KEYS = [
  'query',
  'q',
  'search',
  'search_term',
  'searchterm',
  'search_terms',
  'search_query',
  'searchquery',
  'search_text',
  'searchtext',
  'search_phrase',
  'searchphrase',
  'search_string',
  'search_keyword',
  'searchkeyword',
  'search_keywords',
  'keyword',
  'keywords',
  'query_text',
  'querytext',
  'query_string',
  'querystring',
  'user_query',
  'userquery',
  'recherche',
  'terme_recherche',
  'mot_cle',
  'mots_cles',
  'requete',
  'suchbegriff',
  'suchanfrage',
  'suchtext',
  'suche',
  'anfrage',
  'busqueda',
  'búsqueda',
  'termino_busqueda',
  'consulta',
  'ricerca',
  'termine_ricerca',
  'parola_chiave',
  'busca',
  'pesquisa',
  'termo_busca',
  'zoekterm',
  'zoekopdracht',
  'szukaj',
  'fraza',
  'zapytanie',
  '搜索词',
  '搜索',
  '搜索关键词',
  '检索词',
  '关键词',
  '查询词',
  '検索',
  '検索語',
  '検索ワード',
  '検索キーワード',
  '検索クエリ',
  'キーワード',
  'запрос',
  '검색어',
];

const URL_TRIGGERS = PARAMETERS.flatMap((name) => [`?${name}=`, `&${name}=`, `;${name}=`]);
const JSON_TRIGGERS = KEYS.flatMap((key) => [`"${key}"`, `"${key}\\`]);

export const searchHistoryFinder: Finder = {
  name: 'search-history',
  kinds: [SEARCH_HISTORY],
  triggers: [...URL_TRIGGERS, ...JSON_TRIGGERS],
  find(text, hits, report) {
    if (hits.length === 0) return;
    const found = findInUrls(text, hits, report);
    findInJson(text, hits, report, found);
  },
};

/** Bytes of a URL before a parameter that are looked at for its path, and of a value. */
const MAX_BASE = 1024;
const MAX_VALUE = 2000;

/** Reports searches in URLs, and returns where their values start, in ascending order. */
function findInUrls(text: Text, hits: Hits, report: Report): readonly number[] {
  const { latin1 } = text;
  const starts: number[] = [];
  for (let hit = 0; hit < hits.length; hit++) {
    const trigger = hits.trigger[hit] ?? 0;
    const word = URL_TRIGGERS[trigger];
    if (trigger >= URL_TRIGGERS.length || word === undefined) continue;
    const start = hits.end[hit] ?? 0;
    const nameAt = start - Buffer.byteLength(word, 'utf8');
    const base = baseOf(latin1, nameAt);
    if (base === undefined) continue;
    const end = endOfParameter(latin1, start);
    if (end === start) continue;
    const read = searchInParameter(base, word.slice(1, -1), decode(text, start, end));
    if (read === undefined) continue;
    starts.push(start);
    report.found({
      kind: SEARCH_HISTORY.id,
      rule: 'search/url',
      start,
      end,
      confidence: read.confidence,
      reasons: read.reasons,
    });
  }
  return starts;
}

/** What stands before the question mark of the URL that has a parameter here. */
function baseOf(latin1: string, separator: number): string | undefined {
  const limit = Math.max(0, separator - MAX_BASE);
  let mark = latin1.charCodeAt(separator) === 0x3f ? separator : -1;
  let at = separator - 1;
  for (; at >= limit; at--) {
    const unit = latin1.charCodeAt(at);
    if (unit <= 32 || unit === 0x22 || unit === 0x27 || unit === 0x3c || unit === 0x28 || unit === 0x5c) break;
    if (unit === 0x3f) mark = at;
  }
  return mark === -1 ? undefined : latin1.slice(at + 1, mark);
}

function endOfParameter(latin1: string, start: number): number {
  const limit = Math.min(latin1.length, start + MAX_VALUE);
  for (let at = start; at < limit; at++) {
    const unit = latin1.charCodeAt(at);
    if (
      unit <= 32 ||
      unit === 0x22 ||
      unit === 0x26 ||
      unit === 0x23 ||
      unit === 0x27 ||
      unit === 0x3b ||
      unit === 0x3c ||
      unit === 0x3e ||
      unit === 0x5c ||
      unit === 0x29 ||
      unit === 0x5d
    )
      return at;
  }
  return limit;
}

function findInJson(text: Text, hits: Hits, report: Report, inUrls: readonly number[]): void {
  const roots = rootReader(text);
  for (let hit = 0; hit < hits.length; hit++) {
    if ((hits.trigger[hit] ?? 0) < URL_TRIGGERS.length) continue;
    const place = (hits.end[hit] ?? 0) - 2;
    if (place < roots.done) continue;
    const root = roots.at(place);
    if (root === undefined || root.literal === true) continue;
    const rows = isList(root.value) ? root.value.slice(0, 10_000) : [root.value];
    rows.forEach((row, at) => {
      reportRow(text, root, isList(root.value) ? at : undefined, fieldsOf(row), report, inUrls);
    });
  }
}

function reportRow(
  text: Text,
  root: Root,
  at: number | undefined,
  fields: readonly PlacedField[],
  report: Report,
  inUrls: readonly number[],
): void {
  const search = readRow(fields)?.search;
  if (search === undefined) {
    reportQueryLanguage(text, root, at, report);
    return;
  }
  const field =
    fields.find((one) => one.name === search.field) ?? fields.find((one) => search.field.startsWith(`${one.name}.`));
  if (field === undefined) return;
  const path = at === undefined ? field.path : [at, ...field.path];
  const { start, end } = content(text.latin1, locate(text.latin1, root, root.level, path), root.level);
  // A URL inside the row was reported with the place of its parameter.
  if (holdsOne(inUrls, start, end)) return;
  report.found({
    kind: SEARCH_HISTORY.id,
    rule: 'search/field',
    start,
    end,
    confidence: search.confidence,
    reasons: search.reasons,
  });
}

/** A query of Elasticsearch and its like with words that a person typed: possible, since programs write such queries too. */
function reportQueryLanguage(text: Text, root: Root, at: number | undefined, report: Report): void {
  const row = at === undefined || !isList(root.value) ? root.value : root.value[at];
  const query = isObject(row) ? row.query : undefined;
  if (!isObject(query) || wordsInQuery(query) === undefined) return;
  const { start, end } = locate(text.latin1, root, root.level, at === undefined ? ['query'] : [at, 'query']);
  report.found({
    kind: SEARCH_HISTORY.id,
    rule: 'search/query-language',
    start,
    end,
    confidence: 0.45,
    reasons: ['words inside a query language'],
  });
}

/** A string without its quotes. */
function content(latin1: string, value: Extent, level: number): Extent {
  const escapes = (1 << level) - 1;
  const quoted = latin1.charCodeAt(value.start + escapes) === 0x22 && value.end - value.start > 2 * (escapes + 1);
  return quoted ? { start: value.start + escapes + 1, end: value.end - escapes - 1 } : value;
}

function holdsOne(starts: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (starts[low] ?? Number.POSITIVE_INFINITY) < to;
}
