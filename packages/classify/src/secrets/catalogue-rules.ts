// Turns the entries of our own catalogue into rules for the engine: boundaries around tokens, and the shapes in which a value
// is assigned to a name in configuration files, programs, headers and logs.

import { asLatin1 } from '../text.ts';
import { CATALOGUE } from './catalogue/index.ts';
import type { CatalogueEntry, Opens } from './catalogue-entry.ts';
import { has, type Range, type Ranges, WORD } from './code-points.ts';
import { lengths, type Tree } from './regex-tree.ts';
import type { Allowlist, RuleSet, SecretRule } from './rule.ts';
import { treeOf } from './v8-syntax.ts';

/** The rules of the whole catalogue, with the values that are none for any rule. */
export function catalogueRules(): RuleSet {
  return rulesOf(CATALOGUE);
}

/** The rules of some entries, with the same allowlists. */
export function rulesOf(entries: readonly CatalogueEntry[]): RuleSet {
  return {
    title: 'the catalogue of secrets',
    rules: entries.map(ruleOf),
    allowlists: [{ ...allowing('a placeholder', PLACEHOLDERS, 'secret'), rules: [] }],
  };
}

function ruleOf(entry: CatalogueEntry): SecretRule {
  const { id, title, form, keywords, entropy, not = [], opens, path } = entry;
  const isFile = 'file' in form;
  const isGeneric = id.startsWith('generic');
  const allowlists: Allowlist[] = [];
  if (isGeneric) allowlists.push(allowing('no secret by its name', [NO_SECRET_NAME, TOKEN_ID], 'match'));
  if (not.length > 0) allowlists.push(allowing('no value of this secret', not, 'secret'));
  if ('names' in form) {
    allowlists.push(allowing('words only', [WORDS_ONLY], 'secret'), allowing('another thing', [OTHER_NAME], 'match'));
  }
  return {
    id,
    description: `${title}. ${MEANING[opens]}`,
    ...(isFile ? {} : { regex: 'token' in form ? tokenRegex(form.token) : assignmentRegex(form, isGeneric) }),
    ...(isFile ? { path: form.file } : path ? { path } : {}),
    ...(entropy === undefined ? {} : { entropy }),
    keywords: isFile ? [] : keywords,
    holdsKeyword: !isFile,
    tags: [opens],
    allowlists,
    required: [],
    skipReport: false,
  };
}

const MEANING: Readonly<Record<Opens, string>> = {
  'everything of an account': 'Whoever has it can do all that the account can.',
  data: 'Whoever has it can read the data behind it, or write it.',
  money: 'Whoever has it can see or move payments.',
  code: 'Whoever has it can read the code, or change what is built and published.',
  messages: "Whoever has it can send messages in the owner's name, or read them.",
  'one service': "Whoever has it can use this service in the owner's name and at the owner's cost.",
  little: 'It tells whose account it is; alone it opens little.',
};

function allowing(description: string, regexes: readonly RegExp[], target: Allowlist['target']): Allowlist {
  return { description, condition: 'any', paths: [], regexes, target, stopwords: [] };
}

/**
 * Values that only stand for one: documentation's examples, variables of templates and shells, formats, masks, sequences.
 */
