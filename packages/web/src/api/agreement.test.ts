import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PERMISSIONS } from '../../../server/src/access/roles.ts';
import { securityHeaders } from '../../../server/src/http/headers.ts';
import { OPERATIONS } from '../../../server/src/operations/index.ts';
import { LOG_FORMAT_NAMES } from '../../../server/src/watching/log-format-names.ts';
import { POLICY } from '../../testing/stand-in/server.ts';
import { factKind } from '../forms/case/fact-kinds.ts';
import { INPUT_FORMATS } from '../forms/input-formats.ts';
import { en } from '../words/en/index.ts';
import { fr } from '../words/fr/index.ts';
import { WHO_MAY } from './access.ts';
import { WAYS } from './ways.ts';

describe('what the browser takes for granted of the server', () => {
  it('is that each operation is where the server has it', () => {
    const served = new Map(OPERATIONS.map(({ id, method, path }) => [id, `${method} ${path}`]));
    for (const [id, way] of Object.entries(WAYS)) assert.equal(served.get(id), way, id);
  });

  it('is who may do what', () => {
    const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(table).map(([permission, roles]) => [permission, [...roles].sort()]));
    assert.deepEqual(sorted(WHO_MAY), sorted(PERMISSIONS));
  });

  it('is the policy under which its pages run', () => {
    assert.equal(POLICY, securityHeaders(false)['content-security-policy']);
  });

  it('is which formats of logs there are', () => {
    assert.deepEqual(INPUT_FORMATS, [...LOG_FORMAT_NAMES].sort());
  });

  describe('of the facts of a breach', async () => {
    const definitions = await factDefinitions();

    it('is that each has a name in both languages, and nothing else has', () => {
      const paths = definitions.map(({ path }) => path).sort();
      assert.deepEqual(Object.keys(en.facts.names).sort(), paths);
      assert.deepEqual(Object.keys(fr.facts.names).sort(), paths);
    });

    it('is that the words offered for a fact are words that it takes', () => {
      for (const { path, schema } of definitions) {
        const kind = factKind(path);
        if (kind.kind !== 'choice' && kind.kind !== 'choices') continue;
        const taken = kind.kind === 'choice' ? schema.enum : schema.items?.enum;
        for (const word of taken === undefined ? [] : kind.words) assert.ok(taken?.includes(word), `${path}: ${word}`);
      }
    });

    it('is the form in which each value is sent', () => {
      const forms = {
        'yes-no': 'boolean',
        number: 'number',
        text: 'string',
        instant: 'string',
        lines: 'array',
      } as const;
      for (const { path, schema } of definitions) {
        const { kind } = factKind(path);
        const form: string | undefined = (forms as Readonly<Record<string, string>>)[kind];
        if (form !== undefined && schema.type !== undefined) assert.equal(schema.type, form, path);
      }
    });
  });
});

interface Definition {
  readonly path: string;
  readonly schema: {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly items?: { readonly enum?: readonly string[] };
  };
}

/** As the server tells them; its operation looks at nothing of the request. */
async function factDefinitions(): Promise<readonly Definition[]> {
  const operation = OPERATIONS.find(({ id }) => id === 'listFactDefinitions');
  assert.ok(operation);
  const answer = (await operation.run({} as never)) as { readonly items: readonly Definition[] };
  return answer.items;
}
