// Finds secrets by rules, as gitleaks does (detect/detect.go): the same matches, secrets and allowlists, but only where a word
// of the rule stands and what follows can still become a match.
import type { Finder, Hits, Report } from '../finder.ts';
import { createKeywordSearch, type KeywordSearch } from '../keyword-search.ts';
import type { Kind } from '../kind.ts';
import { asLatin1, type Text } from '../text.ts';
import { searchAll, searchFrom } from './bounded-search.ts';
import { decodeView, encodingsAt, findEncoded, plainView, toOriginal, touchesDecoded, type View } from './decoding.ts';
import { joinedStretches, type Stretch } from './encoded-stretch.ts';
import { shannonEntropy } from './entropy.ts';
import { INLINE_ALLOW, type LineFinder, lineFinder } from './line-finder.ts';
import { matchPlaces } from './match-places.ts';
import { hasAllRequired } from './required.ts';
import type { RuleSet } from './rule.ts';
import { compileRules, type RuleProgram, type RulePrograms } from './rule-program.ts';
import { secretConfidence } from './secret-confidence.ts';

export interface SecretFinderOptions {
  /** How many encodings inside each other are read: 0 for none. Default 3. */
  readonly maxDecodeDepth?: number;
  /** Whether `gitleaks:allow` on a line drops its findings. Default true. */
  readonly inlineAllow?: boolean;
  /** Called with the rule's index before each run of one of its regular expressions: a watchdog learns which one hangs. */
  readonly onRule?: (ruleIndex: number) => void;
}

const DEFAULT_DECODE_DEPTH = 3;

/**
 * A finder for the secrets of a rule set. Its kinds are `secret/<rule id>`; a span is the secret, not the whole match.
 *
 * A rule about a path alone calls the whole text a secret.
 */
export function createSecretFinder(ruleSet: RuleSet, options: SecretFinderOptions = {}): Finder {
  const { maxDecodeDepth = DEFAULT_DECODE_DEPTH, inlineAllow = true, onRule = () => {} } = options;
  const rules = compileRules(ruleSet, onRule);
  const triggers = rules.table.words.map((latin1) => Buffer.from(latin1, 'latin1').toString('utf8'));
  let search: KeywordSearch | undefined;
  const engine: Engine = {
    rules,
    maxDecodeDepth,
    inlineAllow,
    onRule,
    activeAt: activityByPath(rules),
    pathRules: rules.programs.filter(({ rule }) => !rule.regex && !rule.skipReport),
    findWords(bytes) {
      search ??= createKeywordSearch(triggers);
      const { length, word, end } = search.find(bytes);
      return { length, trigger: word, end };
    },
  };
  return {
    name: 'secrets',
    kinds: ruleSet.rules.filter(({ skipReport }) => !skipReport).map(({ id, description }) => kindOf(id, description)),
    triggers,
    find: (text, hits, report) => find(engine, text, hits, report),
  };
}

function kindOf(id: string, description: string): Kind {
  return {
    id: `secret/${id}`,
    title: id.replaceAll(/[-_]+/g, ' '),
    edpb: ['s'],
    meaning: description || 'Whoever has it can act in the name of the account that it belongs to.',
    identifies: 'nobody',
  };
}

interface Engine {
  readonly rules: RulePrograms;
  readonly maxDecodeDepth: number;
  readonly inlineAllow: boolean;
  readonly onRule: (ruleIndex: number) => void;
  /** Rules that hold for files of this path (latin1), by index; undefined where nothing in them is looked at. */
  readonly activeAt: (path: string | undefined) => Uint8Array | undefined;
  /** Rules that only look at the path. */
  readonly pathRules: readonly RuleProgram[];
  /** The triggers in what was decoded. */
  readonly findWords: (bytes: Uint8Array) => Hits;
}

