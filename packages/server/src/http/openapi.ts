// The description of the API in OpenAPI 3.1, from the schemas that validate.
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import type { AnyOperation } from './operation.ts';
import { PROBLEM_TYPES } from './problem.ts';

type Json = Record<string, unknown>;

export function documentOf(operations: readonly AnyOperation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationOf(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vigie', version: '1', description: 'The watch room: stores, findings, breaches and their clocks.' },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'vigie.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'remedy', 'requestId'],
  properties: {
    type: { enum: PROBLEM_TYPES.map((type) => `/problems/${type}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    remedy: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

function operationOf(operation: AnyOperation): Json {
  const { id, summary, may, body, takes, versioned } = operation;
  return {
    operationId: id,
    summary,
    ...(may === 'nobody' ? { security: [] } : { security: [{ session: [] }, { token: [] }], 'x-permission': may }),
    parameters: [
      ...parametersOf(operation),
      ...(versioned ? [IF_MATCH] : []),
      ...(operation.method === 'POST' ? [KEY] : []),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    ...(takes === undefined
      ? {}
      : { requestBody: { required: true, content: Object.fromEntries(takes.map((type) => [type, {}])) } }),
    responses: { ...successOf(operation), default: FAILURE },
  };
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'the version that was read, in quotes',
  schema: { type: 'string', pattern: '^"\\d+"$' },
};
const KEY = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } };
const FAILURE = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function successOf({ answer, status, gives }: AnyOperation): Json {
  if (gives !== undefined) {
    const content = Object.fromEntries([...gives].map((type) => [type, {}]));
    return { '200': { description: 'the document', content } };
  }
  if (answer === undefined) return { [status ?? 204]: { description: 'done' } };
  return {
    [status ?? 200]: {
      description: 'the answer',
      content: { 'application/json': { schema: schemaOf(answer, 'output') } },
    },
  };
}

function parametersOf({ params, query }: AnyOperation): Json[] {
  return [...fieldsOf(params, 'path'), ...fieldsOf(query, 'query')];
}

function fieldsOf(schema: v.GenericSchema | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

/** Rules that JSON Schema cannot say, such as a check of ours, are left out of the description and stay in force. */
function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $schema: _version, ...rest } = toJsonSchema(schema as never, { errorMode: 'ignore', typeMode });
  return rest;
}
