// Cyber Resilience Act, Regulation (EU) 2024/2847, Article 14: exploited vulnerabilities and severe incidents of products.

import type { FactName, FactValue } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { type Due, dueInDays, dueInHours, dueInMonths, WITHOUT_UNDUE_DELAY } from './due.ts';
import { isActiveInUnion, mainMemberState } from './european-places.ts';
import { incidentAwareness, submissionOf } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const ARTICLE_14: LegalSource = {
  title: 'Regulation (EU) 2024/2847, Article 14',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/2847/oj',
  checked: 'verified',
  note: 'Articles 14(1) to (5), 14(8) and 71(2) were read; who the coordinator is (14(7)) is from reports.',
};

const cra: Regime = {
  id: 'cra',
  title: 'Cyber Resilience Act',
  jurisdiction: 'European Union',
  versions: [{ id: '2024/2847', status: 'in force', from: '2026-09-11', source: ARTICLE_14, duties: dutiesUnder }],
  applies: appliesTo,
};

export default cra;

/** Articles 2 and 3(13): the manufacturer of a product with digital elements that is on the market of the Union. */
function appliesTo(facts: BreachFacts): Applicability {
  const makes = knownValue(facts.makesProducts);
  if (makes === false) return appliesNot('It makes no products with digital elements.');
  const active = isActiveInUnion(facts);
  if (active === 'no') return appliesNot('Nothing of it is on the market of the Union.');
  if (makes === undefined)
    return mayApply('Whether it makes products with digital elements is not known.', ['makesProducts']);
  return active === 'yes'
    ? applies('It makes products with digital elements for the market of the Union.')
    : mayApply('Whether its products are on the market of the Union is not known.', ['offersTo', 'establishments']);
}

/** What may have happened to a product, and when the final report on it is due. */
interface Track {
  readonly event: FactValue<'productIncident'>[number];
  readonly name: string;
  readonly articles: { readonly warning: string; readonly notification: string; readonly final: string };
  readonly finalReport: string;
  readonly finalDue: (context: DutyContext) => Due;
}

const TRACKS: readonly Track[] = [
  {
    event: 'exploited-vulnerability',
    name: 'an actively exploited vulnerability in a product',
    articles: { warning: '14(2)(a)', notification: '14(2)(b)', final: '14(2)(c)' },
    finalReport: 'Send the final report, 14 days after a corrective or mitigating measure is available.',
    finalDue: ({ facts, instants, calendar }) => {
      const remedy = { at: instants.correctiveMeasure, fact: 'correctiveMeasure', what: 'the remedy' } as const;
      const code = mainMemberState(facts);
      return dueInDays(remedy, 14, code === undefined ? undefined : { code, calendar });
    },
  },
  {
    event: 'severe-incident',
    name: 'a severe incident that hits the security of a product',
    articles: { warning: '14(4)(a)', notification: '14(4)(b)', final: '14(4)(c)' },
    finalReport: 'Send the final report, within a month of the notification.',
    finalDue: ({ facts, calendar }) => {
      const submission = submissionOf(facts, { regime: 'cra', stage: 'notification', what: 'the notification' });
      return dueInMonths(submission, 1, { code: mainMemberState(facts) ?? '', calendar });
    },
  },
];

function dutiesUnder(context: DutyContext): readonly Duty[] {
  const happened = knownValue(context.facts.productIncident);
  const tracks = TRACKS.filter(({ event }) => happened === undefined || happened.includes(event));
  if (tracks.length === 0) return [];
  const owed = happened === undefined ? 'unknown' : 'yes';
  const decidedBy: readonly FactName[] = happened === undefined ? ['productIncident'] : [];
  return [...tracks.flatMap((track) => reports(track, owed, decidedBy, context)), toldUsers(owed, decidedBy)];
}

function reports(
  { name, articles, finalReport, finalDue }: Track,
  owed: Duty['owed'],
  decidedBy: readonly FactName[],
  context: DutyContext,
): readonly Duty[] {
  const awareness = incidentAwareness(context.instants);
  const country = mainMemberState(context.facts);
  const base = {
    regime: 'cra',
    recipient: `ENISA and the coordinating CSIRT of ${country ?? 'the Member State of the main establishment'}, by the single reporting platform`,
    owed,
    why: owed === 'yes' ? `The manufacturer reports ${name}.` : `It is owed for ${name}.`,
    assumed: awareness.assumed,
    decidedBy: [
      ...decidedBy,
      ...awareness.decidedBy,
      ...(country === undefined ? (['mainEstablishment'] as const) : []),
    ],
    source: ARTICLE_14,
  } as const;
  return [
    {
      ...base,
      article: articles.warning,
      what: `Send an early warning of ${name}, with the Member States where it was made available.`,
      due: dueInHours(awareness.start, 24),
    },
    {
      ...base,
      article: articles.notification,
      what: `Notify ${name}: what is known of it, what was done, and what users can do.`,
      due: dueInHours(awareness.start, 72),
      phases: [{ article: articles.final, what: finalReport, due: finalDue(context) }],
    },
  ];
}

/** Article 14(8). */
function toldUsers(owed: Duty['owed'], decidedBy: readonly FactName[]): Duty {
  return {
    regime: 'cra',
    article: '14(8)',
    recipient: 'the users of the product that it concerns, and where appropriate all users',
    what: 'Tell them about the vulnerability or the incident, and what they can do against it.',
    owed,
    due: WITHOUT_UNDUE_DELAY,
    why: 'The manufacturer informs users after it became aware. The text names no number of hours.',
    decidedBy,
    source: ARTICLE_14,
  };
}
