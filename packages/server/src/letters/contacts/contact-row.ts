// One row of a table as a contact: each value in the form in which equal ones are equal, or the problem with it, told by column and
// never by value.
import { normaliseValue } from '@vigie/classify/values';
import type { LetterGroup } from '@vigie/respond';
import { daysIn, isInFuture, isMinorOn } from './birth-date.ts';
import type { Meaning } from './column-names.ts';
import { type ContactDetails, type ContactDraft, waysTo } from './contact.ts';
import { mailAddressIn } from './mail-address.ts';
import { groupIn, languageIn, yesOrNo } from './words.ts';

export const PROBLEMS = [
  'too-long',
  'quote-not-closed',
  'quotes-do-not-fit',
  'too-few-fields',
  'too-many-fields',
  'control-character',
  'wrong-encoding',
  'looks-like-a-formula',
  'no-email-address',
  'no-date',
  'date-in-the-future',
  'not-yes-or-no',
  'unknown-language',
  'unknown-group',
  'nobody-in-it',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

interface RowProblem {
  /** The column by its number, from 1; 0 for the row as a whole. */
  readonly column: number;
  readonly problem: ProblemCode;
}

/** What a row is read with. */
export interface RowReading {
  /** The meaning of each column; undefined for those that are left out. */
  readonly columns: readonly (Meaning | undefined)[];
  readonly now: Date;
  /** Of rows that do not say. */
  readonly language: string;
  readonly group: LetterGroup;
}

export interface ReadRow {
  /** Undefined where the row is broken. */
  readonly contact: ContactDraft | undefined;
  readonly problems: readonly RowProblem[];
  /** For telling whether two rows are one person; not kept. */
  readonly nationalId: string | undefined;
}

const LONGEST: Partial<Record<Meaning, number>> = { street: 500, email: 320, secondEmail: 320, guardianEmail: 320 };
const LONGEST_VALUE = 200;
const NOTHING = /^(?:-+|n\/?a|null|none|nil|undefined|#n\/a|\?+)$/i;
/** Problems with which a row is not taken: its values cannot be trusted. The others cost one value. */
const BREAKING: ReadonlySet<ProblemCode> = new Set([
  'too-long',
  'control-character',
  'wrong-encoding',
  'looks-like-a-formula',
]);

export function readRow(fields: readonly string[], reading: RowReading): ReadRow {
  const width = reading.columns.length;
  // Programs leave off empty fields at the end.
  if (fields.length > width && fields.slice(width).some((field) => field !== '')) return broken('too-many-fields');
  if (fields.length < width && fields.length < 2 && width > 1) return broken('too-few-fields');
  const problems: RowProblem[] = [];
  const values = new Map<Meaning, { text: string; column: number }>();
  reading.columns.forEach((meaning, at) => {
    const text = fields[at] ?? '';
    const problem = problemIn(text, meaning);
    if (problem) problems.push({ column: at + 1, problem });
    else if (meaning !== undefined && text !== '' && !NOTHING.test(text)) values.set(meaning, { text, column: at + 1 });
  });
  if (problems.some(({ problem }) => BREAKING.has(problem)))
    return { contact: undefined, problems, nationalId: undefined };
  const contact = contactOf(values, reading, problems);
  const isNobody =
    contact.details.name === undefined && contact.details.account === undefined && waysTo(contact).length === 0;
  const nationalId = values.get('nationalId')?.text;
  if (!isNobody) return { contact, problems, nationalId };
  const why: RowProblem = { column: 0, problem: 'nobody-in-it' };
  return { contact: undefined, problems: problems.length > 0 ? problems : [why], nationalId };
}

function broken(problem: ProblemCode): ReadRow {
  return { contact: undefined, problems: [{ column: 0, problem }], nationalId: undefined };
}

function problemIn(text: string, meaning: Meaning | undefined): ProblemCode | undefined {
  if (text.length > ((meaning && LONGEST[meaning]) ?? LONGEST_VALUE))
    return meaning === undefined && text.length < 4096 ? undefined : 'too-long';
  if (meaning === undefined) return undefined;
  if (text.includes('\ufffd')) return 'wrong-encoding';
  // Lines within an address are all right.
  if (/[^\P{Cc}\n\r\t]/u.test(text)) return 'control-character';
  // What a spreadsheet would run when the list is exported again; a telephone number begins with + and digits.
  return /^[=@]|^[+-](?![\d\s().-]*$)/.test(text) && !NOTHING.test(text) ? 'looks-like-a-formula' : undefined;
}

type Values = ReadonlyMap<Meaning, { readonly text: string; readonly column: number }>;

function contactOf(values: Values, { now, language, group }: RowReading, problems: RowProblem[]): ContactDraft {
  const line = (meaning: Meaning) => values.get(meaning)?.text.replace(/\s+/g, ' ').normalize('NFC');
  /** A value as it is read, or a problem with it. */
  const read = <T>(meaning: Meaning, reader: (text: string) => T | undefined, problem: ProblemCode): T | undefined => {
    const value = values.get(meaning);
    const found = value && reader(value.text);
    if (value && found === undefined) problems.push({ column: value.column, problem });
    return found;
  };
  const email = read('email', mailAddressIn, 'no-email-address');
  const secondEmail = read('secondEmail', mailAddressIn, 'no-email-address');
  const guardianEmail = read('guardianEmail', mailAddressIn, 'no-email-address');
  const whole = [line('givenName'), line('familyName')].filter((part) => part !== undefined).join(' ');
  const phone = line('phone');
  const details: ContactDetails = withoutUndefined({
    name: line('name') ?? (whole === '' ? undefined : whole),
    email,
    secondEmail,
    guardianEmail,
    phone: phone === undefined ? undefined : normaliseValue('person/phone', phone),
    street: line('street'),
    postalCode: line('postalCode'),
    city: line('city'),
    country: line('country'),
    guardianName: line('guardianName'),
    account: line('account'),
  });
  const minor = isMinor(values, now, read, problems);
  const named = read('group', groupIn, 'unknown-group') ?? group;
  return {
    details,
    group: minor ? 'parents' : named,
    language: read('language', languageIn, 'unknown-language') ?? language,
    minor,
  };
}

/** By the column that says so, or by the birth date: either is enough. */
function isMinor(
  values: Values,
  now: Date,
  read: <T>(meaning: Meaning, reader: (text: string) => T | undefined, problem: ProblemCode) => T | undefined,
  problems: RowProblem[],
): boolean {
  const said = read('minor', yesOrNo, 'not-yes-or-no') ?? false;
  const days = read('birthDate', (text) => (daysIn(text).length > 0 ? daysIn(text) : undefined), 'no-date');
  if (days === undefined) return said;
  if (isInFuture(days, now)) {
    problems.push({ column: values.get('birthDate')?.column ?? 0, problem: 'date-in-the-future' });
    return said;
  }
  return said || isMinorOn(days, now);
}

function withoutUndefined(details: ContactDetails): ContactDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as ContactDetails;
}
