// The JSON Schema of an exported register, from the schema of its records; `npm run docs` writes it to docs/register.schema.json.
import { toJsonSchema } from '@valibot/to-json-schema';
import { RegisterDocumentSchema } from '../src/register/document.ts';

/** The schema as JSON text. That an instant exists is checked in code alone. */
export function registerJsonSchema(): string {
  const { $schema, ...schema } = toJsonSchema(RegisterDocumentSchema, {
    typeMode: 'output',
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  const title = 'Register of personal data breaches (Article 33(5) GDPR)';
  const description = 'The facts of a record are as in facts.schema.json, each with who said so.';
  return `${JSON.stringify({ $schema, title, description, ...schema }, null, 2)}\n`;
}
