// A search in a URL: the parameter that holds the words, on a path or a host of a search engine.
import { queryVerdict } from './query-text.ts';

/** Parameters and the host or path on which they hold what was typed. Public addresses of the engines. */
const ENGINES: readonly (readonly [host: RegExp, parameters: readonly string[]])[] = [
  [/(?:^|\.)google\.[a-z.]{2,6}$/, ['q', 'as_q', 'oq']],
  [
    /(?:^|\.)bing\.com$|(?:^|\.)ecosia\.org$|(?:^|\.)qwant\.com$|(?:^|\.)startpage\.com$|(?:^|\.)search\.brave\.com$|(?:^|\.)so\.com$|(?:^|\.)kagi\.com$/,
    ['q', 'query'],
  ],
  [/(?:^|\.)duckduckgo\.com$/, ['q']],
  [/(?:^|\.)baidu\.com$/, ['wd', 'word', 'kw']],
  [/(?:^|\.)yandex\.[a-z.]{2,6}$|(?:^|\.)ya\.ru$/, ['text']],
  [/(?:^|\.)search\.yahoo\.(?:com|co\.jp)$/, ['p']],
  [/(?:^|\.)search\.naver\.com$/, ['query']],
  [/(?:^|\.)sogou\.com$/, ['query', 'keyword']],
  [/(?:^|\.)seznam\.cz$/, ['q']],
  [/(?:^|\.)youtube\.com$/, ['search_query']],
  [/(?:^|\.)amazon\.[a-z.]{2,6}$/, ['k', 'field-keywords']],
  [/(?:^|\.)ebay\.[a-z.]{2,6}$/, ['_nkw']],
  [/(?:^|\.)wikipedia\.org$/, ['search']],
];

/** Parameters that are a search wherever they stand, and those that are one on a path that searches. */
const ALWAYS = new Set([
  'search',
  'searchterm',
  'searchquery',
  'searchphrase',
  'searchtext',
  'searchstring',
  'searchkeyword',
  'searchkeywords',
  'fieldkeywords',
  'nkw',
  'recherche',
  'motcle',
  'motscles',
  'suchbegriff',
  'suche',
  'suchwort',
  'busqueda',
  'buscar',
  'busca',
  'pesquisa',
  'ricerca',
  'cerca',
  'zoekterm',
  'zoekopdracht',
  'szukaj',
  'fraza',
  'keyword',
  'keywords',
  '搜索',
  '搜索词',
  '关键词',
  '検索',
]);
const ON_SEARCH_PATH = new Set([
  'q',
  'query',
  'qry',
  'qs',
  's',
  'wd',
  'word',
  'words',
  'text',
  'p',
  'term',
  'terms',
  'k',
  'kw',
  'key',
  'phrase',
  'name',
  'input',
  'prefix',
  'question',
  'requete',
  'mots',
  'begriff',
  'consulta',
  'termo',
  'zoek',
  'title',
  'keyword',
  'value',
]);
/** Path segments of searches, whole. */
const PATH =
  /(?:^|[/._-])(?:search|searches|results|suggest|suggestions|autocomplete|complete|typeahead|find|lookup|recherche|rechercher|chercher|suche|suchen|finden|buscar|busca|busqueda|b%c3%basqueda|ricerca|cerca|pesquisa|pesquisar|zoeken|zoek|szukaj|wyszukiwanie|sok|s)(?:[/._-]|$)/i;

export interface UrlSearch {
  /** What was typed, decoded. It goes into no output. */
  readonly query: string;
  /** Characters from the start of the URL that the value takes, as it is written. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** The search in a URL, a path with parameters, or a query string; undefined where there is none. */
export function searchInUrl(url: string): UrlSearch | undefined {
  const mark = url.indexOf('?');
  const base = mark === -1 ? '' : url.slice(Math.max(0, mark - 512), mark);
  let at = mark + 1;
  for (let parameters = 0; at < url.length && parameters < 64; parameters++) {
    let end = at;
    while (end < url.length && !isBreak(url.charCodeAt(end))) end++;
    const equals = url.indexOf('=', at);
    if (equals > at && equals < end) {
      const found = searchInParameter(base, url.slice(at, equals), url.slice(equals + 1, end));
      if (found !== undefined) return { ...found, start: equals + 1, end };
    }
    if (end >= url.length || !isAmpersand(url.charCodeAt(end))) return undefined;
    at = end + 1;
    if (url.startsWith('amp;', at)) at += 4;
  }
  return undefined;
}

/** What ends a parameter in the URL of a log line. */
function isBreak(unit: number): boolean {
  return (
    unit <= 32 ||
    unit === 0x22 ||
    unit === 0x26 ||
    unit === 0x23 ||
    unit === 0x3b ||
    unit === 0x27 ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x5c
  );
}

function isAmpersand(unit: number): boolean {
  return unit === 0x26 || unit === 0x3b;
}

/**
 * Whether a parameter of a URL is a search.
 *
 * @param base what stands before the question mark: scheme, host and path, or the path alone
 */
export function searchInParameter(
  base: string,
  name: string,
  written: string,
): Pick<UrlSearch, 'query' | 'confidence' | 'reasons'> | undefined {
  if (written === '' || written.length > 2000 || name.length > 40) return undefined;
  const key = decoded(name)
    .toLowerCase()
    .replace(/[\s_[\]-]/g, '');
  const engine = engineOf(base, name);
  const always = ALWAYS.has(key);
  const onPath = ON_SEARCH_PATH.has(key);
  if (!engine && !always && !onPath) return undefined;
  const path = PATH.test(pathOf(base));
  if (!engine && !always && !path) return undefined;
  const query = decoded(written.replaceAll('+', ' '));
  const verdict = queryVerdict(query);
  if (verdict === 'statement') return undefined;
  const words = /\s|[\u0370-\uffff]/.test(query.trim());
  let confidence = engine ? 0.9 : always && path ? 0.85 : path ? 0.75 : 0.55;
  if (verdict === 'unclear') confidence -= 0.3;
  else if (!words && !engine) confidence -= 0.1;
  // `/find?key=…`, `/lookup?name=…`: names that look up one thing rather than search for words.
  if (/^(key|name|value|prefix|s|p|input|title|k)$/.test(key) && !engine) confidence -= words ? 0.1 : 0.35;
  if (confidence < 0.3) return undefined;
  const reasons = [engine ? 'parameter of a search engine' : 'parameter of a search'];
  if (path) reasons.push('a path of a search');
  return { query, confidence, reasons };
}

function engineOf(base: string, name: string): boolean {
  const scheme = base.indexOf('://');
  if (scheme === -1) return false;
  const from = scheme + 3;
  const slash = base.indexOf('/', from);
  const host = base.slice(from, slash === -1 ? base.length : slash).toLowerCase();
  return ENGINES.some(([hosts, parameters]) => parameters.includes(name) && hosts.test(host));
}

function pathOf(base: string): string {
  const scheme = base.indexOf('://');
  const slash = scheme === -1 ? -1 : base.indexOf('/', scheme + 3);
  return scheme === -1 ? base.slice(-300) : slash === -1 ? '' : base.slice(slash);
}

function decoded(written: string): string {
  if (!written.includes('%')) return written;
  try {
    return decodeURIComponent(written);
  } catch {
    // Broken percent signs are common in logs: what can be read is read.
    return written.replace(/%[0-9a-f]{2}/gi, ' ');
  }
}
