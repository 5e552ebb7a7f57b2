// Filters of directories (LDAP, RFC 4515): a value that closes the filter it is put into and opens another.
import { type Attack, attackOf, type Where } from './attack.ts';
import type { Form } from './decoding/forms.ts';
import { Signs } from './signs.ts';

/** `*)(uid=*`, `x)(|(password=*)`: a filter closed, and another one opened with an attribute or an operator. */
const REOPENED = /\)\s{0,4}\(\s{0,4}(?:[|&!]\s{0,4}\(?|[A-Za-z][\w;-]{0,60}\s{0,4}(?:[~<>]?=|:=))/;
/** `admin)(&)`, `*()|&'`: what is true of all, and what only breaks filters. */
const ALWAYS = /\)\s{0,4}\(\s{0,4}[&|]\s{0,4}\)|\*\(\)\|&|\)\s{0,4}\(\s{0,4}\d\s{0,4}=\s{0,4}[\d*]/;
/** Code and prose have the same signs, with words between them. */
const PLAIN = /^[^\s()]{0,60}(?:\)|\*)/;

/** @returns an attack where a value leaves the filter of a directory that it is put into */
export function directoryInjection({ text }: Form, where: Where): Attack | undefined {
  if (!text.includes('(') || where === 'header') return undefined;
  const start = text.slice(0, 2_048);
  const signs = new Signs();
  if (PLAIN.test(start) && REOPENED.test(start)) signs.note(6, 'closes the filter of a directory and opens another');
  if (PLAIN.test(start) && ALWAYS.test(start)) signs.note(5, 'makes the filter of a directory true of all');
  return attackOf('directory-injection', signs.all);
}
