import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PERMISSIONS } from '../../../server/src/access/roles.ts';
import { securityHeaders } from '../../../server/src/http/headers.ts';
import { OPERATIONS } from '../../../server/src/operations/index.ts';
import { POLICY } from '../../testing/stand-in/server.ts';
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
});
