// All rules as people see them: what they are, where they come from, and whether they tell.
import type { About, LogSource } from '@vigie/detect';
import type { CompiledRules } from './compile-rules.ts';
import type { Catalogue, ListedRule, RuleKind, RulePlace, RuleState } from './rule-orders.ts';

/** @param isOff by the name of a rule */
export function catalogueOf({ set, places, notes }: CompiledRules, isOff: (rule: string) => boolean): Catalogue {
  const placeOf = (path: string): RulePlace => places.get(path) ?? { origin: 'site', file: path };
  const listed = (about: About, kind: RuleKind, more: Partial<ListedRule> = {}): ListedRule => ({
    ...placeOf(about.path),
    rule: about.rule,
    kind,
    title: about.title,
    ...namedOf(about),
    references: about.references,
    tags: about.tags,
    falsePositives: about.falsePositives,
    state: 'on',
    countsOnly: false,
    ...more,
  });
  const seen = new Set(set.off.map(({ about }) => about));
  const rules: ListedRule[] = [
    ...set.rules
      .filter(({ about }) => !seen.has(about))
      .map(({ about, logSource, isTold }) =>
        listed(about, 'rule', { logSource: sourceText(logSource), countsOnly: !isTold }),
      ),
    ...set.correlations.map(({ about, isTold }) => listed(about, 'correlation', { countsOnly: !isTold })),
    ...set.filters.map((about) => listed(about, 'filter')),
    ...set.off.map(({ about, kind }) => listed(about, kind, { state: 'off' })),
    ...set.faults.map(({ path, rule, title, about, code, message }): ListedRule => {
      const name = rule ?? title ?? path;
      const state: RuleState = isOff(name) ? 'off' : code === 'placeholder' ? 'waiting' : 'broken';
      const kind = code === 'reference' ? 'correlation' : 'rule';
      if (about !== undefined) return listed(about, kind, { state, reason: message });
      const empty = { references: [], tags: [], falsePositives: [], countsOnly: false };
      return { ...placeOf(path), ...empty, rule: name, kind, title: title ?? name, state, reason: message };
    }),
  ];
  return { rules: rules.sort(byTitle), notes: [...notes, ...set.notes], asked: askedIn(set) };
}

function namedOf({ level, status, author, licence, link, description }: About): Partial<ListedRule> {
  return {
    ...(level !== undefined && { level }),
    ...(status !== undefined && { status }),
    ...(author !== undefined && { author }),
    ...(licence !== undefined && { licence }),
    ...(link !== undefined && { link }),
    ...(description !== undefined && { description: description.slice(0, LONGEST_DESCRIPTION) }),
  };
}

const LONGEST_DESCRIPTION = 4000;

function sourceText({ product, category, service }: LogSource): string {
  return [product, category, service].filter((part) => part !== undefined).join(' ');
}

function byTitle(one: ListedRule, other: ListedRule): number {
  return one.title < other.title ? -1 : one.title > other.title ? 1 : one.file < other.file ? -1 : 1;
}

/** As the engine says it of rules that wait, and of those that leave less out. */
function askedIn({ faults, notes }: CompiledRules['set']): readonly string[] {
  const said = [...faults.filter(({ code }) => code === 'placeholder').map(({ message }) => message), ...notes];
  const names = said.flatMap((text) =>
    text.includes('nobody gave values for') ? [...text.matchAll(/%([^%\s,]+)%/g)].map(([, name]) => name ?? '') : [],
  );
  return [...new Set(names)].sort();
}
