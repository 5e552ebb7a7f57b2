import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
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

const model = (name: string, size: unknown) => ({
  name,
  model: name,
  size,
  digest: 'a1',
  details: { family: 'llama' },
});
const root: StandInReply = { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'Ollama is running' };
const OPEN: Record<string, StandInReply> = {
  '/': root,
  '/api/version': { status: 200, body: { version: '0.12.6' } },
  '/api/tags': { status: 200, body: { models: [model('contracts:v2', 4_661_224_676), model('odd', 'large')] } },
  '/api/ps': { status: 200, body: { models: [] } },
};

async function standIn(t: TestContext, replies: Record<string, StandInReply>) {
  const server = await startHttpStandIn((method, path) => (method === 'GET' ? replies[path] : undefined));
  t.after(server.stop);
  return server;
}

describe('ollama, as a real server once answered', () => {
  it('calls Ollama 0.9 open in every way, with its models and their sizes', async () => {
    const report = await replayed('ollama', 'open-0.9');
    assert.equal(report.version, '0.9.0');
    assert.equal(report.transport, 'http');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(
      report.findings.map((finding) => finding.rule),
      ['ollama/no-authentication'],
    );
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'models',
          collections: [
            { name: 'contracts:v2', bytes: 4801, bytesBasis: 'exact', columns: [] },
            { name: 'support-bot:latest', bytes: 4801, bytesBasis: 'exact', columns: [] },
          ],
        },
      ],
    });
  });
});

describe('ollama, stand-in from the documentation', () => {
  it('lists models although one tells an odd size, and asks for nothing but lists', async (t) => {
    const server = await standIn(t, OPEN);
    const report = await meetStore('ollama', 'open', server.port, { source: SOURCE });
    assert.equal(report.version, '0.12.6');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      { name: 'contracts:v2', bytes: 4_661_224_676, bytesBasis: 'exact', columns: [] },
      { name: 'odd', columns: [] },
    ]);
    assert.deepEqual(server.requests, ['GET /', 'GET /api/version', 'GET /api/tags', 'GET /api/ps']);
  });

  it('is the same behind TLS', async (t) => {
    const server = await underTls(await startHttpStandIn((_method, path) => OPEN[path]));
    t.after(server.stop);
    const report = await meetStore('ollama', 'open-tls', server.port, { source: SOURCE });
    assert.equal(report.tls, true);
    assert.deepEqual(report.posture, EVERYTHING);
  });

  it('knows that versions before 0.1.38 do not tell what runs', async (t) => {
    const old = { status: 404, headers: { 'Content-Type': 'text/plain' }, body: '404 page not found' };
    const server = await standIn(t, { ...OPEN, '/api/ps': old, '/api/tags': { status: 200, body: { models: null } } });
    const report = await meetStore('ollama', 'old', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory, { containers: [{ name: 'models', collections: [] }] });
  });

  it('calls a proxy that lets only the list of models through partial', async (t) => {
    const denied = { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="models"' }, body: 'Unauthorized' };
    const server = await standIn(t, { ...OPEN, '/api/ps': denied });
    const report = await meetStore('ollama', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'yes' }));
    assert.equal(report.findings[0]?.rule, 'ollama/models-listed');
  });

  it('calls a proxy that lets only the first page through closed', async (t) => {
    const denied = { status: 403, body: 'Forbidden' };
    const server = await standIn(t, { '/': root, '/api/version': denied, '/api/tags': denied, '/api/ps': denied });
    const report = await meetStore('ollama', 'closed', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.equal(report.inventory, undefined);
    assert.deepEqual(report.findings, []);
  });

  it('says unknown of a list that it does not understand', async (t) => {
    const server = await standIn(t, { ...OPEN, '/api/tags': { status: 502, body: 'Bad Gateway' } });
    const report = await meetStore('ollama', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
    assert.deepEqual(report.findings, []);
  });

  it('does not claim a page that only mentions Ollama', async (t) => {
    const page = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>Ollama is running here</p>' };
    const server = await standIn(t, { '/': page });
    const met = await withoutRecording(() => meet('ollama', 'page', server.port));
    assert.ok(!('product' in met));
  });
});
