// Reads rule files in gitleaks' TOML format (https://github.com/gitleaks/gitleaks, README, "Configuration"; config/config.go).
import { parse, TomlError } from 'smol-toml';
import { goRegex } from './go-regex.ts';
import type { Allowlist, RequiredRule, RuleSet, SecretRule } from './rule.ts';

/** Something that is wrong with a rule file. Nothing of such a file is used. */
export interface RuleFault {
  readonly file: string;
  /** The rule's id, or its number where it has none; absent where the file itself is at fault. */
  readonly rule?: string;
  /** What is wrong, in words that quote nothing of the file but ids and names of keys. */
  readonly reason: string;
}

type ReadFile = { readonly text: string; readonly file: string } | { readonly fault: string };

export interface RuleFileSurroundings {
  /** The set that `useDefault` extends. */
  readonly defaults: RuleSet;
  /** Reads the file that `[extend] path` names, as seen from the file that names it. */
  read(path: string, from: string): ReadFile;
}

export type RuleFile =
  | {
      readonly ruleSet: RuleSet;
      /** What was let pass and may be a mistake: unknown keys, disabled rules that do not exist. */
      readonly notes: readonly RuleFault[];
    }
  | { readonly faults: readonly RuleFault[] };

/** gitleaks' own limit: the file, the one it extends, and the one that extends. */
const DEEPEST_EXTEND = 2;

/**
 * Reads a rule file with all that it extends.
 *
 * @param toml the file's text
 * @param file its name, for faults
 */
export function readGitleaksToml(toml: string, file: string, surroundings: RuleFileSurroundings): RuleFile {
  const context: Context = { faults: [], notes: [], surroundings };
  const draft = readDraft(toml, file, context, 0);
  const ruleSet = draft && finish(draft, file, context);
  return ruleSet && context.faults.length === 0 ? { ruleSet, notes: context.notes } : { faults: context.faults };
}

interface Context {
  readonly faults: RuleFault[];
  readonly notes: RuleFault[];
  readonly surroundings: RuleFileSurroundings;
}

/** A rule as a file has it: an extension may still add what is missing. */
type DraftRule = Omit<SecretRule, 'description'> & { readonly description: string; readonly file: string };
type TargetedAllowlist = RuleSet['allowlists'][number];

interface Draft {
  readonly title: string;
  readonly rules: readonly DraftRule[];
  readonly allowlists: readonly TargetedAllowlist[];
}

function readDraft(toml: string, file: string, context: Context, depth: number): Draft | undefined {
  const table = parseToml(toml, file, context);
  if (!table) return undefined;
  const place: Place = { file, context };
  const top = keysOf(table, TOP_KEYS, place);
  const version = stringOf(top, 'minversion', place);
  if (version !== '' && !/^v?\d+(\.\d+){0,2}(-[\w.-]+)?(\+[\w.-]+)?$/.test(version)) {
    fault(place, 'minVersion is no version');
  }
  stringOf(top, 'description', place);
  const draft: Draft = {
    title: stringOf(top, 'title', place),
    rules: readRules(top, place),
    allowlists: allowlistTables(top, place).flatMap((one) => readTargeted(one, place)),
  };
  return extended(draft, top, place, depth);
}

function parseToml(toml: string, file: string, context: Context): Record<string, unknown> | undefined {
  try {
    return parse(toml);
  } catch (error) {
    // The library's message shows the lines around; only the place is told.
    if (!(error instanceof TomlError)) throw error;
    context.faults.push({ file, reason: `not TOML: line ${error.line}, column ${error.column}` });
    return undefined;
  }
}

const TOP_KEYS = ['title', 'description', 'minVersion', 'extend', 'allowlist', 'allowlists', 'rules'];
const EXTEND_KEYS = ['path', 'url', 'useDefault', 'disabledRules'];
const RULE_KEYS = [
  'id',
  'description',
  'path',
  'regex',
  'secretGroup',
  'entropy',
  'keywords',
  'tags',
  'skipReport',
  'allowlist',
  'allowlists',
  'required',
];
const ALLOWLIST_KEYS = ['description', 'condition', 'commits', 'paths', 'regexTarget', 'regexes', 'stopwords'];
const REQUIRED_KEYS = ['id', 'withinLines', 'withinColumns'];

