// Secret rules made ready to run. A rule whose keywords stand in its matches waits until one of them is met: most rules never
// are, and making hundreds of expressions ready takes longer than reading a file.
import { asLatin1 } from '../text.ts';
import { type Allowance, allowanceOf } from './allowlist.ts';
import { type AnchorPlan, anchorPlan } from './anchor.ts';
import { type Expression, expressionOf } from './bounded-search.ts';
import { createGateTable, type GateTable } from './gate-table.ts';
import { INLINE_ALLOW } from './line-finder.ts';
import { lengths } from './regex-tree.ts';
import type { RuleSet, SecretRule } from './rule.ts';
import { tailAutomaton } from './tail-automaton.ts';
import { treeOf } from './v8-syntax.ts';

export interface RuleProgram {
  readonly rule: SecretRule;
  readonly index: number;
  readonly kind: string;
  /** Its id says that it looks for anything secret, so rules for one issuer's secrets go before it. */
  readonly isGeneric: boolean;
  readonly isRequired: boolean;
  /** Global ones first, as gitleaks asks them. */
  readonly allowances: readonly Allowance[];
  /** Its own ones, that may allow a whole file for it. */
  readonly pathAllowances: readonly Allowance[];
  /** Undefined for a rule about the path alone, and while a rule waits for its keyword. */
  search: RuleSearch | undefined;
}

/** How a rule's matches are looked for. */
interface RuleSearch {
  readonly expression: Expression;
  /** Most bytes of a match before the place that a gate gives; undefined where the whole text has to be searched. */
  readonly lead: number | undefined;
  /** Whether one of its keywords has to be met in the text first. */
  readonly needsKeyword: boolean;
}

export interface RulePrograms {
  readonly programs: readonly RuleProgram[];
  readonly byId: ReadonlyMap<string, RuleProgram>;
  readonly table: GateTable;
  /** Rules that search every text from its beginning to its end, since no word tells where. */
  readonly everywhere: readonly RuleProgram[];
  /** Whether rules that others require have gates that a keyword has to open. */
  readonly requiresGuarded: boolean;
  readonly globalAllowances: readonly Allowance[];
  /** The trigger of the comment against findings on its line. */
  readonly inlineAllow: number | undefined;
  /** By trigger: whether rules wait for it. */
  readonly isAwaited: readonly boolean[];
  /** Makes the rules ready that wait for a trigger. */
  wake(trigger: number): void;
}

/**
 * Makes rules ready, or has them wait for their keywords.
 *
 * @param onRun called before each regular expression of the rule with this index is run
 */
export function compileRules(ruleSet: RuleSet, onRun: (ruleIndex: number) => void): RulePrograms {
  const programs = programsOf(ruleSet, onRun);
  const table = createGateTable();
  for (const program of programs) if (!program.rule.holdsKeyword) prepare(program, table);
  const waiting = waitingRules(programs, table);
  const inlineAllow = table.trigger(INLINE_ALLOW);
  table.close();
  const ready = programs.filter(({ search }) => search !== undefined);
  const isAwaited = table.words.map((_, trigger) => waiting.has(trigger));
  return {
    programs,
    byId: new Map(programs.map((program) => [program.rule.id, program])),
    table,
    everywhere: ready.filter(({ rule, search }) => rule.keywords.length === 0 && search?.lead === undefined),
    requiresGuarded: ready.some(({ isRequired, search }) => isRequired && search?.needsKeyword === true),
    globalAllowances: globalListsOf(ruleSet).map((allowlist) => allowanceOf(allowlist, () => onRun(0))),
    inlineAllow,
    isAwaited,
    wake(trigger) {
      for (const program of waiting.get(trigger) ?? []) if (!program.search) prepare(program, table);
      isAwaited[trigger] = false;
    },
  };
}

function programsOf(ruleSet: RuleSet, onRun: (ruleIndex: number) => void): readonly RuleProgram[] {
  const required = new Set(ruleSet.rules.flatMap((rule) => rule.required.map(({ id }) => id)));
  const global = globalListsOf(ruleSet);
  return ruleSet.rules.map((rule, index) => {
    const own = [...rule.allowlists, ...ruleSet.allowlists.filter(({ rules }) => rules.includes(rule.id))];
    const ownAllowances = own.map((allowlist) => allowanceOf(allowlist, () => onRun(index)));
    return {
      rule,
      index,
      kind: `secret/${rule.id}`,
      isGeneric: rule.id.toLowerCase().includes('generic'),
      isRequired: required.has(rule.id),
      allowances: [...global.map((allowlist) => allowanceOf(allowlist, () => onRun(index))), ...ownAllowances],
      pathAllowances: ownAllowances,
      search: undefined,
    };
  });
}

function globalListsOf({ allowlists }: RuleSet): RuleSet['allowlists'] {
  return allowlists.filter(({ rules }) => rules.length === 0);
}

/** By trigger: the rules that wait for this keyword. */
function waitingRules(programs: readonly RuleProgram[], table: GateTable): ReadonlyMap<number, readonly RuleProgram[]> {
  const waiting = new Map<number, RuleProgram[]>();
  for (const program of programs.filter(({ rule }) => rule.holdsKeyword)) {
    for (const word of keywordsOf(program.rule)) {
      const trigger = table.trigger(word);
      if (trigger !== undefined) waiting.set(trigger, [...(waiting.get(trigger) ?? []), program]);
    }
  }
  return waiting;
}

/** Lower-case latin1, each once. */
function keywordsOf({ keywords }: SecretRule): ReadonlySet<string> {
  return new Set(keywords.map((word) => asLatin1(word.toLowerCase())));
}

/** Reads a rule's expression, and puts gates before it. */
function prepare(program: RuleProgram, table: GateTable): void {
  const { regex, holdsKeyword } = program.rule;
  if (!regex) return;
  const keywords = keywordsOf(program.rule);
  const tree = treeOf(regex);
  const found = tree && anchorPlan(tree, [...keywords]);
  // A rule that waited can have no gates at words that nobody has looked for: without a plan it searches the whole text.
  const plan = holdsKeyword && !found?.impliesKeyword ? undefined : found;
  const needsKeyword = keywords.size > 0 && !plan?.impliesKeyword;
  const longest = tree ? lengths(tree).max : Infinity;
  program.search = { expression: expressionOf(regex, longest), lead: plan?.lead, needsKeyword };
  if (needsKeyword) for (const word of keywords) table.addKeyword(word, program.index);
  if (plan) addGates(program.index, plan, table, needsKeyword);
}

function addGates(rule: number, plan: AnchorPlan, table: GateTable, isGuarded: boolean): void {
  for (const { anchors, tail, followers, sign } of plan.ways) {
    const automaton = tailAutomaton(tail);
    for (const { word, offset } of anchors) {
      table.addGate(word, { rule, back: offset + word.length, automaton, sign, isGuarded }, followers);
    }
  }
}
