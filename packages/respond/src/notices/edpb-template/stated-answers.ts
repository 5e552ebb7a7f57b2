// What persons state for the notification that no fact tells: names, contacts, reasons. Foreign JSON becomes exact answers here.
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { instantOf } from '../../clocks/instant.ts';
import type { NotUnderstood } from '../../facts/document.ts';
import { CountriesSchema, InstantSchema, IntervalSchema, PersonsByCountrySchema } from '../../facts/fact-schemas.ts';
import type { TemplateField, TemplateValue } from './field.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';

/** By field of the template; it goes before what facts say. */
export type StatedAnswers = { readonly [N in FieldNumber]?: TemplateValue } & {
  /** Who stands for the organisation by law, which the CNIL asks for and the template does not. */
  readonly legalRepresentative?: string;
};

export interface ReadAnswers {
  readonly stated: StatedAnswers;
  /** What was written and not taken, each with the reason. */
  readonly notUnderstood: readonly NotUnderstood[];
}

/**
 * Reads what persons stated. What is not understood is told and left to be asked.
 *
 * @param document parsed JSON: `{"field_12": "Example SAS", "field_50": "d"}`; letters as a text or a list, numbers as in facts
 */
export function parseStatedAnswers(document: unknown): ReadAnswers {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    const why = 'answers are a JSON object, as in {"field_12": "Example SAS"}';
    return { stated: {}, notUnderstood: [{ fact: 'answers', why, assumed: 'nothing' }] };
  }
  const stated: Record<string, unknown> = {};
  const notUnderstood: NotUnderstood[] = [];
  for (const [name, entry] of Object.entries(document)) {
    const read = readEntry(name, entry);
    if ('why' in read) notUnderstood.push({ fact: name, why: read.why, assumed: 'nothing' });
    else stated[read.key] = read.value;
  }
  return { stated, notUnderstood };
}

type Read = { readonly key: string; readonly value: unknown } | { readonly why: string };

function readEntry(name: string, entry: unknown): Read {
  if (name === 'legalRepresentative') return parsed(name, v.safeParse(TextSchema, entry));
  const number = FIELD_NUMBERS.find((one) => name === `field_${one}`);
  if (number === undefined) return { why: 'the template has no such field' };
  if (number === 4 && entry !== 'c') return { why: 'whether it is complete follows from the other fields' };
  return parsed(String(number), v.safeParse(valueSchema(fieldOf(number)), entry));
}

function parsed(key: string, result: v.SafeParseResult<v.GenericSchema>): Read {
  return result.success ? { key, value: result.output } : { why: result.issues[0].message };
}

const TextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty('write something'));

const DaySchema = v.pipe(
  v.string(),
  v.isoDate('write a day as 2026-03-27'),
  v.check(isDay, 'there is no such day'),
  v.transform((day) => Temporal.PlainDate.from(day)),
);

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** What may stand in a field. */
function valueSchema({ type, letters = '' }: TemplateField): v.GenericSchema<unknown, TemplateValue> {
  switch (type) {
    case 'text':
      return v.pipe(
        TextSchema,
        v.transform((text): TemplateValue => ({ kind: 'text', text: { en: text, fr: text } })),
      );
    case 'choice':
    case 'choices':
      return lettersSchema(letters, type === 'choice' ? 1 : letters.length);
    case 'flag':
      return v.pipe(
        v.boolean(),
        v.transform((ticked): TemplateValue => ({ kind: 'flag', ticked })),
      );
    case 'moment':
      return v.pipe(
        InstantSchema,
        v.transform((text): TemplateValue => ({ kind: 'moment', at: instantOf(text) })),
      );
    case 'day':
      return v.pipe(
        DaySchema,
        v.transform((day): TemplateValue => ({ kind: 'day', day })),
      );
    case 'count':
      return v.pipe(
        IntervalSchema,
        v.transform((count): TemplateValue => ({ kind: 'count', count })),
      );
    case 'countries':
      return v.pipe(
        CountriesSchema,
        v.transform((countries): TemplateValue => ({ kind: 'countries', countries })),
      );
    case 'counts by country':
      return v.pipe(
        PersonsByCountrySchema,
        v.transform((counts): TemplateValue => ({ kind: 'counts by country', counts })),
      );
    case 'authorities':
      return v.pipe(
        v.array(TextSchema),
        v.transform((names): TemplateValue => ({ kind: 'authorities', names })),
      );
  }
}

function lettersSchema(letters: string, most: number): v.GenericSchema<unknown, TemplateValue> {
  return v.pipe(
    v.union([v.string(), v.array(v.string())]),
    v.transform((chosen) => [...new Set(typeof chosen === 'string' ? [chosen] : chosen)].sort()),
    v.minLength(1, 'write a letter'),
    v.maxLength(most, 'write one letter'),
    v.everyItem(
      (letter) => letter.length === 1 && letters.includes(letter),
      `the letters are ${[...letters].join(', ')}`,
    ),
    v.transform((chosen): TemplateValue => ({ kind: 'letters', letters: chosen })),
  );
}
