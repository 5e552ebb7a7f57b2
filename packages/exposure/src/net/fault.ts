// Faults of sources in words of our own. What a server says of an error is never passed on: it may quote a row's value.
import type { SourceFault } from '../source.ts';

/** Names in messages are cut here: no honest one needs more. */
const MAX_NAME = 120;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

export function faultOf(code: SourceFault['code'], where: string, message: string): SourceFault {
  return { code, where, message };
}

/** A fault is the only value with a `code` among what functions here give back beside objects of their own. */
export function isFaultValue(value: object): value is SourceFault {
  return 'code' in value && 'where' in value && 'message' in value;
}

/** A store and one dataset of it, as it stands in a fault; the name is the store's own, so it is made printable. */
export function placeOf(where: string, container: string, name: string): string {
  const printable = (text: string) => {
    const clean = text.replace(CONTROL, '');
    return clean.length > MAX_NAME ? `${clean.slice(0, MAX_NAME)}…` : clean;
  };
  return `${printable(container)}.${printable(name)} of ${where}`;
}