function activityByPath({ programs, globalAllowances }: RulePrograms): Engine['activeAt'] {
  let last: { path: string | undefined; active: Uint8Array | undefined } | undefined;
  return (path) => {
    if (last && last.path === path) return last.active;
    const skipped = globalAllowances.some((allowance) => allowance.allowsPath(path));
    const active = skipped
      ? undefined
      : Uint8Array.from(programs, ({ rule, pathAllowances }) => {
          if (rule.path && !rule.path.test(path ?? '')) return 0;
          return pathAllowances.some((allowance) => allowance.allowsPath(path)) ? 0 : 1;
        });
    last = { path, active };
    return active;
  };
}

/** A finding, with offsets in the original text. */
interface Finding {
  readonly program: RuleProgram;
  readonly start: number;
  readonly end: number;
  readonly matchStart: number;
  readonly secret: string;
  readonly reasons: readonly string[];
}

/** One text while it is read. */
interface Reading {
  readonly engine: Engine;
  readonly text: Text;
  readonly path: string | undefined;
  readonly active: Uint8Array;
  readonly report: Report;
  readonly lines: LineFinder;
}

function find(engine: Engine, text: Text, hits: Hits, report: Report): void {
  const path = text.path === undefined ? undefined : asLatin1(text.path);
  const active = engine.activeAt(path);
  if (!active) return;
  const lines = lineFinder(text.latin1, commentsIn(engine, text.latin1, hits));
  const reading: Reading = { engine, text, path, active, report, lines };
  if (path !== undefined) reportPath(reading);
  const encoded: Stretch[] = [];
  const decodes = engine.maxDecodeDepth > 0;
  const plain: Layer = { view: plainView(text.latin1, 0), lines, bytes: text.bytes, hits };
  const findings = [...scan(reading, plain, decodes ? encoded : undefined)];
  if (decodes) {
    findEncoded(text, (from, to) => encoded.push({ from, to }));
    const isKnown = knownFindings(findings);
    for (const stretch of joinedStretches(encoded, text.latin1))
      findings.push(...scanDecoded(reading, stretch, isKnown));
  }
  tell(reading, findings);
}

/** Where comments begin that allow what their lines hold. */
function commentsIn({ inlineAllow, rules }: Engine, latin1: string, hits: Hits): readonly number[] {
  const comments: number[] = [];
  for (let i = 0; inlineAllow && i < hits.length; i += 1) {
    if (hits.trigger[i] !== rules.inlineAllow) continue;
    const start = (hits.end[i] as number) - INLINE_ALLOW.length;
    if (latin1.startsWith(INLINE_ALLOW, start)) comments.push(start);
  }
  return comments;
}

/** Rules that only look at the path. */
function reportPath({ engine, text, active, report }: Reading): void {
  for (const { rule, kind, index } of engine.pathRules) {
    if (active[index] === 0 || text.bytes.length === 0) continue;
    const reasons = ['the name of the file'];
    report.found({ kind, rule: rule.id, start: 0, end: text.bytes.length, confidence: PATH_CONFIDENCE, reasons });
  }
}

const PATH_CONFIDENCE = 0.9;

/** One view of the text, with what is known of it. */
interface Layer {
  readonly view: View;
  readonly bytes: Uint8Array;
  readonly hits: Hits;
  readonly lines: LineFinder;
}

/** All findings in one layer. `encoded` gets stretches where a rule would match if escapes were read. */
function scan(reading: Reading, layer: Layer, encoded: Stretch[] | undefined): readonly Finding[] {
  const places = matchPlaces(reading.engine.rules, reading.active, layer.bytes, layer.hits, encoded);
  if (places.enabled.size === 0) return [];
  const known = new Map<number, readonly Finding[]>();
  const findings: Finding[] = [];
  const findingsOf = (program: RuleProgram): readonly Finding[] => {
    const old = known.get(program.index);
    if (old) return old;
    const fresh = runRule(reading, layer, program, places.byRule.get(program.index) ?? []);
    known.set(program.index, fresh);
    return fresh;
  };
  for (const index of [...places.enabled].sort((a, b) => a - b)) {
    const program = reading.engine.rules.programs[index];
    if (!program || program.rule.skipReport) continue;
    for (const finding of findingsOf(program)) {
      const complete = withRequired(reading, finding, findingsOf);
      if (complete) findings.push(complete);
    }
  }
  return findings;
}

