// Programs, as they call themselves to stores.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { handOf } from './by-hand.ts';

describe('whether somebody sits at a program', () => {
  it('is so with tools that people work with', () => {
    for (const client of [
      'psql',
      'dbeaver',
      'datagrip',
      'mysql workbench',
      'pgadmin 4',
      'curl',
      'mongosh',
      'redis-cli',
    ])
      assert.equal(handOf(client), 'by hand', client);
  });

  it('is not so with drivers and jobs', () => {
    for (const client of [
      'postgresql jdbc driver',
      'pg_dump',
      'grafana',
      'python-requests',
      'go-http-client',
      'mysqldump',
      'alembic',
    ])
      assert.equal(handOf(client), 'by program', client);
  });

  it('is not known where the program does not say', () => {
    assert.equal(handOf(''), undefined);
  });
});
