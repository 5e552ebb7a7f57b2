// Secret rules made ready to run: which words make which rule look where.
import { asLatin1 } from '../text.ts';
import { type Allowance, allowanceOf } from './allowlist.ts';
import { anchorPlan, type Sign } from './anchor.ts';
import { type Expression, expressionOf } from './bounded-search.ts';
import { lengths } from './regex-tree.ts';
import type { RuleSet, SecretRule } from './rule.ts';
import { type TailAutomaton, tailAutomaton } from './tail-automaton.ts';
import { treeOf } from './v8-syntax.ts';

export interface RuleProgram {
  readonly rule: SecretRule;
  readonly index: number;
  readonly kind: string;
  /** Its id says that it looks for anything secret, so rules for one issuer's secrets go before it. */
  readonly isGeneric: boolean;
  /** Absent: about the path alone. */
  readonly expression: Expression | undefined;
  /** Most bytes of a match before the place that a gate gives; undefined where the whole text has to be searched. */
  readonly lead: number | undefined;
  /** Whether one of its keywords has to be met in the text first. */
  readonly needsKeyword: boolean;
  readonly isRequired: boolean;
  /** Global ones first, as gitleaks asks them. */
  readonly allowances: readonly Allowance[];
  /** Its own ones, that may allow a whole file for it. */
  readonly pathAllowances: readonly Allowance[];
}

/** A word that was met may be part of a match of a rule. */
export interface Gate {
  readonly program: RuleProgram;
  /** Bytes from the beginning of what the automaton reads to the end of the word. */
  readonly back: number;
  readonly automaton: TailAutomaton;
  /** Triggers of which one has to stand behind the word; empty where none has to. */
  readonly followers: readonly number[];
  readonly sign: Sign | undefined;
}

export interface RulePrograms {
  readonly programs: readonly RuleProgram[];
  readonly byId: ReadonlyMap<string, RuleProgram>;
  readonly triggers: readonly string[];
  /** By trigger: gates of rules that need no keyword besides. */
  readonly gates: readonly (readonly Gate[])[];
  /** By trigger: gates of rules of which a keyword has to stand in the text as well. */
  readonly guardedGates: readonly (readonly Gate[])[];
  /** By trigger: rules that have the word as a keyword, where that is not plain from the gate. */
  readonly keywordOf: readonly (readonly RuleProgram[])[];
  /** By trigger: 1 where it is a follower of some gate. */
  readonly isFollower: Uint8Array;
  readonly globalAllowances: readonly Allowance[];
}

/**
 * Makes rules ready.
 *
 * @param onRun called before each regular expression of the rule with this index is run
 */
export function compileRules(ruleSet: RuleSet, onRun: (ruleIndex: number) => void): RulePrograms {
  const triggers = new Map<string, number>();
  const gates: Gate[][] = [];
  const guardedGates: Gate[][] = [];
  const keywordOf: RuleProgram[][] = [];
  const isFollower: boolean[] = [];
  const required = new Set(ruleSet.rules.flatMap((rule) => rule.required.map(({ id }) => id)));

  function triggerFor(latin1: string): number {
    const known = triggers.get(latin1);
    if (known !== undefined) return known;
    gates.push([]);
    guardedGates.push([]);
    keywordOf.push([]);
    triggers.set(latin1, triggers.size);
    return triggers.size - 1;
  }

  const programs = ruleSet.rules.map((rule, index): RuleProgram => {
    const tree = rule.regex && treeOf(rule.regex);
    const keywords = rule.keywords.map((word) => asLatin1(word.toLowerCase()));
    const plan = tree && anchorPlan(tree, keywords);
    const ownAllowances = [
      ...rule.allowlists,
      ...ruleSet.allowlists.filter(({ rules }) => rules.includes(rule.id)),
    ].map((allowlist) => allowanceOf(allowlist, () => onRun(index)));
    const global = ruleSet.allowlists
      .filter(({ rules }) => rules.length === 0)
      .map((allowlist) => allowanceOf(allowlist, () => onRun(index)));
    const program: RuleProgram = {
      rule,
      index,
      kind: `secret/${rule.id}`,
      isGeneric: rule.id.toLowerCase().includes('generic'),
      expression: rule.regex && expressionOf(rule.regex, tree ? lengths(tree).max : Infinity),
      lead: plan?.lead,
      needsKeyword: keywords.length > 0 && !plan?.impliesKeyword,
      isRequired: required.has(rule.id),
      allowances: [...global, ...ownAllowances],
      pathAllowances: ownAllowances,
    };
    if (program.needsKeyword && rule.regex) {
      for (const word of new Set(keywords)) keywordOf[triggerFor(word)]?.push(program);
    }
    for (const way of plan?.ways ?? []) {
      const automaton = tailAutomaton(way.tail);
      const followers = way.followers.map(triggerFor);
      for (const follower of followers) isFollower[follower] = true;
      for (const { word, offset } of way.anchors) {
        const list = program.needsKeyword ? guardedGates : gates;
        const trigger = triggerFor(word);
        list[trigger]?.push({ program, back: offset + word.length, automaton, followers, sign: way.sign });
      }
    }
    return program;
  });
  return {
    programs,
    byId: new Map(programs.map((program) => [program.rule.id, program])),
    triggers: [...triggers.keys()].map((latin1) => Buffer.from(latin1, 'latin1').toString('utf8')),
    gates,
    guardedGates,
    keywordOf,
    isFollower: Uint8Array.from([...triggers.values()], (trigger) => (isFollower[trigger] ? 1 : 0)),
    globalAllowances: ruleSet.allowlists
      .filter(({ rules }) => rules.length === 0)
      .map((allowlist) => allowanceOf(allowlist, () => onRun(0))),
  };
}
