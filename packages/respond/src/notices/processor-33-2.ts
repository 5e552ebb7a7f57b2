// The notice of a processor to its customers, the controllers (GDPR Article 33(2)): what they need for their own clock, their notification
// (Article 33(3)) and their decision. A processor does not assess the risk first: EDPB Guidelines 9/2022 v2.0.
import type { InstantText } from '../clocks/instant.ts';
import { settleFacts } from '../facts/contradictions.ts';
import type { FactName } from '../facts/definitions.ts';
import { type Fact, type Interval, knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { draftOf, heading, list, paragraph, question, table } from './letters/blocks.ts';
import { ask, type LetterCase, stated } from './letters/case.ts';
import { exposuresOf } from './letters/exposures.ts';
import { countryIn, listIn, momentIn, numberIn } from './letters/formats.ts';
import { happeningsOf } from './letters/happenings.ts';
import { LETTER_LANGUAGES } from './letters/languages.ts';
import { waysToReach } from './letters/sections/contact.ts';
import { taken } from './letters/sections/measures.ts';
import { topicsOf } from './letters/topics.ts';
import type { Block, Language, Notice, NoticeDraft } from './notice.ts';
import { PROCESSOR_EN } from './processor/en.ts';
import { PROCESSOR_FR } from './processor/fr.ts';
import { impactsOf } from './processor/impacts.ts';
import type { ProcessorWords } from './processor/words.ts';

const RULE = 'Article 33(2)';

export const PROCESSOR_33_2: Notice = {
  id: 'processor-33-2',
  title: 'Notice to customers (processor to controllers)',
  demandedBy: 'gdpr 33(2)',
  languages: ['en', 'fr'],
  draft: draftProcessorNotice,
};

/** A letter's case with the words for customers. */
interface CustomerCase extends LetterCase {
  readonly toCustomers: ProcessorWords;
}

/** In English for a language in which it is not written; the draft says in which it is. */
function draftProcessorNotice(facts: BreachFacts, wanted: Language): NoticeDraft {
  const language = wanted === 'fr' ? 'fr' : 'en';
  const notice = customerCase(facts, language);
  const { title } = notice.toCustomers;
  return draftOf({
    notice: PROCESSOR_33_2.id,
    language,
    title,
    blocks: [
      heading(1, title),
      ...opening(notice),
      ...clock(notice),
      ...happened(notice),
      ...scope(notice),
      ...consequences(notice),
      ...measures(notice),
      ...contact(notice),
      heading(2, notice.toCustomers.headings.next),
      paragraph(notice.toCustomers.next),
    ],
  });
}

function customerCase(given: BreachFacts, language: 'en' | 'fr'): CustomerCase {
  const { facts } = settleFacts(given);
  const toCustomers = language === 'fr' ? PROCESSOR_FR : PROCESSOR_EN;
  return { facts, language, topics: topicsOf(facts), ...LETTER_LANGUAGES[language], toCustomers };
}

function askCustomer({ toCustomers }: CustomerCase, fact: keyof ProcessorWords['ask'] & FactName): Block {
  return question({ id: fact, text: toCustomers.ask[fact], fact, demandedBy: RULE });
}

function opening(notice: CustomerCase): Block[] {
  const organisation = knownValue(notice.facts.organisationName);
  const { from, subject } = notice.toCustomers;
  const sender =
    organisation === undefined
      ? ask(notice, 'organisationName', RULE, ['sender'])
      : paragraph(from({ organisation }), ['sender']);
  return [sender, paragraph(subject)];
}

function clock(notice: CustomerCase): Block[] {
  const { facts, toCustomers, language } = notice;
  const aware = knownValue(facts.processorAware);
  return [
    heading(2, toCustomers.headings.clock),
    paragraph(toCustomers.clock),
    aware === undefined
      ? askCustomer(notice, 'processorAware')
      : paragraph(toCustomers.aware({ moment: momentIn(language, aware, facts) })),
    paragraph(toCustomers.noAssessment),
  ];
}

type Row = readonly [label: string, value: string];

/** A table of what is known, with a question below it for each row that nobody can fill. */
function known(rows: readonly (Row | Block)[]): Block[] {
  const filled = rows.filter((row): row is Row => !('kind' in row));
  const asked = rows.filter((row): row is Block => 'kind' in row);
  return [...(filled.length === 0 ? [] : [table(filled)]), ...asked];
}

function row<T>(
  notice: CustomerCase,
  name: keyof ProcessorWords['ask'] & FactName,
  label: string,
  fact: Fact<T>,
  value: (known: T) => string,
): Row | Block {
  return fact.state === 'known' ? [label, value(fact.value)] : askCustomer(notice, name);
}

function happened(notice: CustomerCase): Block[] {
  const { facts, toCustomers, language } = notice;
  const { labels, natures, access, protection } = toCustomers;
  const happenings = happeningsOf(facts);
  const moment = (at: InstantText) => momentIn(language, at, facts);
  return [
    heading(2, toCustomers.headings.happened),
    ...(happenings.length === 0
      ? [askCustomer(notice, 'incident')]
      : happenings.map((happening) => paragraph(toCustomers.happened[happening]))),
    ...known([
      row(notice, 'nature', labels.nature, facts.nature, (list) =>
        listIn(
          language,
          list.map((nature) => natures[nature]),
        ),
      ),
      row(notice, 'since', labels.since, facts.since, (at) => toCustomers.sinceAtLatest({ moment: moment(at) })),
      ...end(notice, moment),
      row(notice, 'exfiltration', labels.access, facts.exfiltration, (word) => access[word]),
      row(notice, 'unintelligible', labels.protection, facts.unintelligible, (is) =>
        is ? protection.unintelligible : protection.readable,
      ),
    ]),
  ];
}

function end({ facts, toCustomers }: CustomerCase, moment: (at: InstantText) => string): Row[] {
  const until = knownValue(facts.until);
  if (until !== undefined) return [[toCustomers.labels.until, moment(until)]];
  return knownValue(facts.ongoing) === true ? [[toCustomers.labels.until, toCustomers.ongoing]] : [];
}

function scope(notice: CustomerCase): Block[] {
  const { facts, toCustomers, language } = notice;
  const { labels, categories } = toCustomers;
  const count = (interval: Interval) => countIn(interval, notice);
  const countries =
    knownValue(facts.personsByCountry)?.map(({ country }) => countryIn(language, country.slice(0, 2))) ?? [];
  return [
    heading(2, toCustomers.headings.scope),
    ...known([
      row(notice, 'data', labels.data, facts.data, (data) =>
        listIn(
          language,
          data.map((category) => categories[category]),
        ),
      ),
      row(notice, 'persons', labels.persons, facts.persons, count),
      row(notice, 'records', labels.records, facts.records, count),
      ...(countries.length === 0 ? [] : [[labels.countries, listIn(language, [...new Set(countries)])] as const]),
    ]),
    paragraph(toCustomers.allCustomers),
  ];
}

function countIn({ lower, upper }: Interval, { language, toCustomers }: CustomerCase): string {
  const least = numberIn(language, lower);
  if (upper === Number.POSITIVE_INFINITY) return toCustomers.counts.atLeast({ count: least });
  return lower === upper ? least : toCustomers.counts.between({ least, most: numberIn(language, upper) });
}

function consequences({ facts, toCustomers }: CustomerCase): Block[] {
  const impacts = impactsOf(exposuresOf(facts)).map((impact) => toCustomers.impacts[impact]);
  return impacts.length === 0 ? [] : [heading(2, toCustomers.headings.consequences), list(impacts)];
}

function measures(notice: CustomerCase): Block[] {
  const { facts, toCustomers } = notice;
  const planned = knownValue(facts.measuresPlanned) ?? [];
  return [
    heading(2, toCustomers.headings.done),
    ...taken(notice),
    ...(planned.length === 0
      ? []
      : [heading(2, toCustomers.headings.planned), ...stated(notice, 'planned', planned, [])]),
  ];
}

function contact(notice: CustomerCase): Block[] {
  const { facts, toCustomers, words } = notice;
  const person = knownValue(facts.contact) ?? knownValue(facts.dpo);
  return [
    heading(2, toCustomers.headings.contact),
    person === undefined ? ask(notice, 'dpo', RULE, ['contact']) : table(waysToReach(words.ways, person), ['contact']),
  ];
}
