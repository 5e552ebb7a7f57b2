import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const EVERYTHING = posture({
  identify: 'yes',
  list: 'yes',
  count: 'yes',
  read: 'yes',
  write: 'yes',
  administer: 'yes',
});

const welcome = (version: string) => ({
  couchdb: 'Welcome',
  version,
  git_sha: '59902a2d7',
  features: ['access-ready', 'partitioned', 'pluggable-storage-engines', 'reshard', 'scheduler'],
  vendor: { name: 'The Apache Software Foundation' },
});
const session = (...roles: string[]) => ({
  ok: true,
  userCtx: { name: null, roles },
  info: { authentication_handlers: ['cookie', 'default'] },
});
const info = (db_name: string, doc_count: number) => ({
  db_name,
  doc_count,
  doc_del_count: 0,
  sizes: { file: doc_count * 1000, external: 10, active: 10 },
});

function refusal(reason: string): StandInReply {
  return {
    status: 401,
    headers: { Server: 'CouchDB/3.3.3 (Erlang OTP/24)', 'X-Couch-Request-ID': 'b1c1d1' },
    body: { error: 'unauthorized', reason },
  };
}

async function standIn(t: TestContext, reply: (request: string, body: string) => unknown, otherwise?: StandInReply) {
  const server = await startHttpStandIn((method, path, _request, body) => {
    const answer = reply(`${method} ${path}`, body);
    return answer === undefined ? otherwise : { status: 200, body: answer };
  });
  t.after(server.stop);
  return server;
}

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);

