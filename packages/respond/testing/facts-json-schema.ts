// The JSON Schema of a document of facts, from the schemas that read it; `npm run docs` writes it to docs/facts.schema.json.
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { FACT_NAMES, FACTS, type FactName } from '../src/facts/definitions.ts';
import { ProvenanceSchema } from '../src/facts/document.ts';

/** The schema as JSON text. What a schema says in code alone (lower not above upper) is not in it. */
export function factsJsonSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Facts of a breach',
    description:
      'Facts under "facts", or the facts alone. Each is a value, null for unknown, or a value with who said so.',
    anyOf: [
      { type: 'object', required: ['facts'], properties: { facts: { $ref: '#/$defs/facts' } } },
      { $ref: '#/$defs/facts', not: { required: ['facts'] } },
    ],
    $defs: {
      facts: { type: 'object', properties: Object.fromEntries(FACT_NAMES.map((name) => [name, statement(name)])) },
      provenance: jsonSchema(ProvenanceSchema),
      ...Object.fromEntries(FACT_NAMES.map((name) => [name, jsonSchema(FACTS[name].schema)])),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A value, null or the word unknown, or a value with its provenance. */
function statement(name: FactName) {
  const value = { $ref: `#/$defs/${name}` };
  const unknown = { enum: [null, 'unknown'] };
  const withProvenance = {
    allOf: [{ $ref: '#/$defs/provenance' }],
    type: 'object',
    required: ['value'],
    properties: { value: { anyOf: [value, unknown] } },
  };
  return { title: FACTS[name].title, description: FACTS[name].ask, anyOf: [value, unknown, withProvenance] };
}

function jsonSchema(schema: GenericSchema) {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  return rest;
}