const PLACEHOLDERS: readonly RegExp[] = [
  /[xX*#•]{6}/,
  /^[xX*#._-]+$/,
  /^(.)\1+$/s,
  // A is zero in base64, Q in bech32: keys with many zero bytes are unlikely, yet no placeholders.
  /([^AQ])\1{8}/,
  /EXAMPLE(?:KEY)?$|(?:^|[-_.])example(?:$|[-_.\d])/,
  // In a short token of random capitals the word does not stand by chance; gitleaks has a long one that is made of it.
  /^(?=.{1,64}$).*EXAMPLE/s,
  /^\\?[$%@]?[{<[(].*[})>\]]\)?$/s,
  /^\$\w+$|^%\w+%$|^@\w+@$|^%[-+# 0]?\w$/,
  /^(?:true|false|null|none|nil|undefined|empty|default|string|changeme|changeit)$/i,
  /^(?:my|your|the|some|insert|enter|put|add|replace|change|use)(?:[-_ ]|(?=[A-Z]))/,
  /^(?:MY|YOUR|THE|SOME|INSERT|ENTER|PUT|ADD|REPLACE|CHANGE|USE)[-_ ]/,
  /(?:^|[-_.])(?:dummy|fake|sample|placeholder|redacted|masked|hidden|changeme|todo|tbd)(?:$|[-_.])/i,
  /[-_](?:here|HERE)[-_]?$|YOUR[-_]|[-_]YOUR|\[?REDACTED\]?/,
  /abcdefghijklmno|ABCDEFGHIJKLMNO|^0?1234567890?$/,
  /\$\{|\{\{|\$\(|<%|%\(/,
];

/** A secret without marks has a digit in it; words and names of things have none. */
const WORDS_ONLY = /^[A-Za-z_.-]+$/;

/** Names that tell, before the sign, that the value is a hash, an address, a version or a label. */
const OTHER_NAME =
  /^[^=:>|,]*(?:\.(?:tar|t?gz|zip|jar|war|whl|deb|rpm|exe|iso|m?js|css|log|txt|bin)\b[^=:>|,]*|(?<!not[-_ ])commit|digest|checksum|integrity|etag|cursor|revision|sha\d|md5|[-_. ]?(?:hash|uuid|url|uri|host|path|file|image|version|region|name|count|size|length|type))["'\]\s]*[=:>|,]/i;

/** For names that only say "key" or "token": words before the sign that say of what, or that it is public. */
const NO_SECRET_NAME =
  /^[^=:>|,]*(?:[a-z]Ids?|[-_. ]ids?|ID|[pP]ublic|[pP]ub|[nN]ames?|NAMES?|[fF]oreign|[lL]ength|[eE]xpir\w*|[tT]ype|[fF]ield|[hH]eader|[cC]ount|[vV]ersion|[vV]ault\w*|[eE]vent)["'\]\s]*[=:>|,]/;

/** `token: 2f1c…` in a log is the token's id. */
const TOKEN_ID = /^(?:tokens?|auth|creds|credentials?)[^\w]{1,8}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// ---- tokens ----------------------------------------------------------------------------------------------------------

/**
 * What may stand before a token: no word character, unless it ends an escape (`\n`, `\u003d`, `%3D`) or a terminal's colour.
 * gitleaks has `\b` here, so that a token behind an escaped line feed is lost.
 */
const BEFORE =
  '(?<=^|[^\\w\\\\]|\\\\(?![bfnrtu])|\\\\[bfnrt]|\\\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}|\\x1b\\[[0-9;]{0,8}m)';

function tokenRegex(token: RegExp): RegExp {
  const tree = treeOf(token) ?? { kind: 'look' };
  const before = edgeBytes(tree, 'first').some(holdsWord) ? BEFORE : '';
  return new RegExp(`${before}(?:${token.source})${behind(edgeBytes(tree, 'last'))}`, `g${token.flags}`);
}

/** What may stand behind: no word character, and none of the marks that the form itself can end with. */
function behind(last: Ranges): string {
  if (!last.some(holdsWord)) return '';
  const marks = ['-', '+', '/', '~'].filter((mark) => has(last, mark.charCodeAt(0)));
  return `(?![\\w${marks.map((mark) => `\\${mark}`).join('')}])`;
}

function holdsWord([from, to]: Range): boolean {
  return WORD.some(([first, last]) => from <= last && first <= to);
}

/** Bytes that a match can begin or end with. */
function edgeBytes(tree: Tree, edge: 'first' | 'last'): Ranges {
  switch (tree.kind) {
    case 'set':
      return tree.ranges;
    case 'group':
    case 'repeat':
      return edgeBytes(tree.item, edge);
    case 'choice':
      return tree.options.flatMap((option) => edgeBytes(option, edge));
    case 'sequence': {
      const items = edge === 'first' ? tree.items : tree.items.toReversed();
      const end = items.findIndex((item) => lengths(item).min > 0);
      return items.slice(0, end === -1 ? undefined : end + 1).flatMap((item) => edgeBytes(item, edge));
    }
    default:
      return [];
  }
}

// ---- values assigned to names ----------------------------------------------------------------------------------------

/** Tokens that only say where a reader is, and keys of tables and caches; and what is public by its name. */
const NO_SECRET_BEFORE = `(?<!(?:${[
  'public',
  'next',
  'page',
  'paging',
  'continuation',
  'sync',
  'cancellation',
  'foreign',
  'primary',
  'partition',
  'cache',
  'sort',
  'idempotency',
]
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}|${word.toUpperCase()}`)
  .join('|')})[-_. ]?)`;
/** Behind the issuer's name no further letter of the same word, but for words that secrets are called by. */
const NAME_ENDS = '(?:(?![a-z])|(?=token|key|secret|api|access|auth|pass|client|cred|pat))';
/** The rest of the name: `_API_KEY`, `.token`, ` access token`, and a type (`string`) behind it. */
const REST = '[ \\t\\w.-]{0,22}';
/** The quote behind a name and the bracket of an index, in strings within strings with backslashes. */
const QUOTE = '(?:\\\\{0,3}["\'`])?[\\])]?\\s{0,3}';
/** A type (`: string`), or the key that names the value in lists of names and values (`"name": …, "value": …`). */
const VALUE_KEY = '(?::\\s?[Ss]tring\\s?|,?\\s{1,14}\\\\?["\']?value\\\\?["\']?\\s?|,\\\\?["\']value\\\\?["\']\\s?)?';
/** The sign: of assignments, of rules in make and ini, a comma between arguments, a tag's end, an encoded `=` or `:`. */
const SIGN = '(?:[=:]{1,4}>?=?|\\?=|\\|\\||>|,|%3[AaDd])';
/** What stands before the value: spaces, quotes with backslashes, prefixes of strings, the scheme of a header. */
const GAP = '(?:[\\s="\'`(]|\\\\{1,3}["\']|[@bfru]["\']){0,7}(?:(?:[Bb]earer|[Tt]oken|[Bb]asic|[Bb]ot|SSWS) {1,2})?';
/** The value is not part of something longer: an address, a path, a number with a dot, a hash with a hyphen, a call. */
const VALUE_ENDS = '(?![\\w+/=@(-]|[.:][A-Za-z0-9])';

/**
 * An expression for values that are assigned to a name: in ini, json, yaml, xml, env, C#, go, java, kotlin, php, python, shell,
 * logstash, make, JSON in strings, addresses, headers and connection strings.
 *
 * @param names in lower case; they match as words of their own, as parts in capitals and in camel case
 * @param value without boundaries; its first group, or all of it, is the secret
 * @param isGeneric whether the name only says "key" or "token", so that the word before it may say that it is none
 */
function assignmentRegex(
  { names, value }: { readonly names: readonly string[]; readonly value: RegExp },
  isGeneric = false,
): RegExp {
  const name = `${isGeneric ? NO_SECRET_BEFORE : ''}(?:${names.map((one) => spellings(asLatin1(one))).join('|')})`;
  const secret = /(?<!\\)\((?!\?)/.test(value.source) ? `(?:${value.source})` : `(${value.source})`;
  return new RegExp(`${name}${NAME_ENDS}${REST}${QUOTE}${VALUE_KEY}${SIGN}${GAP}${secret}${VALUE_ENDS}`, 'g');
}

/** `Okta`, `okta`, `OKTA`, `my_okta` and `myOkta`, but not `rookTable`. */
function spellings(name: string): string {
  const anyCase = name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`).replaceAll('.', '\\.');
  const capital = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('.', '\\.');
  return /^[a-z]/.test(name) ? `(?<![A-Za-z])${anyCase}|(?<=[a-z0-9])${capital}` : anyCase;
}