/** A rule's findings in a view, before rules that it requires are asked. */
function runRule(reading: Reading, layer: Layer, program: RuleProgram, places: readonly number[]): readonly Finding[] {
  const { search, index } = program;
  if (!search || reading.active[index] === 0) return [];
  const { expression, lead } = search;
  const { latin1 } = layer.view;
  const findings: Finding[] = [];
  const take = (start: number, end: number) => {
    const finding = judge(reading, layer, program, start, end);
    if (finding) findings.push(finding);
    reading.engine.onRule(index);
  };
  reading.engine.onRule(index);
  if (lead === undefined) searchAll(expression, latin1, take);
  else searchFrom(expression, latin1, rising(places), lead, take);
  return findings;
}

function rising(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

const LINE_FEED = 0x0a;

/** What a match comes to: a finding, or a look-alike, or something that was already found before decoding. */
function judge(reading: Reading, layer: Layer, program: RuleProgram, from: number, to: number): Finding | undefined {
  const { report } = reading;
  const { view, lines } = layer;
  const { rule, kind } = program;
  const isDecoded = view.segments.length > 0;
  if (isDecoded && !touchesDecoded(view, from, to)) return undefined;
  let matchStart = from;
  let matchEnd = to;
  while (matchStart < matchEnd && view.latin1.charCodeAt(matchStart) === LINE_FEED) matchStart += 1;
  while (matchStart < matchEnd && view.latin1.charCodeAt(matchEnd - 1) === LINE_FEED) matchEnd -= 1;
  const match = view.latin1.slice(matchStart, matchEnd);
  if (match === '') return undefined;
  const [start, end] = secretIn(program, match, matchStart);
  const secret = view.latin1.slice(start, end);
  const drop = (why: string) => {
    if (report.explains) report.dropped({ kind, rule: rule.id, ...toOriginal(view, start, end), why });
    return undefined;
  };
  const entropy = shannonEntropy(secret);
  if (rule.entropy !== undefined && entropy <= rule.entropy) {
    return drop(`entropy ${entropy.toFixed(1)} bits a character, not more than ${rule.entropy}`);
  }
  const line = () => lines.text(matchStart, matchEnd);
  for (const allowance of program.allowances) {
    const why = allowance.allows({ secret, match, line, path: reading.path });
    if (why !== undefined) return drop(why);
  }
  const original = toOriginal(view, matchStart, matchEnd);
  if (reading.lines.allows(original.start, original.end) || lines.allows(matchStart, matchEnd)) {
    return drop('allowed by a comment on its line');
  }
  const reasons = [program.isGeneric ? 'a value beside a telling name' : `the form of ${rule.id}`];
  if (rule.entropy !== undefined) reasons.push(`entropy ${entropy.toFixed(1)} bits a character`);
  if (isDecoded) for (const encoding of encodingsAt(view, start, end)) reasons.push(ENCODING_REASON[encoding]);
  return { program, ...toOriginal(view, start, end), matchStart: original.start, secret, reasons };
}

const ENCODING_REASON = {
  base64: 'in base64',
  hex: 'in hex',
  'percent-encoding': 'percent-encoded',
  escapes: 'with escapes',
} as const;

/** The group that holds the secret: the rule's, or the first that is not empty, or the whole match. */
function secretIn({ rule, search }: RuleProgram, match: string, matchStart: number): readonly [number, number] {
  const whole = [matchStart, matchStart + match.length] as const;
  // As gitleaks does, groups are taken from the match alone, not from the text around.
  const places = search?.expression.groups.exec(match)?.indices;
  if (!places) return whole;
  const groups = rule.secretGroup ? [places[rule.secretGroup]] : places.slice(1);
  const group = groups.find((place) => place !== undefined && place[1] > place[0]);
  return group ? [matchStart + group[0], matchStart + group[1]] : whole;
}

function withRequired(
  reading: Reading,
  finding: Finding,
  findingsOf: (program: RuleProgram) => readonly Finding[],
): Finding | undefined {
  const { rule, kind } = finding.program;
  if (rule.required.length === 0) return finding;
  const { byId } = reading.engine.rules;
  const complete = hasAllRequired(reading.lines.position(finding.matchStart), rule.required, (id) => {
    const program = byId.get(id);
    return program ? findingsOf(program).map(({ matchStart }) => reading.lines.position(matchStart)) : [];
  });
  const ids = rule.required.map(({ id }) => id).join(', ');
  if (complete) return { ...finding, reasons: [...finding.reasons, `with ${ids} nearby`] };
  if (reading.report.explains) {
    const { start, end } = finding;
    reading.report.dropped({ kind, rule: rule.id, start, end, why: `without ${ids} nearby` });
  }
  return undefined;
}

/** Findings in what a stretch says when its encodings are read, one after the other. */
function scanDecoded(reading: Reading, { from, to }: Stretch, isKnown: (finding: Finding) => boolean): Finding[] {
  const { engine, text } = reading;
  const findings: Finding[] = [];
  let view: View | undefined = plainView(text.latin1.slice(from, to), from);
  for (let depth = 0; depth < engine.maxDecodeDepth; depth += 1) {
    view = decodeView(view);
    if (!view) break;
    const bytes = Buffer.from(view.latin1, 'latin1');
    const hits = engine.findWords(bytes);
    const lines = lineFinder(view.latin1, commentsIn(engine, view.latin1, hits));
    for (const finding of scan(reading, { view, bytes, hits, lines }, undefined)) {
      if (!isKnown(finding) && !findings.some((other) => covers(other, finding))) findings.push(finding);
    }
  }
  return findings;
}

/** Whether a finding of the same rule was there before: of the plain text, or of a stretch that overlaps. */
function knownFindings(plain: readonly Finding[]): (finding: Finding) => boolean {
  const byRule = Map.groupBy(plain, ({ program }) => program.index);
  const decoded = new Set<string>();
  return (finding) => {
    const list = byRule.get(finding.program.index) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) <= finding.start) low = middle + 1;
      else high = middle;
    }
    const before = list[low - 1];
    if (before && covers(before, finding)) return true;
    const key = `${finding.program.index} ${finding.start} ${finding.end}`;
    if (decoded.has(key)) return true;
    decoded.add(key);
    return false;
  };
}

