// Artificial Intelligence Act, Regulation (EU) 2024/1689, Article 73: serious incidents of high-risk AI systems.

import type { FactName, FactValue } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { dueInDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { isActiveInUnion, mainMemberState } from './european-places.ts';
import { incidentAwareness } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime, RegimeVersion } from './regime.ts';

type Annex = 'annex-iii' | 'annex-i';

const ARTICLE_73: LegalSource = {
  title: 'Regulation (EU) 2024/1689, Articles 3(49), 26(5) and 73; Article 113 as changed by Regulation (EU) 2026/1744',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/2026-07-27',
  checked: 'verified',
  note: 'Articles 73(1) to (5) and 26(5) and the new dates of Article 113 were read. Article 73 applies since 2 August 2026, but what makes a system high-risk (Article 6) only from the later dates; what holds between them is not certain.',
};

const aiAct: Regime = {
  id: 'ai-act',
  title: 'Artificial Intelligence Act',
  jurisdiction: 'European Union',
  versions: [
    versionOf('2024/1689', [], '2026-08-02', '2027-12-01'),
    versionOf('2026/1744 annex III', ['annex-iii'], '2027-12-02', '2028-08-01'),
    versionOf('2026/1744 annex I', ['annex-iii', 'annex-i'], '2028-08-02'),
  ],
  applies: appliesTo,
};

export default aiAct;

/** @param classified the annexes for which the rules on what is high-risk are in application */
function versionOf(id: string, classified: readonly Annex[], from: string, until?: string): RegimeVersion {
  return {
    id,
    status: 'in force',
    from,
    ...(until !== undefined && { until }),
    source: ARTICLE_73,
    duties: (context) => dutiesUnder(classified, context),
  };
}

/** Articles 2 and 6: the provider or the deployer of a high-risk AI system in the Union. */
function appliesTo(facts: BreachFacts): Applicability {
  const system = knownValue(facts.aiSystem);
  if (system === 'none') return appliesNot('No AI system was involved.');
  if (system === 'other') return appliesNot('The AI system is no high-risk one (Article 6).');
  const active = isActiveInUnion(facts);
  if (active === 'no') return appliesNot('It has no establishment in the Union and offers nothing there.');
  if (system === undefined) return mayApply('Whether a high-risk AI system was involved is not known.', ['aiSystem']);
  return active === 'yes'
    ? applies('A high-risk AI system was involved (Article 6).')
    : mayApply('Whether the system is on the market of the Union is not known.', ['offersTo', 'establishments']);
}

type Harm = FactValue<'aiHarm'>[number];

/** Days after awareness by harm (Article 73(2) to (4)); the shortest of them counts. */
const DAYS: Readonly<Record<Harm, { readonly days: number; readonly article: string; readonly name: string }>> = {
  'widespread-infringement': { days: 2, article: '73(3)', name: 'a widespread infringement' },
  'critical-infrastructure': { days: 2, article: '73(3)', name: 'a serious disruption of critical infrastructure' },
  death: { days: 10, article: '73(4)', name: 'the death of a person' },
  health: { days: 15, article: '73(2)', name: 'serious harm to health' },
  'fundamental-rights': { days: 15, article: '73(2)', name: 'an infringement of fundamental rights' },
  'property-or-environment': { days: 15, article: '73(2)', name: 'serious harm to property or the environment' },
};

/** While nobody knows which harm it did, the shortest time is shown: too early is better than too late. */
const UNKNOWN_HARM = {
  ...DAYS['widespread-infringement'],
  name: 'a widespread infringement or critical infrastructure (10 for a death, 15 for other harm)',
};

function dutiesUnder(classified: readonly Annex[], context: DutyContext): readonly Duty[] {
  const harms = knownValue(context.facts.aiHarm);
  if (harms?.length === 0) return [];
  const isDeployer = knownValue(context.facts.aiRole) === 'deployer';
  return isDeployer
    ? [toldProvider(classified, context), reported(classified, context)]
    : [reported(classified, context)];
}

/** Article 73(1): where the incident occurred. A deployer that cannot reach the provider reports in its place (Article 26(5)). */
function reported(classified: readonly Annex[], context: DutyContext): Duty {
  const { facts, instants, calendar } = context;
  const awareness = incidentAwareness(instants);
  const { days, article, name } = shortest(knownValue(facts.aiHarm));
  const code = mainMemberState(facts);
  const isDeployer = knownValue(facts.aiRole) === 'deployer';
  return {
    regime: 'ai-act',
    article,
    recipient: 'the market surveillance authority of each Member State where the incident occurred',
    what: 'Report the serious incident. An initial report may be incomplete and a complete one follow (Article 73(5)).',
    owed: isDeployer ? 'unknown' : owedBy(classified, facts),
    due: dueInDays(awareness.start, days, code === undefined ? undefined : { code, calendar }),
    phases: [
      {
        article: '73(6)',
        what: 'Investigate, assess the risk and correct it, and change nothing that an inquiry may need before the authority knows.',
        due: WITHOUT_UNDUE_DELAY,
      },
    ],
    why: `At once after a causal link is likely, and at the latest ${days} days after awareness for ${name}. ${stateOf(classified, facts)}${isDeployer ? ' A deployer reports where it cannot reach the provider.' : ''}`,
    assumed: [
      ...awareness.assumed,
      ...(facts.aiRole.state === 'unknown' ? ['the organisation is the provider of the system'] : []),
    ],
    decidedBy: [...openFacts(facts), ...awareness.decidedBy],
    source: ARTICLE_73,
  };
}

/** Article 26(5). */
function toldProvider(classified: readonly Annex[], { facts }: DutyContext): Duty {
  return {
    regime: 'ai-act',
    article: '26(5)',
    recipient: 'the provider, then the importer or distributor and the market surveillance authority',
    what: 'Tell the provider about the serious incident at once.',
    owed: owedBy(classified, facts),
    due: WITHOUT_UNDUE_DELAY,
    why: `A deployer tells the provider first. ${stateOf(classified, facts)}`,
    decidedBy: openFacts(facts),
    source: ARTICLE_73,
  };
}

function shortest(harms: readonly Harm[] | undefined): typeof UNKNOWN_HARM {
  const rules = (harms ?? []).map((harm) => DAYS[harm]).sort((a, b) => a.days - b.days);
  return rules[0] ?? UNKNOWN_HARM;
}

function owedBy(classified: readonly Annex[], facts: BreachFacts): Duty['owed'] {
  return isClassified(classified, facts) && facts.aiHarm.state === 'known' ? 'yes' : 'unknown';
}

function isClassified(classified: readonly Annex[], facts: BreachFacts): boolean {
  const system = knownValue(facts.aiSystem);
  return classified.some((annex) => annex === system);
}

function stateOf(classified: readonly Annex[], facts: BreachFacts): string {
  return isClassified(classified, facts)
    ? ''
    : 'The rules on what is a high-risk system apply from 2 December 2027 (Annex III) and 2 August 2028 (Annex I); whether Article 73 reaches such a system before is not certain.';
}

function openFacts(facts: BreachFacts): readonly FactName[] {
  return (['aiSystem', 'aiRole', 'aiHarm'] as const).filter((name) => facts[name].state === 'unknown');
}