describe('couchdb, stand-in from the documentation', () => {
  it('calls the admin party of version 2 open in every way, and counts its databases in one question', async (t) => {
    const names = ['_users', 'customers', 'notes'];
    const server = await standIn(t, (request, body) => {
      if (request === 'GET /') return welcome('2.3.1');
      if (request === 'GET /_session') return session('_admin');
      if (request === 'GET /_all_dbs') return names;
      if (request !== 'POST /_dbs_info') return undefined;
      assert.deepEqual(JSON.parse(body), { keys: names });
      return names.map((key, i) => ({ key, info: info(key, i * 7) }));
    });
    const report = await meetStore('couchdb', 'admin-party-2', server.port, { source: SOURCE });
    assert.equal(report.product, 'couchdb');
    assert.equal(report.version, '2.3.1');
    assert.equal(report.transport, 'http');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rules(report), ['couchdb/admin-party']);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /\[chttpd\]/);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'databases',
          collections: [
            { name: 'customers', rows: 7, rowsBasis: 'exact', bytes: 7000, bytesBasis: 'exact', columns: [] },
            { name: 'notes', rows: 14, rowsBasis: 'exact', bytes: 14000, bytesBasis: 'exact', columns: [] },
          ],
        },
        {
          name: 'system databases',
          collections: [{ name: '_users', rows: 0, rowsBasis: 'exact', bytes: 0, bytesBasis: 'exact', columns: [] }],
        },
      ],
    });
    for (const request of server.requests) assert.doesNotMatch(request, /_all_docs|_find|_changes|_design|PUT|DELETE/);
  });

  it('asks the databases of version 1 one by one, thirty at most', async (t) => {
    const names = Array.from({ length: 80 }, (_, i) => `userdb-${i}`);
    const server = await standIn(
      t,
      (request) => {
        if (request === 'GET /') return { couchdb: 'Welcome', version: '1.6.1', uuid: 'x' };
        if (request === 'GET /_session') return session('_admin');
        if (request === 'GET /_all_dbs') return names;
        const name = request.match(/^GET \/(userdb-\d+)$/)?.[1];
        return name && { db_name: name, doc_count: 2, disk_size: 4194 };
      },
      { status: 405, body: { error: 'method_not_allowed', reason: 'Only GET,HEAD allowed' } },
    );
    const report = await meetStore('couchdb', 'admin-party-1', server.port, { source: SOURCE });
    const collections = report.inventory?.containers[0]?.collections ?? [];
    assert.equal(collections.length, 80);
    assert.equal(collections.filter(({ rows, bytes }) => rows === 2 && bytes === 4194).length, 30);
    assert.equal(report.inventory?.truncated, true);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /\[couch_httpd_auth\]/);
  });

  it('calls version 3 as it is installed closed, with a word about databases it cannot name', async (t) => {
    const server = await standIn(
      t,
      (request) => (request === 'GET /' ? welcome('3.3.3') : request === 'GET /_session' ? session() : undefined),
      refusal('You are not a server admin.'),
    );
    const report = await meetStore('couchdb', 'closed-3', server.port, { source: SOURCE });
    assert.equal(report.version, '3.3.3');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.equal(report.caveats?.length, 1);
    assert.deepEqual(report.findings, []);
    assert.equal(server.requests.length, 3);
  });

  it('calls one that demands a login for everything closed, with the version of its Server line', async (t) => {
    const server = await standIn(t, () => undefined, refusal('Authentication required.'));
    const report = await meetStore('couchdb', 'login-for-all', server.port, { source: SOURCE });
    assert.equal(report.product, 'couchdb');
    assert.equal(report.version, '3.3.3');
    assert.deepEqual(report.posture, refused('yes'));
    assert.equal(server.requests.length, 1);
  });

  it('recognises the same behind a proxy that hides the Server line', async (t) => {
    const body = { error: 'unauthorized', reason: 'Authentication required.' };
    const server = await standIn(t, () => undefined, { status: 401, headers: { server: 'nginx' }, body });
    const report = await meetStore('couchdb', 'login-for-all-behind-proxy', server.port, { source: SOURCE });
    assert.equal(report.product, 'couchdb');
    assert.equal(report.version, undefined);
    assert.deepEqual(report.posture, refused('no'));
  });

  it('tells databases without members from those with, where there is an administrator', async (t) => {
    const server = await standIn(
      t,
      (request) => {
        if (request === 'GET /') return welcome('2.3.1');
        if (request === 'GET /_session') return session();
        if (request === 'GET /_all_dbs') return ['_users', 'closed', 'open'];
        if (request === 'GET /_users') return info('_users', 4);
        return request === 'GET /open' ? info('open', 5) : undefined;
      },
      refusal('You are not authorized to access this db.'),
    );
    const report = await meetStore('couchdb', 'without-members', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'unknown', administer: 'no' });
    assert.deepEqual(rules(report), ['couchdb/databases-readable']);
    assert.deepEqual(
      report.inventory?.containers[0]?.collections.map(({ name, rows }) => [name, rows]),
      [
        ['closed', undefined],
        ['open', 5],
      ],
    );
  });

  it('calls one that only tells the names of its databases partial; the size of _users opens nothing', async (t) => {
    const server = await standIn(
      t,
      (request) => {
        if (request === 'GET /') return welcome('3.1.0');
        if (request === 'GET /_session') return session();
        if (request === 'GET /_all_dbs') return ['_users', 'closed'];
        return request === 'GET /_users' ? info('_users', 4) : undefined;
      },
      refusal('You are not authorized to access this db.'),
    );
    const report = await meetStore('couchdb', 'names-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'no');
    assert.equal(report.posture.write, 'no');
    assert.deepEqual(rules(report), ['couchdb/databases-listed']);
  });

  it('does not claim other servers that refuse in JSON', async (t) => {
    const other = { error: 'not_authorised', reason: 'Not_Authorized' };
    const server = await standIn(t, () => undefined, { status: 401, body: other });
    const met = await withoutRecording(() => meet('couchdb', 'foreign', server.port));
    assert.ok(!('product' in met) || met.product !== 'couchdb');
  });
});

describe('couchdb, replayed from a server that speaks its protocol', () => {
  it('calls express-pouchdb without an administrator open, and names it', async () => {
    const report = await replayed('couchdb', 'real-express-pouchdb-admin-party');
    assert.equal(report.software, 'express-pouchdb');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(
      report.inventory?.containers[0]?.collections.map(({ name, rows }) => [name, rows]),
      [
        ['chat_log', 3],
        ['orders', 0],
      ],
    );
  });

  it('still calls it readable once it has an administrator, since its databases have no members', async () => {
    const report = await replayed('couchdb', 'real-express-pouchdb-with-admin');
    assert.equal(report.posture.read, 'yes');
    assert.equal(report.posture.administer, 'no');
    assert.deepEqual(rules(report), ['couchdb/databases-readable']);
  });
});
