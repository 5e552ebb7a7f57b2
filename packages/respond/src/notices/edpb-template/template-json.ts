// The filled template as JSON after the published schema of the template: `field_N` for each visible field that is answered.
import type { Assessment } from '../../assessment.ts';
import { instantText } from '../../clocks/instant.ts';
import { settleFacts } from '../../facts/contradictions.ts';
import type { Interval } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { TemplateLanguage, TemplateValue } from './field.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';
import { type FilledTemplate, fillTemplate } from './fill.ts';
import type { StatedAnswers } from './stated-answers.ts';
import { valueText } from './value-text.ts';
import { labelOf, optionOf } from './words.ts';

/**
 * `field_3` and so on. Fields that are hidden are absent, and so are those that a person still has to answer, but for the letter that says
 * that it is to be determined.
 */
export type TemplateDocument = Readonly<Record<`field_${number}`, string | number | boolean>>;

/**
 * The notification as JSON.
 *
 * @param facts as they were said; what contradicts itself is left out
 * @param assessment of these facts, made for the moment at which it is sent
 * @param stated what persons stated for the notification
 * @param language of the texts in it
 */
export function templateJson(
  facts: BreachFacts,
  assessment: Assessment,
  stated: StatedAnswers = {},
  language: TemplateLanguage = 'en',
): TemplateDocument {
  return filledTemplateJson(fillTemplate(settleFacts(facts).facts, assessment, stated), language);
}

/** The same of a template that is filled already. */
function filledTemplateJson(filled: FilledTemplate, language: TemplateLanguage): TemplateDocument {
  const entries = FIELD_NUMBERS.flatMap((number): [string, string | number | boolean][] => {
    const value = jsonValue(number, filled, language);
    return value === undefined ? [] : [[`field_${number}`, value]];
  });
  return Object.fromEntries(entries);
}

function jsonValue(number: FieldNumber, filled: FilledTemplate, language: TemplateLanguage) {
  const field = filled.fields[number];
  const told = field.state === 'answered' ? plainValue(number, field.value, language) : undefined;
  const besides = (TOLD_IN[number] ?? []).flatMap((other) => whatWouldBeLost(other, filled, language));
  if (besides.length > 0) return [...(told === undefined ? [] : [told]), ...besides].join('\n');
  return field.state === 'asked' ? field.meanwhile : told;
}

function plainValue(number: FieldNumber, value: TemplateValue, language: TemplateLanguage) {
  switch (value.kind) {
    case 'letters':
      return writtenLetter(number, value.letters, language);
    case 'flag':
      return value.ticked;
    case 'moment':
      return instantText(value.at);
    case 'day':
      return value.day.toString();
    case 'count':
      return wholeNumber(value.count);
    case 'counts by country':
      return value.counts.length === 1 ? value.counts.map(({ persons }) => wholeNumber(persons))[0] : undefined;
    case 'authorities':
      return HAVE_NO_CODES.has(number) ? undefined : value.names.join('; ');
    case 'countries':
      return value.countries.join(', ');
    case 'text':
      return value.text[language];
  }
}

/** The schema lists the authorities of these fields as one single code, so that none of them can be named. */
const HAVE_NO_CODES: ReadonlySet<FieldNumber> = new Set([118, 123]);

/** The letters that weigh most, where not the first one in the template does: vulnerable people, and data that is special or opens doors. */
const WEIGHTIEST: { readonly [N in FieldNumber]?: string } = { 65: 'dei', 70: 'cdefghijkmsqnpl' };

/** The schema has room for one letter. */
function writtenLetter(number: FieldNumber, letters: readonly string[], language: TemplateLanguage) {
  const letter = [...(WEIGHTIEST[number] ?? '')].find((one) => letters.includes(one)) ?? letters[0];
  if (letter === undefined) return undefined;
  return fieldOf(number).writtenOut ? optionOf(number, letter, language) : letter;
}

/** One number where there are bounds: the likeliest, else the most that it can be, else what is certain at least. */
function wholeNumber({ lower, upper, estimate }: Interval): number {
  return estimate ?? (upper === Number.POSITIVE_INFINITY ? lower : upper);
}

/** Description → the fields of which it tells what the schema has no room for. */
const TOLD_IN: { readonly [N in FieldNumber]?: readonly FieldNumber[] } = {
  62: [55, 60, 61],
  66: [65, 68],
  71: [70, 73],
  76: [75],
  90: [79, 81, 83, 85],
  95: [94],
  101: [100],
  106: [104],
  115: [118],
  116: [117],
  121: [122, 123],
};

function whatWouldBeLost(number: FieldNumber, { fields }: FilledTemplate, language: TemplateLanguage): string[] {
  const field = fields[number];
  if (field.state !== 'answered' || !isMoreThanOne(field.value)) return [];
  const written = valueText(number, field.value, language).replaceAll('\n', '; ');
  return [`${labelOf(number, language)}${{ en: ': ', fr: ' : ' }[language]}${written}`];
}

function isMoreThanOne(value: TemplateValue): boolean {
  switch (value.kind) {
    case 'letters':
      return value.letters.length > 1;
    case 'count':
      return value.count.lower !== value.count.upper;
    case 'counts by country':
    case 'authorities':
      return true;
    default:
      return false;
  }
}