interface Place {
  readonly file: string;
  readonly rule?: string;
  readonly context: Context;
}

function fault({ file, rule, context }: Place, reason: string): void {
  context.faults.push(rule === undefined ? { file, reason } : { file, rule, reason });
}

function note({ file, rule, context }: Place, reason: string): void {
  context.notes.push(rule === undefined ? { file, reason } : { file, rule, reason });
}

/** A table's values by the lower-case names of their keys: gitleaks reads keys without regard to case. */
type Keys = ReadonlyMap<string, unknown>;

function keysOf(table: object, known: readonly string[], place: Place): Keys {
  const names = new Set(known.map((name) => name.toLowerCase()));
  const keys = new Map<string, unknown>();
  for (const [name, value] of Object.entries(table)) {
    const lower = name.toLowerCase();
    if (!names.has(lower)) note(place, `an unknown key, ${shortName(name)}`);
    else if (keys.has(lower)) fault(place, `the key ${lower} is given twice`);
    else keys.set(lower, value);
  }
  return keys;
}

function shortName(name: string): string {
  return /^[\w.-]{1,40}$/.test(name) ? name : 'of a strange name';
}

function stringOf(keys: Keys, name: string, place: Place): string {
  const value = keys.get(name);
  if (value === undefined || typeof value === 'string') return value ?? '';
  fault(place, `${name} is not a string`);
  return '';
}

function numberOf(keys: Keys, name: string, place: Place, kind: 'count' | 'number'): number | undefined {
  const value = keys.get(name);
  if (value === undefined) return undefined;
  if (
    typeof value === 'number' &&
    value >= 0 &&
    (kind === 'number' ? Number.isFinite(value) : Number.isInteger(value))
  ) {
    return value;
  }
  fault(place, `${name} is not a ${kind === 'count' ? 'whole number' : 'number'} from 0`);
  return undefined;
}

function flagOf(keys: Keys, name: string, place: Place): boolean {
  const value = keys.get(name);
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  fault(place, `${name} is neither true nor false`);
  return false;
}

function stringsOf(keys: Keys, name: string, place: Place): readonly string[] {
  const value = keys.get(name);
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  fault(place, `${name} is not a list of strings`);
  return [];
}

function tablesOf(keys: Keys, name: string, place: Place): readonly object[] {
  const value = keys.get(name);
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every(isTable)) return value;
  fault(place, `${name} is not a list of tables`);
  return [];
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function regexOf(pattern: string, what: string, place: Place, flags: '' | 'g' = ''): RegExp | undefined {
  if (pattern === '') return undefined;
  const compiled = goRegex(pattern, flags);
  if ('regex' in compiled) return compiled.regex;
  fault(place, `${what} does not compile: ${compiled.fault}`);
  return undefined;
}

function readRules(top: Keys, place: Place): readonly DraftRule[] {
  const seen = new Set<string>();
  return tablesOf(top, 'rules', place).map((table, index) => {
    const rule = readRule(table, index, place);
    if (seen.has(rule.id)) fault({ ...place, rule: rule.id }, 'the id is given to two rules');
    seen.add(rule.id);
    return rule;
  });
}

function readRule(table: object, index: number, outer: Place): DraftRule {
  const given = Object.entries(table).find(([name]) => name.toLowerCase() === 'id')?.[1];
  const named = typeof given === 'string' && given.trim() !== '';
  const place: Place = { ...outer, rule: named ? given : `number ${index + 1}` };
  const keys = keysOf(table, RULE_KEYS, place);
  const id = stringOf(keys, 'id', place);
  if (!named && typeof given !== 'object') fault(place, 'the id is missing');
  const keywords = stringsOf(keys, 'keywords', place).map((word) => word.toLowerCase());
  if (keywords.includes('')) fault(place, 'a keyword is empty');
  const secretGroup = numberOf(keys, 'secretgroup', place, 'count');
  const entropy = numberOf(keys, 'entropy', place, 'number');
  const regex = regexOf(stringOf(keys, 'regex', place), 'regex', place, 'g');
  const path = regexOf(stringOf(keys, 'path', place), 'path', place);
  return {
    id,
    file: place.file,
    description: stringOf(keys, 'description', place),
    ...(regex ? { regex } : {}),
    ...(path ? { path } : {}),
    ...(secretGroup ? { secretGroup } : {}),
    ...(entropy ? { entropy } : {}),
    keywords: [...new Set(keywords)],
    holdsKeyword: false,
    tags: stringsOf(keys, 'tags', place),
    allowlists: allowlistTables(keys, place).flatMap((one) => readAllowlist(keysOf(one, ALLOWLIST_KEYS, place), place)),
    required: tablesOf(keys, 'required', place).map((one) => readRequired(one, place)),
    skipReport: flagOf(keys, 'skipreport', place),
  };
}