function covers(known: Finding, finding: Finding): boolean {
  return known.program === finding.program && known.start <= finding.start && finding.end <= known.end;
}

/** Reports findings, but for generic ones whose secret a specific rule found on the same line. */
function tell({ report, lines }: Reading, findings: readonly Finding[]): void {
  const hasGeneric = findings.some(({ program }) => program.isGeneric);
  const specific = hasGeneric ? byLine(findings, lines) : undefined;
  for (const { program, start, end, matchStart, secret, reasons } of findings) {
    const { kind, rule, isGeneric } = program;
    const better = isGeneric ? betterThan(secret, specific?.get(lines.start(matchStart))) : undefined;
    if (better) {
      if (report.explains) {
        report.dropped({ kind, rule: rule.id, start, end, why: `found by ${better.program.rule.id} as well` });
      }
      continue;
    }
    report.found({ kind, rule: rule.id, start, end, confidence: secretConfidence(isGeneric, secret), reasons });
  }
}

interface LineFindings {
  readonly bySecret: Map<string, Finding>;
}

/** In a line with more different secrets than this, only the same secret counts, not one that holds it. */
const MANY_ON_A_LINE = 256;

function betterThan(secret: string, line: LineFindings | undefined): Finding | undefined {
  const same = line?.bySecret.get(secret);
  if (same || !line || line.bySecret.size > MANY_ON_A_LINE) return same;
  return [...line.bySecret.values()].find((other) => other.secret.includes(secret));
}

function byLine(findings: readonly Finding[], lines: LineFinder): ReadonlyMap<number, LineFindings> {
  const all = new Map<number, LineFindings>();
  for (const finding of findings) {
    if (finding.program.isGeneric) continue;
    const start = lines.start(finding.matchStart);
    const line = all.get(start) ?? { bySecret: new Map() };
    line.bySecret.set(finding.secret, finding);
    all.set(start, line);
  }
  return all;
}
