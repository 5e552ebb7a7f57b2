// All modifiers by name (Sigma specification 2.1, appendix; the aliases are pySigma's).
import { all } from './all.ts';
import { base64 } from './base64.ts';
import { base64offset } from './base64offset.ts';
import { cased } from './cased.ts';
import { cidr } from './cidr.ts';
import { gt, gte, lt, lte } from './compare.ts';
import { contains } from './contains.ts';
import { endswith } from './endswith.ts';
import { exists } from './exists.ts';
import { expand } from './expand.ts';
import { fieldref } from './fieldref.ts';
import type { Modifier } from './modifier.ts';
import { neq } from './neq.ts';
import { dotall, ignorecase, multiline, re } from './re.ts';
import { startswith } from './startswith.ts';
import { day, hour, minute, month, week, year } from './time-part.ts';
import { utf16, utf16be, utf16le } from './utf16.ts';
import { windash } from './windash.ts';

const ALL: readonly Modifier[] = [
  all,
  base64,
  base64offset,
  cased,
  cidr,
  contains,
  day,
  dotall,
  endswith,
  exists,
  expand,
  fieldref,
  gt,
  gte,
  hour,
  ignorecase,
  lt,
  lte,
  minute,
  month,
  multiline,
  neq,
  re,
  startswith,
  utf16,
  utf16be,
  utf16le,
  week,
  windash,
  year,
];

/** Every name that a rule may write behind a field. */
export const MODIFIERS: ReadonlyMap<string, Modifier> = new Map(
  ALL.flatMap((modifier) => [modifier.name, ...(modifier.aliases ?? [])].map((name) => [name, modifier] as const)),
);
