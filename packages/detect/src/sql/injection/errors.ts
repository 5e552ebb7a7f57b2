// Whether a statement is written to fail with an answer in the text of its error, or to hand whole tables to a function that writes them out.
// The functions have honest uses, which name a column and a path; here they are given what the server says of itself.
import { callsOf, hasSequence, inside, partsOf, saidBy, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';
import { hasMark, hasProbe } from './marks.ts';
import type { Place } from './places.ts';

export function tellsByError({ tokens, functions }: Told, places: readonly Place[]): boolean {
  if (functions.length === 0) return castsAnswer(tokens, places) || spellsInCondition(tokens, places);
  return (
    ofXml(tokens) ||
    callsOf(tokens, CARRIERS).some((at) => isLoaded(inside(tokens, at + 1))) ||
    callsOf(tokens, SHAPES).some((at) => places[at]?.decides === true && isQuery(inside(tokens, at + 1))) ||
    doublesKey(tokens) ||
    overflows(tokens) ||
    castsAnswer(tokens, places) ||
    spellsInCondition(tokens, places) ||
    writesOut(tokens, functions)
  );
}

const XML = new Set(['extractvalue', 'updatexml']);

/** A document that is a number or nothing, or a path that holds an answer. */
function ofXml(tokens: readonly Token[]): boolean {
  return callsOf(tokens, XML).some((at) => {
    const given = inside(tokens, at + 1);
    const [document = []] = partsOf(given);
    const isNoDocument = document.length === 1 && (document[0]?.kind === 'number' || document[0]?.word === 'NULL');
    return isNoDocument || document.some(({ word }) => word === 'RAND') || isLoaded(given);
  });
}

/** Functions whose errors quote what they were given. */
const CARRIERS = new Set(
  'gtid_subset gtid_subtract json_keys st_latfromgeohash st_longfromgeohash st_pointfromgeohash uuid_to_bin bin_to_uuid name_const xmltype drithsx.sn sn sqlid_to_sqlhash get_host_address getmappingxpath'.split(
    ' ',
  ),
);
const SHAPES = new Set(
  'polygon multipoint linestring multilinestring multipolygon geometrycollection point'.split(' '),
);

function isLoaded(given: readonly Token[]): boolean {
  return hasProbe(given) || hasMark(given);
}

function isQuery(given: readonly Token[]): boolean {
  return given[0]?.text === '(' && given.some(({ word }) => word === 'SELECT');
}

const RAND = new Set(['rand']);

/** `FLOOR(RAND(0)*2)` beside an answer in what is grouped by: the key comes twice, and the error quotes it. */
function doublesKey(tokens: readonly Token[]): boolean {
  const isSeeded = callsOf(tokens, RAND).some(
    (at) => tokens[at - 2]?.word === 'FLOOR' && tokens[at + 2]?.kind === 'number',
  );
  return isSeeded && tokens.some(({ word }) => word === 'GROUP') && tokens.some(({ word }) => /^CONCAT/.test(word));
}

/** `EXP(~(SELECT …))` and its like are beyond what numbers hold. */
function overflows(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, at) => text === '~' && tokens[at + 1]?.text === '(' && tokens[at + 2]?.word === 'SELECT',
  );
}

const NUMBERS = /^(?:U?INT\d*|INTEGER|BIGINT|SMALLINT|NUMERIC|DECIMAL|FLOAT\d*|REAL|DOUBLE|SIGNED|UNSIGNED|MONEY)$/i;
const CASTS = new Set(['cast', 'convert', 'try_cast']);
const TO_NUMBER = /^to(?:U?Int\d+|Float\d+|Decimal\d+)$/i;

/** What is no number is cast to one, in a condition. */
function castsAnswer(tokens: readonly Token[], places: readonly Place[]): boolean {
  return tokens.some((token, at) => {
    if (places[at]?.decides !== true) return false;
    if (token.text === '::' && NUMBERS.test(tokens[at + 1]?.text ?? '')) return isLoaded(operandBefore(tokens, at));
    if (token.kind !== 'word' || tokens[at + 1]?.text !== '(') return false;
    const isNumber = TO_NUMBER.test(token.text);
    if (!isNumber && !CASTS.has(token.text.toLowerCase())) return false;
    const given = inside(tokens, at + 1);
    return (isNumber || given.some(({ text }) => NUMBERS.test(text))) && (isLoaded(given) || given.some(isAccount));
  });
}

/** Who asks, in the words of the standard, which have no parentheses. */
function isAccount({ word }: Token): boolean {
  return /^(?:CURRENT_USER|SESSION_USER|SYSTEM_USER|CURRENT_CATALOG|CURRENT_SCHEMA)$/.test(word);
}

/** The parenthesis that closes before `::`. */
function operandBefore(tokens: readonly Token[], at: number): readonly Token[] {
  const close = tokens[at - 1];
  if (close?.text !== ')') return [];
  const before = tokens.slice(Math.max(0, at - 64), at);
  const open = before.findLastIndex(({ text, depth }) => text === '(' && depth === close.depth);
  // A call's name stands before its parenthesis.
  return open < 0 ? [] : before.slice(Math.max(0, open - 1));
}

function spellsInCondition(tokens: readonly Token[], places: readonly Place[]): boolean {
  const deciding = tokens.filter((_, at) => places[at]?.decides === true);
  return deciding.length > 0 && hasMark(deciding);
}

const WHOLE = /^(?:database|schema)_to_xml(?:schema|_and_xmlschema)?$/;
const OF_QUERY = new Set(['query_to_xml', 'query_to_xml_and_xmlschema', 'query_to_xmlschema', 'table_to_xml']);

/** A query in a text is run by PostgreSQL's XML functions; counting rows of each table with them builds it from the catalogue's columns. */
function writesOut(tokens: readonly Token[], functions: readonly string[]): boolean {
  if (functions.some((name) => WHOLE.test(name))) return true;
  return callsOf(tokens, OF_QUERY).some((at) => {
    const [first] = inside(tokens, at + 1);
    return first?.kind === 'text' && /^\s*\w/.test(saidBy(first)) && !hasSequence(tokens, 'FORMAT', '(');
  });
}
