// Values that become objects: names that reach the prototype of all objects in JavaScript, and objects of Java, PHP, Python, .NET and YAML
// that run code where they are read.
import { type Attack, attackOf } from './attack.ts';
import type { Form } from './decoding/forms.ts';
import { Signs } from './signs.ts';

/** Of a parameter's name, too: `__proto__[admin]=true`. */
export const REACHES_PROTOTYPE =
  /(?:^|[[\]."'{,\s&?])(?:_{2}proto_{2}|__pro(?:__proto__)+to__)(?:$|[[\]."':=\s])|\bconstructor(?:\]?\[|\.|["']\s{0,8}:\s{0,8}\{\s{0,8}["'])\s{0,4}prototype\b/;

/** @returns an attack where a name reaches what all objects of a program inherit from */
export function prototypePollution({ text }: Form): Attack | undefined {
  if (!text.includes('proto')) return undefined;
  const signs = new Signs();
  if (REACHES_PROTOTYPE.test(text.slice(0, 16 * 1024)))
    signs.note(6, 'has a name that reaches what all objects of a program inherit from');
  return attackOf('prototype-pollution', signs.all);
}

/** `O:8:"stdClass":1:{`, of PHP. */
const OF_PHP = /(?:^|[;{:|])\s{0,8}[OC]:\+?\d{1,6}:["'][\w\\]{1,200}["']:\d{1,6}:\{/;
/** The marks that streams begin with: Java (AC ED 00 05), .NET's BinaryFormatter, and pickle of Python, in base64 or hexadecimal. */
const STREAM = /^\s{0,4}(?:rO0AB[A-Za-z\d+/_-]{2}|aced0005[\da-f]{4}|AAEAAAD\/{5}|gA[JRSTU]j?[A-Za-z\d+/]{6})/;
const OF_YAML =
  /!!(?:python\/(?:object|name|module)|javax?\.|com\.|org\.|ruby\/(?:object|hash|struct)|clojure|System\.)|!ruby\/(?:object|hash|struct)|---\s{0,4}!ruby/;
const OF_PICKLE = /(?:^|\n)c(?:os|posix|nt|subprocess|builtins|__builtin__)\n(?:system|popen|Popen|call|eval|exec)\n/;
const OF_JSON =
  /["'](?:@type|\$type|javaClass|@class)["']\s{0,8}:\s{0,8}["'](?:com|org|java|javax|sun|net|System|ch|oracle)\./;

/** @returns an attack where a value is an object that runs code when it is read */
export function unsafeObject({ text }: Form): Attack | undefined {
  const start = text.slice(0, 16 * 1024);
  const signs = new Signs();
  if (OF_PHP.test(start)) signs.note(6, 'is an object of PHP as it is written down');
  if (STREAM.test(start)) signs.note(6, 'is a stream of objects of Java, .NET or Python');
  if (OF_YAML.test(start)) signs.note(6, 'names a class that YAML would make an object of');
  if (OF_PICKLE.test(start)) signs.note(7, 'has calls as Python writes objects down');
  if (OF_JSON.test(start)) signs.note(5, 'names a class that JSON would make an object of');
  return attackOf('unsafe-object', signs.all);
}
