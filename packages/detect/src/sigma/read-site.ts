// What a site says about its own events: names of fields, and values of placeholders. Either in our few words, or as a processing
// pipeline of pySigma, of which the parts are read that have a meaning without a query language.
import { type Foreign, isMap, readDocuments } from './documents.ts';
import { fieldKey, type MappedFields } from './field-mapping.ts';
import { quoted, Rejection } from './rejection.ts';
import type { LogSource } from './rule.ts';

export interface Site {
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  readonly mappings: readonly MappedFields[];
}

/**
 * Reads `placeholders`, `fields`, or a pipeline with `vars` and `transformations`.
 *
 * @returns the site, or why it is not understood
 */
export function readSite(text: string): Site | { readonly fault: string } {
  try {
    const sites = readDocuments(text).map(siteOf);
    return {
      placeholders: Object.assign({}, ...sites.map((site) => site.placeholders)) as Site['placeholders'],
      mappings: sites.flatMap((site) => site.mappings),
    };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { fault: error.message };
  }
}

const KEYS = ['placeholders', 'fields', 'vars', 'transformations', 'name', 'priority', 'allowed_backends'];

function siteOf(document: Foreign): Site {
  const unknown = Object.keys(document).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new Rejection('mapping', `${quoted(unknown)} is not one of ${KEYS.join(', ')}`);
  const own = document.fields === undefined ? [] : fieldsOf(document.fields);
  const transformed = listOf(document.transformations, 'transformations').map(transformation);
  return {
    placeholders: { ...valuesOf(document.vars, 'vars'), ...valuesOf(document.placeholders, 'placeholders') },
    mappings: [...own, ...transformed.filter((one) => one !== undefined)],
  };
}

function listOf(written: unknown, key: string): readonly unknown[] {
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) throw new Rejection('mapping', `${key} is not a list`);
  return written;
}

/** One map for all rules, or a list of maps for log sources. */
function fieldsOf(written: unknown): MappedFields[] {
  if (isMap(written)) return [{ fields: namesOf(written) }];
  return listOf(written, 'fields').map((one) => {
    if (!isMap(one) || !isMap(one.fields)) throw new Rejection('mapping', `${quoted(one)} is not a map with fields`);
    return { logSource: logSourceOf(one.logsource ?? {}), fields: namesOf(one.fields) };
  });
}

function logSourceOf(written: unknown): LogSource {
  if (!isMap(written)) throw new Rejection('mapping', `${quoted(written)} is not a log source`);
  const known = Object.entries(written).filter(([key]) => ['category', 'product', 'service'].includes(key));
  return Object.fromEntries(known.map(([key, value]) => [key, String(value)]));
}

function namesOf(written: Foreign): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(written).map(([name, target]) => {
      const targets: readonly unknown[] = Array.isArray(target) ? target : [target];
      const wrong = targets.find((one) => typeof one !== 'string' || one === '');
      if (wrong !== undefined || targets.length === 0) {
        throw new Rejection('mapping', `${quoted(name)} is mapped to ${quoted(target)}, which is no field`);
      }
      return [fieldKey(name), targets.map((one) => fieldKey(String(one)))];
    }),
  );
}

function valuesOf(written: unknown, key: string): Record<string, readonly string[]> {
  if (written === undefined || written === null) return {};
  if (!isMap(written)) throw new Rejection('mapping', `${key} is not a map`);
  return Object.fromEntries(
    Object.entries(written).map(([name, values]) => [
      name,
      (Array.isArray(values) ? (values as unknown[]) : [values]).map((value) => String(value)),
    ]),
  );
}

function transformation(written: unknown): MappedFields | undefined {
  if (!isMap(written)) throw new Rejection('mapping', `${quoted(written)} is not a transformation`);
  // The values are those of `vars`, whichever of them a rule expands.
  if (written.type === 'value_placeholders') return undefined;
  if (written.type !== 'field_name_mapping' || !isMap(written.mapping)) {
    throw new Rejection(
      'mapping',
      `the transformation ${quoted(written.type)} is not known; field_name_mapping and value_placeholders are`,
    );
  }
  const strange = Object.keys(written).find((key) => !['id', 'type', 'mapping', 'rule_conditions'].includes(key));
  if (strange !== undefined) throw new Rejection('mapping', `${quoted(strange)} is not known in a field_name_mapping`);
  const conditions = listOf(written.rule_conditions, 'rule_conditions');
  const [condition] = conditions;
  if (conditions.length > 1 || (condition !== undefined && !(isMap(condition) && condition.type === 'logsource'))) {
    throw new Rejection('mapping', 'rule_conditions are known as one condition of the type logsource');
  }
  const fields = namesOf(written.mapping);
  return condition === undefined ? { fields } : { logSource: logSourceOf(condition), fields };
}