function readRequired(table: object, place: Place): RequiredRule {
  const keys = keysOf(table, REQUIRED_KEYS, place);
  const id = stringOf(keys, 'id', place);
  if (id === '') fault(place, 'a required rule without an id');
  const withinLines = numberOf(keys, 'withinlines', place, 'count');
  const withinColumns = numberOf(keys, 'withincolumns', place, 'count');
  return {
    id,
    ...(withinLines === undefined ? {} : { withinLines }),
    ...(withinColumns === undefined ? {} : { withinColumns }),
  };
}

/** `[[allowlists]]`, or the older `[allowlist]`; both together are refused, as gitleaks does. */
function allowlistTables(keys: Keys, place: Place): readonly object[] {
  const many = tablesOf(keys, 'allowlists', place);
  const one = keys.get('allowlist');
  if (one === undefined) return many;
  if (!isTable(one)) fault(place, 'allowlist is not a table');
  else if (many.length > 0) fault(place, 'allowlist and allowlists are both given');
  else return [one];
  return [];
}

function readTargeted(table: object, place: Place): readonly TargetedAllowlist[] {
  const keys = keysOf(table, [...ALLOWLIST_KEYS, 'targetRules'], place);
  const rules = stringsOf(keys, 'targetrules', place);
  return readAllowlist(keys, place).map((allowlist) => ({ ...allowlist, rules }));
}

/** Nothing where the list only speaks of commits, of which there are none outside a repository. */
function readAllowlist(keys: Keys, place: Place): readonly Allowlist[] {
  const condition = stringOf(keys, 'condition', place).toUpperCase();
  const all = condition === 'AND' || condition === '&&';
  if (!all && !['', 'OR', '||'].includes(condition)) fault(place, 'an allowlist whose condition is neither AND nor OR');
  const target = stringOf(keys, 'regextarget', place) || 'secret';
  if (target !== 'secret' && target !== 'match' && target !== 'line') {
    fault(place, 'an allowlist whose regexTarget is none of secret, match and line');
    return [];
  }
  const commits = stringsOf(keys, 'commits', place);
  const compiled = (name: string) =>
    stringsOf(keys, name, place).flatMap((pattern) => {
      if (pattern === '') fault(place, `an allowlist with an empty entry in ${name}`);
      return regexOf(pattern, `an entry of ${name}`, place) ?? [];
    });
  const allowlist: Allowlist = {
    description: stringOf(keys, 'description', place),
    condition: all ? 'all' : 'any',
    paths: compiled('paths'),
    regexes: compiled('regexes'),
    target,
    stopwords: [...new Set(stringsOf(keys, 'stopwords', place).map((word) => word.toLowerCase()))],
  };
  if (allowlist.stopwords.includes('')) fault(place, 'an empty stop word, which every secret holds');
  const checks = ['paths', 'regexes', 'stopwords'].filter((name) => stringsOf(keys, name, place).length > 0).length;
  if (commits.length + checks === 0) fault(place, 'an allowlist without commits, paths, regexes or stopwords');
  return checks === 0 || (all && commits.length > 0) ? [] : [allowlist];
}

function extended(draft: Draft, top: Keys, place: Place, depth: number): Draft | undefined {
  const table = top.get('extend');
  if (table === undefined) return draft;
  if (!isTable(table)) {
    fault(place, 'extend is not a table');
    return undefined;
  }
  const keys = keysOf(table, EXTEND_KEYS, place);
  const path = stringOf(keys, 'path', place);
  const useDefault = flagOf(keys, 'usedefault', place);
  const disabled = stringsOf(keys, 'disabledrules', place);
  if (stringOf(keys, 'url', place) !== '')
    fault(place, 'extend.url: rules are not fetched; save the file and use extend.path');
  if (path !== '' && useDefault) fault(place, 'extend.path and extend.useDefault are both given');
  if (path === '' && !useDefault) return draft;
  if (depth === DEEPEST_EXTEND) {
    note(place, `extend is left out here: files extend files up to ${DEEPEST_EXTEND} deep`);
    return draft;
  }
  const base = useDefault ? defaultsDraft(place) : readBase(path, place, depth);
  if (!base) return undefined;
  const known = new Set(base.rules.map(({ id }) => id));
  for (const id of disabled) if (!known.has(id)) note(place, `the disabled rule ${shortName(id)} does not exist`);
  return merge(draft, base, new Set(disabled));
}

