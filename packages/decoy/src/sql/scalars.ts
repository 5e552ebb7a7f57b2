// Functions that both dialects have, by their names in lower case. They look at their arguments and at nothing else.
import type { SqlFunction, SqlType } from './catalogue.ts';
import { compared, isTrue, textOf } from './compile.ts';
import type { Value } from './tree.ts';

const MAX_TEXT = 100_000;

const of = (type: SqlType, run: SqlFunction['run']): SqlFunction => ({ type, run });
/** Of a text; null stays null. */
const ofText = (type: SqlType, run: (text: string, ...more: readonly Value[]) => Value): SqlFunction =>
  of(type, ([first = null, ...more]) => (first === null ? null : run(textOf(first), ...more)));
const ofNumber = (run: (number: number) => number): SqlFunction =>
  of('number', ([first = null]) => (first === null ? null : run(Number(first))));

const firstThere = of('text', (args) => args.find((one) => one !== null) ?? null);
const joined = of('text', (args) => args.map(textOf).join('').slice(0, MAX_TEXT));
const part = ofText('text', (text, from = 1, length = null) => {
  const start = Math.max(0, Number(from) - 1);
  return text.slice(start, length === null ? undefined : start + Math.max(0, Number(length)));
});
const asText = ofText('text', (text) => text);
const asNumber = ofNumber((number) => (Number.isFinite(number) ? number : 0));
const asWhole: SqlFunction = {
  ...ofNumber((number) => Math.trunc(Number.isFinite(number) ? number : 0)),
  type: 'integer',
};
const size = ofText('integer', (text) => Buffer.byteLength(text));

export const scalars: ReadonlyMap<string, SqlFunction> = new Map(
  Object.entries({
    abs: ofNumber(Math.abs),
    ceil: ofNumber(Math.ceil),
    floor: ofNumber(Math.floor),
    round: of('number', ([number = null, digits = 0]) =>
      number === null ? null : Number(Number(number).toFixed(Math.min(10, Math.max(0, Number(digits) || 0)))),
    ),
    greatest: of('number', (args) => args.reduce((most, one) => (compared(one, most) > 0 ? one : most))),
    least: of('number', (args) => args.reduce((least, one) => (compared(one, least) < 0 ? one : least))),
    lower: ofText('text', (text) => text.toLowerCase()),
    upper: ofText('text', (text) => text.toUpperCase()),
    length: size,
    char_length: ofText('integer', (text) => text.length),
    octet_length: size,
    trim: ofText('text', (text) => text.trim()),
    btrim: ofText('text', (text) => text.trim()),
    reverse: ofText('text', (text) => [...text].reverse().join('')),
    left: ofText('text', (text, count = 0) => text.slice(0, Math.max(0, Number(count)))),
    right: ofText('text', (text, count = 0) => (Number(count) > 0 ? text.slice(-Number(count)) : '')),
    substring: part,
    substr: part,
    replace: ofText('text', (text, from = '', to = '') =>
      text.replaceAll(textOf(from) || '\0', () => textOf(to)).slice(0, MAX_TEXT),
    ),
    position: of('integer', ([text = '', wanted = '']) => textOf(text).indexOf(textOf(wanted)) + 1),
    strpos: of('integer', ([text = '', wanted = '']) => textOf(text).indexOf(textOf(wanted)) + 1),
    concat: joined,
    concat_ws: of('text', ([between = '', ...args]) =>
      args
        .filter((one) => one !== null)
        .map(textOf)
        .join(textOf(between))
        .slice(0, MAX_TEXT),
    ),
    coalesce: firstThere,
    ifnull: firstThere,
    nullif: of('text', ([first = null, second = null]) => (compared(first, second) === 0 ? null : first)),
    if: of('text', ([condition = null, yes = null, no = null]) => (isTrue(condition) ? yes : no)),
    tostring: asText,
    totypename: of('text', () => 'String'),
    todate: ofText('text', (text) => text.slice(0, 10)),
    todatetime: asText,
    tofloat64: asNumber,
    ...Object.fromEntries(['toint32', 'toint64', 'touint8', 'touint32', 'touint64'].map((name) => [name, asWhole])),
    array_length: of('integer', ([list = null]) => (Array.isArray(list) ? list.length : null)),
    array_to_string: of('text', ([list = null, between = ',']) =>
      Array.isArray(list) ? list.map(textOf).join(textOf(between)).slice(0, MAX_TEXT) : null,
    ),
  }),
);
