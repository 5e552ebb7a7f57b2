// Field names: spaces are dropped (Sigma specification 2.1, "Field Usage"), and a site may map Sigma's names to those of its events.
import { quoted, Rejection } from './rejection.ts';
import type { LogSource } from './rule.ts';

/** The names that a field of a rule may have in an event; any of them counts. */
export type FieldMapping = (field: string) => readonly string[];

export interface MappedFields {
  /** Only for rules of this log source; absent parts are any. */
  readonly logSource?: LogSource;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** A field name as rules and events share it: without spaces. */
export function fieldKey(name: string): string {
  return name.includes(' ') ? name.replaceAll(' ', '') : name;
}

export function mappingFor(logSource: LogSource, mappings: readonly MappedFields[]): FieldMapping {
  const fitting = mappings.filter(({ logSource: wanted = {} }) =>
    (['category', 'product', 'service'] as const).every(
      (key) => wanted[key] === undefined || wanted[key] === logSource[key],
    ),
  );
  return (field) => {
    const key = fieldKey(field);
    if (key === '') throw new Rejection('shape', `${quoted(field)} is no field name`);
    const found = fitting.find(({ fields }) => Object.hasOwn(fields, key));
    return found?.fields[key] ?? [key];
  };
}