function defaultsDraft({ context }: Place): Draft {
  const { title, rules, allowlists } = context.surroundings.defaults;
  return { title, allowlists, rules: rules.map((rule) => ({ ...rule, file: 'the built-in rules' })) };
}

function readBase(path: string, place: Place, depth: number): Draft | undefined {
  const read = place.context.surroundings.read(path, place.file);
  if ('fault' in read) {
    fault(place, `extend.path: ${read.fault}`);
    return undefined;
  }
  return readDraft(read.text, read.file, place.context, depth + 1);
}

/** What a file says goes before what it extends; lists are added up. */
function merge(draft: Draft, base: Draft, disabled: ReadonlySet<string>): Draft {
  const own = new Map(draft.rules.map((rule) => [rule.id, rule]));
  const kept = base.rules.filter(({ id }) => !disabled.has(id));
  const inherited = new Set(kept.map(({ id }) => id));
  const merged = kept.map((rule) => {
    const over = own.get(rule.id);
    return over ? mergeRule(over, rule) : rule;
  });
  return {
    title: draft.title || base.title,
    rules: [...merged, ...draft.rules.filter(({ id }) => !inherited.has(id))],
    allowlists: [...draft.allowlists, ...base.allowlists.flatMap((list) => withoutRules(list, disabled, own))],
  };
}

/** A list for some rules, without those that are gone; none where all of them are. */
function withoutRules(
  list: TargetedAllowlist,
  disabled: ReadonlySet<string>,
  own: ReadonlyMap<string, DraftRule>,
): readonly TargetedAllowlist[] {
  if (list.rules.length === 0) return [list];
  const rules = list.rules.filter((id) => !disabled.has(id) || own.has(id));
  return rules.length === 0 ? [] : [{ ...list, rules }];
}

function mergeRule(over: DraftRule, base: DraftRule): DraftRule {
  return {
    ...base,
    ...over,
    description: over.description || base.description,
    keywords: [...new Set([...base.keywords, ...over.keywords])],
    tags: [...base.tags, ...over.tags],
    allowlists: [...base.allowlists, ...over.allowlists],
    required: over.required.length > 0 ? over.required : base.required,
    skipReport: over.skipReport || base.skipReport,
  };
}

/** Checks that only make sense when all files are read. */
function finish(draft: Draft, file: string, context: Context): RuleSet {
  const ids = new Set(draft.rules.map(({ id }) => id));
  for (const rule of draft.rules) {
    const place: Place = { file: rule.file, rule: rule.id, context };
    const faulted = context.faults.some((one) => one.rule === rule.id);
    if (!rule.regex && !rule.path && !faulted) fault(place, 'neither regex nor path: the rule would find nothing');
    const groups = rule.regex ? groupsOf(rule.regex) : 0;
    if (rule.regex && rule.secretGroup !== undefined && rule.secretGroup > groups) {
      fault(place, `secretGroup is ${rule.secretGroup}, and the regex has ${groups} groups`);
    }
    for (const { id } of rule.required) {
      if (id !== '' && !ids.has(id)) fault(place, `the required rule ${shortName(id)} does not exist`);
    }
  }
  for (const id of draft.allowlists.flatMap(({ rules }) => rules)) {
    if (!ids.has(id)) fault({ file, context }, `allowlists: the target rule ${shortName(id)} does not exist`);
  }
  return {
    title: draft.title,
    rules: draft.rules.map(({ file: _, ...rule }) => rule),
    allowlists: draft.allowlists,
  };
}

function groupsOf(regex: RegExp): number {
  return (new RegExp(`${regex.source}|`, regex.flags.replace('g', '')).exec('')?.length ?? 1) - 1;
}
