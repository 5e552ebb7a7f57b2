// Reads a search in a row: what was typed, by whom, when; for rows of search logs and of request logs with their parameters.
import type { ColumnUse } from '../conversation/column-names.ts';
import type { Field } from '../conversation/expand-row.ts';
import { evidenceOf, kindOf } from '../conversation/text-statistics.ts';
import { timeOf } from '../conversation/turn.ts';
import { queryVerdict, wordsInQueryLanguage } from './query-text.ts';
import { searchInUrl } from './url-search.ts';

/** A search and who made it. */
export interface SearchReading {
  /** Name of the column that holds the words. */
  readonly field: string;
  /** What was typed, so that others can look what it is about. It goes into no output. */
  readonly query: string;
  /** Ids as the row has them. Only for counting. */
  readonly user?: string;
  readonly session?: string;
  readonly at?: number;
  /** From 0 to 1, see span.ts. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

type Uses = Partial<Record<ColumnUse, Field>>;

/** Paths and names of operations that search, in ten languages. */
const SEARCH_PATH =
  /(?:^|[/_.:?&\s-])(?:full[_-]?text[_-]?|site[_-]?|web[_-]?|product[_-]?|user[_-]?|semantic[_-]?|image[_-]?)?(?:search|searches|searched|searchresults?|suggest(?:ions)?|autocomplete|typeahead|recherche[rs]?|rechercher|suche[n]?|buscar?|busqueda|búsqueda|ricerca|cerca|pesquisa[r]?|zoeken|zoek|szukaj|wyszukiwanie|wyszukaj|sok|kensaku)(?:$|[/_.:?&#\s-])|search(?:Query|Request|Event|Performed|Submitted|Products?|Users?)\b|\bsearch|搜索|检索|検索/i;

/**
 * The search in a row, or undefined.
 *
 * A column with a name that only searches have is enough with a person beside it; `query` and `q` need a path of a search, or
 * a person and results.
 */
export function readSearch(row: readonly Field[], uses: Uses): SearchReading | undefined {
  return inColumns(uses) ?? inUrls(row, uses);
}

function inColumns(uses: Uses): SearchReading | undefined {
  const field = uses.search ?? uses.query;
  if (field === undefined) return undefined;
  let query = field.value.trim();
  let verdict = queryVerdict(query);
  const reasons: string[] = [];
  let confidence = field === uses.search ? 0.45 : 0.3;
  if (verdict === 'statement') {
    const words = query.charCodeAt(0) === 0x7b ? wordsInQueryLanguage(query) : undefined;
    if (words === undefined) return undefined;
    query = words;
    verdict = 'typed';
    confidence -= 0.1;
    reasons.push('words inside a query language');
  } else reasons.push(field === uses.search ? 'a column of searches' : 'a column of queries');
  const sign = (weight: number, reason: string) => {
    confidence += weight;
    reasons.push(reason);
  };
  if (uses.path !== undefined && SEARCH_PATH.test(uses.path.value)) sign(0.35, 'a path of a search');
  if (uses.user !== undefined || uses.sender !== undefined) sign(0.2, 'an id of a user');
  else if (uses.session !== undefined) sign(0.1, 'an id of a session');
  if (uses.results !== undefined) sign(0.15, 'results beside it');
  if (uses.time !== undefined) sign(0.05, 'a time');
  if (kindOf(evidenceOf(query)) !== 'machine' && /\s|[\u3041-\u30ff\u3400-\u9fff]/.test(query)) sign(0.1, 'words');
  if (verdict === 'unclear') confidence -= 0.25;
  // A keyword column of a product or article, and a statement's text in a log, stand without a person.
  if (uses.user === undefined && uses.session === undefined && uses.sender === undefined && uses.path === undefined)
    confidence -= 0.15;
  if (uses.log !== undefined && uses.user === undefined) confidence -= 0.2;
  if (confidence < 0.3) return undefined;
  return withPerson({ field: field.name, query, confidence: Math.min(0.95, confidence), reasons }, uses);
}

/** Searches in the URL of a request: a column of access logs. */
function inUrls(row: readonly Field[], uses: Uses): SearchReading | undefined {
  for (const field of row) {
    const { value } = field;
    if (value.length > 8192 || !value.includes('=') || !(value.includes('?') || value.includes('&'))) continue;
    const found = searchInUrl(value);
    if (found === undefined) continue;
    return withPerson(
      { field: field.name, query: found.query, confidence: found.confidence, reasons: found.reasons },
      uses,
    );
  }
  return undefined;
}

function withPerson(found: SearchReading, uses: Uses): SearchReading {
  const user = (uses.user ?? uses.sender)?.value;
  const session = uses.session?.value;
  const at = timeOf(uses.time?.value);
  return {
    ...found,
    ...(user === undefined ? {} : { user }),
    ...(session === undefined ? {} : { session }),
    ...(at === undefined ? {} : { at }),
  };
}
