// A value in each of the forms that a server, a framework or a browser may make of it, to a fixed depth. Every form is read, since
// what a filter sees and what runs in the end are seldom the same form.
import { base64Decoded } from './base64.ts';
import { entitiesDecoded } from './entities.ts';
import { escapesDecoded } from './escapes.ts';
import { percentDecoded } from './percent.ts';

export interface Form {
  readonly text: string;
  /** How it comes from the value as it was written, in words; empty for that one. */
  readonly how: readonly string[];
  /** Signs are written in a way that only hides them. */
  readonly isDisguised: boolean;
}

/** Percent signs are taken off so many times: a proxy, the server, and an application that does it again. */
const PERCENT_DEPTH = 3;
// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that filters stumble over and servers drop
const DROPPED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** Letters and signs of full width, which compatibility forms of Unicode fold to ASCII. */
const FULL_WIDTH = /[\uff01-\uff5e]/;
const ENCODED = /[%&\\+\uff01-\uff5e\u00ad\u200b-\u200f\u2060\ufeff]/;

/** At most nine forms, none twice. */
export function formsOf(value: string): readonly Form[] {
  const forms: Form[] = [{ text: value, how: [], isDisguised: false }];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same signs as above
  if (!ENCODED.test(value) && !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(value)) {
    const inside = base64Decoded(value);
    return inside === undefined ? forms : [...forms, { text: inside, how: ['base64'], isDisguised: true }];
  }
  const add = (from: Form, text: string, how: string, isDisguised: boolean): Form => {
    if (forms.some((form) => form.text === text)) return from;
    const form = { text, how: [...from.how, how], isDisguised: from.isDisguised || isDisguised };
    forms.push(form);
    return form;
  };
  const [written] = forms;
  let last: Form = written ?? { text: value, how: [], isDisguised: false };
  // A plus is a space in forms, and a plus in a path; where there are spaces it is none.
  const isForm = value.includes('+') && !value.includes(' ');
  for (let depth = 0; depth < PERCENT_DEPTH; depth += 1) {
    const { text, isOverlong } = percentDecoded(last.text);
    if (text === last.text) break;
    last = add(
      last,
      text,
      isOverlong ? 'overlong UTF-8' : depth > 0 ? 'percent signs, twice' : 'percent signs',
      isOverlong || depth > 0,
    );
  }
  if (isForm) last = add(last, percentDecoded(value.replaceAll('+', ' ')).text, 'plus signs', false);
  last = add(last, entitiesDecoded(last.text), 'character references', false);
  last = add(last, escapesDecoded(last.text), 'escapes', false);
  last = add(last, last.text.replace(DROPPED, ''), 'signs that cannot be seen', true);
  if (FULL_WIDTH.test(last.text)) last = add(last, last.text.normalize('NFKC'), 'signs of full width', false);
  const inside = base64Decoded(last.text);
  if (inside !== undefined) add(last, inside, 'base64', true);
  // With its percent signs a value reaches nobody.
  return forms.length > 1 && /%(?:[0-9a-f]{2}|u[0-9a-f]{4})/i.test(value) ? forms.slice(1) : forms;
}
