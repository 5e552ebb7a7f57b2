// Whether the value of a field called "query" is what a person typed, or a statement in a language for machines.
import { isList, isObject, type JsonObject, parseJson } from '../conversation/foreign-json.ts';

/** Characters that a person types into a search box at most. Longer ones are statements, texts or attacks. */
const LONGEST_QUERY = 500;

export type QueryVerdict = 'typed' | 'statement' | 'unclear';

const STATEMENTS: readonly RegExp[] = [
  // SQL, https://www.iso.org/standard/76583.html: a verb and the word or sign that the grammar asks for behind it.
  /^\s*(?:--|\/\*)/,
  /^[\s(]*select\s+(?:distinct\s+|top\s+\d+\s+)?(?:\*|[\w.`"[\]]+\s*(?:,|\(|as\s)|[\w.`"]+\.[\w`"*]+|\d|'|[\w`"]+\s+from\s+[\w.`"]+\s*(?:$|;|where|limit|order|group|join|format))/i,
  /^\s*with\s+(?:recursive\s+)?[\w"]+\s*(?:\([^)]*\))?\s+as\s*\(/i,
  /^\s*insert\s+(?:ignore\s+)?into\s+[\w.`"]+\s*(?:\(|values|select|format)/i,
  /^\s*update\s+[\w.`"]+\s+set\s+[\w.`"]+\s*=/i,
  /^\s*delete\s+from\s+[\w.`"]+\s*(?:$|;|where)/i,
  /^\s*(?:create|drop|alter|truncate|rename|attach|detach|optimize|describe|desc)\s+(?:or\s+replace\s+)?(?:temporary\s+|unique\s+|materialized\s+|global\s+)*(?:table|index|view|database|schema|user|role|function|procedure|trigger|sequence|extension|type)\b/i,
  /^\s*(?:begin|commit|rollback|start\s+transaction|show\s+(?:tables|databases|create|variables|processlist|grants|columns)|set\s+(?:session|global|local|names|@)|explain\s+(?:analyze\s+)?select|pragma\s+\w+|vacuum|grant\s+\w+.*\s+on\s|revoke\s+\w+.*\s+on\s|exec(?:ute)?\s+\w+|call\s+\w+\()/i,
  // GraphQL, https://spec.graphql.org/: a selection set.
  /^\s*(?:(?:query|mutation|subscription|fragment)\b[^{]{0,300})?\{\s*(?:\w|\.\.\.)/,
  // Cypher, SPARQL, Flux, KQL, jq-like pipes.
  /^\s*(?:optional\s+)?match\s*\(|^\s*(?:prefix\s+\w*:\s*<|ask\s*\{|construct\s*\{)|^\s*from\s*\(\s*bucket|\|\s*(?:where|project|summarize|extend|filter|json|line_format|stats|eval|rename|table|take)\b/i,
  // PromQL and LogQL: ranges, matchers, functions over selectors.
  /\[\d+[smhdwy](?::\d*[smhdwy]?)?\]|\{[\w.]+\s*(?:=|!=|=~|!~)\s*"|=~|\b(?:rate|irate|increase|sum|avg|min|max|count|histogram_quantile|topk|label_replace)\s*(?:by\s*\([^)]*\)\s*)?\(/,
  // Lucene and its like, as services write it: several fields, or operators between fields.
  /^[\w.@-]+:(?:"[^"]*"|\S+)(?:\s+(?:AND|OR|NOT)\s+|\s+[\w.@-]+:|$)|^\*:\*$|^\*$|\b(?:AND|OR|NOT)\s+[\w.]+:/,
  // XPath, URLs, paths, format strings and placeholders.
  /^\/{1,2}[\w@*./[\]-]+$|^[a-z][a-z+.-]*:\/\//i,
  /\$\{|\{\{|%[sd]\b|\?\s*,\s*\?|:\w+\s*(?:,|\))|\$\d\b/,
  // Commands: a Redis command in capitals with a key, a function call, an assignment.
  /^(?:GET|SET|DEL|HGET|HGETALL|HSET|MGET|INCR|EXPIRE|LPUSH|RPUSH|ZADD|SADD|EXISTS|TTL|PING|SCAN|KEYS)\b(?:\s+\S*[:_*]\S*|\s*$)/,
  /^[\w.]+\([^)]*\)\s*;?$|^\w+\s*=\s*\S+$|^[\w.]+(?:==|>=|<=|!=|&&|\|\|)/,
  // A query string, base64 and ids.
  /^(?:\w+=[^&\s]*&)+\w+=/,
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{16,}$|[A-Za-z0-9+/_-]{40,}={0,2}$)/,
];

/** What a field called "query" holds. */
export function queryVerdict(value: string): QueryVerdict {
  const text = value.trim();
  if (text.length < 2 || text.length > LONGEST_QUERY)
    return text.length > LONGEST_QUERY ? 'statement' : isIdeograph(text) ? 'typed' : 'unclear';
  const first = text.charCodeAt(0);
  if (first === 0x7b || first === 0x5b || first === 0x3c) return 'statement';
  if (/^(?:true|false|null|none|undefined|nan|n\/a|all|any|default|\*+|-+)$/i.test(text)) return 'statement';
  if (/^[\d\s.,:;+/-]+$/.test(text)) return 'unclear';
  for (const statement of STATEMENTS) if (statement.test(text)) return 'statement';
  if (!/\p{L}{2}/u.test(text) && !isIdeograph(text)) return 'unclear';
  // snake_case, kebab-case of three and more parts, camelCase and dotted names without a space are names in programs.
  if (
    /^[a-z\d]+(?:_[a-z\d]+)+$|^[a-z]+(?:[A-Z][a-z\d]+)+$|^[a-z\d]+(?:\.[a-z\d_]+)+$|^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(text)
  )
    return 'unclear';
  return 'typed';
}

function isIdeograph(text: string): boolean {
  return /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text);
}

/** Keys of Elasticsearch's and OpenSearch's query language whose value is what somebody looks for. */
const TEXT_QUERIES = new Set([
  'match',
  'match_phrase',
  'match_phrase_prefix',
  'match_bool_prefix',
  'multi_match',
  'query_string',
  'simple_query_string',
  'more_like_this',
  'semantic',
  'neural',
  'fuzzy',
  'prefix',
  'wildcard',
  'combined_fields',
]);

/**
 * The words in a query of Elasticsearch (https://www.elastic.co/guide/en/elasticsearch/reference/current/query-dsl.html),
 * Meilisearch, Typesense or Algolia (`q`, `query`): what a person typed, where there are at least two words of it.
 */
export function wordsInQueryLanguage(value: string): string | undefined {
  if (value.length > 100_000) return undefined;
  const parsed = parseJson(value);
  return isObject(parsed) ? wordsInQuery(parsed) : undefined;
}

export function wordsInQuery(query: JsonObject): string | undefined {
  const open: { value: unknown; text: boolean; depth: number }[] = [{ value: query, text: false, depth: 0 }];
  for (let visited = 0; open.length > 0 && visited < 2000; visited++) {
    const { value, text, depth } = open.pop() ?? { value: undefined, text: false, depth: 0 };
    if (typeof value === 'string') {
      if (text && /\s|[\u3041-\u30ff\u3400-\u9fff]/.test(value.trim()) && queryVerdict(value) === 'typed') return value;
    } else if (isList(value)) {
      if (depth < 12)
        for (const element of value.slice(0, 100)) open.push({ value: element, text: false, depth: depth + 1 });
    } else if (isObject(value) && depth < 12) {
      for (const key of Object.keys(value).slice(0, 100)) {
        // Inside match the field's name comes first; operators and analysers beside the words are no words.
        const isWords =
          key === 'query' ||
          key === 'q' ||
          key === 'value' ||
          key === 'like' ||
          (text &&
            !/^(fields|analyzer|operator|type|boost|fuzziness|minimum_should_match|default_operator|default_field|lenient|slop)$/.test(
              key,
            ));
        open.push({ value: value[key], text: TEXT_QUERIES.has(key) || isWords, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
