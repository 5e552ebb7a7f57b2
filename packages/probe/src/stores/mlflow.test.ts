import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const PAGE = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>MLflow</title></head></html>',
};
const OPEN = posture({ identify: 'yes', list: 'yes', read: 'yes', write: 'yes', administer: 'yes' });

async function standIn(t: TestContext, reply: (path: string) => StandInReply | undefined) {
  const server = await startHttpStandIn((_method, path) => reply(path));
  t.after(server.stop);
  return server;
}

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);
const names = (report: StoreReport) =>
  report.inventory?.containers.map(({ name, collections }) => [name, collections.map((collection) => collection.name)]);

describe('mlflow, stand-in from the documentation', () => {
  it('calls an MLflow 2 without logins open, page by page, and reads no run', async (t) => {
    const server = await standIn(t, (path) => {
      if (path === '/') return PAGE;
      if (path === '/version') return { status: 200, body: '2.9.2' };
      if (path.startsWith('/api/2.0/mlflow/registered-models/search')) return { status: 200, body: {} };
      const page = Number(new URL(path, 'http://x').searchParams.get('page_token') ?? '1');
      const experiments = [{ experiment_id: String(page), name: `churn-${page}`, artifact_location: 's3://models/1' }];
      const next_page_token = page < 3 ? String(page + 1) : '';
      return path.includes('/experiments/search') ? { status: 200, body: { experiments, next_page_token } } : undefined;
    });
    const report = await meetStore('mlflow', 'open-2', server.port, { source: SOURCE });
    assert.equal(report.product, 'mlflow');
    assert.equal(report.version, '2.9.2');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, OPEN);
    assert.deepEqual(rules(report), ['mlflow/no-authentication']);
    assert.deepEqual(names(report), [
      ['experiments', ['churn-1', 'churn-2', 'churn-3']],
      ['registered models', []],
    ]);
    for (const request of server.requests) assert.doesNotMatch(request, /runs|artifacts|traces|^(?!GET)/);
  });

  it('stops at the fifth page of an endless list', async (t) => {
    const server = await standIn(t, (path) => {
      if (path === '/') return PAGE;
      if (path === '/version') return { status: 200, body: '2.9.2' };
      return { status: 200, body: { experiments: [{ name: 'again' }], next_page_token: 'again' } };
    });
    const report = await withoutRecording(() => meetStore('mlflow', 'unused', server.port));
    assert.equal(report.inventory?.truncated, true);
    assert.ok(server.requests.length <= 12);
  });

  it('asks version 1 for its list in the way of that time', async (t) => {
    const server = await standIn(t, (path) => {
      if (path === '/') return PAGE;
      if (path !== '/api/2.0/mlflow/experiments/list') return { status: 404, body: 'Not Found' };
      return { status: 200, body: { experiments: [{ experiment_id: '0', name: 'Default' }] } };
    });
    const report = await meetStore('mlflow', 'open-1', server.port, { source: SOURCE });
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(names(report), [['experiments', ['Default']]]);
  });

  it('calls one closed whose interface asks for a login while the page and the version are shown', async (t) => {
    const server = await standIn(t, (path) => {
      if (path === '/') return PAGE;
      return path === '/version' ? { status: 200, body: '2.4.0' } : { status: 401, body: 'Unauthorized' };
    });
    const report = await meetStore('mlflow', 'closed-by-proxy', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
  });

  it('cannot tell of one that refuses the name by which it is called, and says that this is no login', async (t) => {
    const body = 'Invalid Host header - possible DNS rebinding attack detected';
    const server = await standIn(t, () => ({ status: 403, headers: { 'content-type': 'text/plain' }, body }));
    const report = await meetStore('mlflow', 'host-refused', server.port, { source: SOURCE });
    assert.equal(report.product, 'mlflow');
    assert.equal(report.verdict, 'unknown');
    assert.match(report.caveats?.join() ?? '', /no login/);
  });

  it('does not claim a page that is only called MLflow', async (t) => {
    const server = await standIn(t, () => PAGE);
    const met = await withoutRecording(() => meet('mlflow', 'unused', server.port));
    assert.ok(!('product' in met) || met.product !== 'mlflow');
  });

  it('advises an upgrade where the version has no logins', async (t) => {
    const server = await standIn(t, (path) => {
      if (path === '/') return PAGE;
      return path === '/version' ? { status: 200, body: '2.3.0' } : { status: 200, body: {} };
    });
    const report = await withoutRecording(() => meetStore('mlflow', 'unused', server.port));
    assert.match(report.findings[0]?.remedy.steps.join('\n') ?? '', /Upgrade: logins came with version 2\.5/);
  });
});

describe('mlflow, replayed from real servers', () => {
  it('calls MLflow 3.17.2 as it starts open, although its first answer refuses a request without a host', async () => {
    const report = await replayed('mlflow', 'real-open');
    assert.equal(report.version, '3.17.2');
    assert.deepEqual(report.posture, OPEN);
    assert.deepEqual(rules(report), ['mlflow/no-authentication', 'mlflow/artifacts-proxied']);
    assert.deepEqual(names(report), [
      ['experiments', ['churn-2026', 'Default']],
      ['registered models', ['churn-classifier']],
    ]);
  });

  it('calls MLflow 3.17.2 with its login app closed', async () => {
    const report = await replayed('mlflow', 'real-closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(report.findings, []);
  });
});
