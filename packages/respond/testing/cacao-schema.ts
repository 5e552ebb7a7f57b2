// The official JSON schemas of CACAO 2.0 (OASIS Open, cacao-json-schemas at 7285329, Apache-2.0) as a check of documents.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';

const folder = new URL('./cacao/oasis/schemas/', import.meta.url);

const PLAYBOOK = 'https://raw.githubusercontent.com/oasis-open/cacao-json-schemas/main/schemas/playbook.json';

interface Schema {
  readonly $schema?: string;
  readonly $id: string;
  readonly unevaluatedProperties?: boolean;
}

/** What the schemas say against a document, read as the draft that they name (07); empty where they accept it. */
export function cacaoSchemaErrors(document: unknown): readonly string[] {
  return errorsOf(asDeclared, document);
}

/**
 * The same with `unevaluatedProperties`, which they use and which came with draft 2019-09: no property may be there that the specification
 * does not have. In command-data.json the keyword is left out: that file is extended by each type of command, and by it would refuse all
 * their properties, `command` too.
 */
export function strictCacaoSchemaErrors(document: unknown): readonly string[] {
  return errorsOf(strict, document);
}

const asDeclared = validatorOf(new Ajv({ strict: false, logger: false }), (schema) => schema);
const strict = validatorOf(new Ajv2019({ strict: false }), ({ $schema: _draft, ...schema }) => {
  const { unevaluatedProperties: _refusesAll, ...extended } = schema;
  return schema.$id.endsWith('/command-data.json') ? extended : schema;
});

function errorsOf(validate: ValidateFunction, document: unknown): string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function validatorOf(ajv: Ajv | Ajv2019, change: (schema: Schema) => object): ValidateFunction {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.json'));
  for (const file of files) ajv.addSchema(change(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema));
  const playbook = ajv.getSchema(PLAYBOOK);
  if (!playbook) throw new Error('the schemas have no playbook.json');
  return playbook;
}
