// A record's own fields at the top of its event, OCSF's names beside them: Sigma's rules for clouds are written for the records as they
// are, and everything else reads OCSF. Where both have a name, objects and lists are joined, and else OCSF's stands.
import type { Fields } from './event.ts';
import { isRecord } from './json-fields.ts';

export function besideRaw(record: Fields, event: Fields): Fields {
  const joined: Record<string, unknown> = { ...record };
  for (const [name, value] of Object.entries(event)) {
    const own = Object.hasOwn(record, name) ? record[name] : undefined;
    // Where a record comes from is the reader's word, not its own.
    if (name !== 'logsource' && isRecord(own) && isRecord(value))
      joined[name] = { ...value, ...own, ...onlyRecords(value, own) };
    else if (Array.isArray(own) && Array.isArray(value))
      joined[name] = [...(own as unknown[]), ...(value as unknown[])];
    else joined[name] = value;
  }
  // A time that is none would hide that there is none.
  if (event.time === undefined && typeof joined.time !== 'number') joined.time = undefined;
  return joined;
}

/** One level deeper, an object of OCSF is not hidden by a text of the record: `actor.user` is a person. */
function onlyRecords(value: Fields, own: Fields): Fields {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, inner]) => isRecord(inner) && Object.hasOwn(own, name) && !isRecord(own[name]),
    ),
  );
}

/** The names that rules know, where the record does not have them itself. */
export function missingFrom(record: Fields, names: Fields): Fields {
  return Object.fromEntries(
    Object.entries(names).filter(([name, value]) => value !== undefined && !Object.hasOwn(record, name)),
  );
}
