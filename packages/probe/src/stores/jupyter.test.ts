import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type JupyterOptions, type JupyterState, startJupyter } from '../../testing/jupyter.ts';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';

const NOTEBOOK = 'Debian 12 jupyter-notebook 6.4.12';
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const REFUSED = { list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

async function started(t: TestContext, state: JupyterState, options?: JupyterOptions) {
  const server = await startJupyter(state, options);
  t.after(server.stop);
  return server;
}

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);

describe('jupyter', { skip: lacks('jupyter-notebook') }, () => {
  for (const state of ['open', 'no-terminals'] as const) {
    it(`calls a notebook server without a token open, with its files counted and not named (${state})`, async (t) => {
      const server = await started(t, state);
      const report = await meetStore('jupyter', state, server.port, { source: NOTEBOOK });
      assert.equal(report.product, 'jupyter');
      assert.equal(report.software, 'notebook');
      assert.equal(report.version, '6.4.12');
      assert.equal(report.transport, 'http');
      assert.equal(report.tls, false);
      assert.equal(report.verdict, 'open');
      assert.deepEqual(report.posture, EVERYTHING);
      const [files, folders] = report.inventory?.containers[0]?.collections ?? [];
      assert.deepEqual(files, {
        name: 'files',
        rows: 1,
        rowsBasis: 'exact',
        bytes: 58,
        bytesBasis: 'exact',
        columns: [],
      });
      assert.equal(folders?.rows, 0);
      assert.deepEqual(report.inventory?.containers[1]?.collections, [
        { name: 'running kernels', rows: 0, rowsBasis: 'exact', columns: [] },
      ]);
      assert.deepEqual(rulesOf(report), ['jupyter/no-authentication']);
      assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /c\.NotebookApp\./);
      assert.doesNotMatch(JSON.stringify(report), /customers/);
    });
  }

  it('calls one that asks for a token closed, although it answers /api', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('jupyter', 'closed', server.port, { source: NOTEBOOK });
    assert.equal(report.version, '6.4.12');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, { identify: 'yes', ...REFUSED });
    assert.deepEqual(report.findings, []);
  });

  for (const state of ['open', 'closed'] as const) {
    it(`reaches the same verdict behind TLS (${state})`, async (t) => {
      const server = await startJupyter(state);
      const front = await underTls({ port: server.port, requests: [], stop: server.stop });
      t.after(front.stop);
      const report = await meetStore('jupyter', `${state}-tls`, front.port, {
        source: `${NOTEBOOK} behind a TLS proxy`,
      });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, state);
    });
  }

  it('asks by GET only, and for no kernel, no session and no file', async (t) => {
    const server = await started(t, 'open');
    await meetStore('jupyter', 'open', server.port, { source: NOTEBOOK });
    await logTells(server, /GET \/api\/contents/);
    const log = await settledLog(server);
    const asked = [...log.matchAll(/\] \d{3} (\w+ \S+) \(/g)].map((match) => match[1]);
    assert.deepEqual([...new Set(asked)], ['GET /', 'GET /api', 'GET /api/status', 'GET /api/contents']);
  });
});

const json = (body: unknown, status = 200): StandInReply => ({ status, body });
const forbidden = json({ message: 'Forbidden', reason: null }, 403);
const redirect = (location: string, headers = {}): StandInReply => ({ status: 302, headers: { location, ...headers } });
const page = (title: string): StandInReply => ({
  status: 200,
  body: `<html><head><title>${title}</title></head></html>`,
});
const listing = (...content: object[]) => json({ name: '', path: '', type: 'directory', content, format: 'json' });
const ASKED =
  '/api/me?permissions=%7B%22contents%22%3A%5B%22write%22%5D%2C%22kernels%22%3A%5B%22execute%22%5D%2C%22terminals%22%3A%5B%22execute%22%5D%7D';
const rights = (contents: string[], kernels: string[]) =>
  json({ identity: { username: 'x' }, permissions: { contents, kernels, terminals: [] } });

describe('jupyter, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const meeting = async (t: TestContext, scene: string, replies: Readonly<Record<string, StandInReply>>) => {
    const server = await startHttpStandIn((_, path) => replies[path]);
    t.after(server.stop);
    return { report: await meetStore('jupyter', scene, server.port, { source }), requests: server.requests };
  };
  const LAB = {
    '/': redirect('/lab?'),
    '/api': json({ version: '2.14.2' }),
    '/api/status': json({ connections: 0, kernels: 3, started: 'x', last_activity: 'x' }),
    '/api/contents': listing({ name: 'a.csv', type: 'file', size: 10 }, { name: 'b', type: 'directory', size: null }),
  };

  it('asks a Jupyter Server of version 2 what it lets this client do', async (t) => {
    const { report } = await meeting(t, 'server-2-open', { ...LAB, [ASKED]: rights(['write'], ['execute']) });
    assert.equal(report.software, 'jupyter-server');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[1]?.collections[0]?.rows, 3);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /PasswordIdentityProvider/);
  });

  it('calls one whose authorizer keeps strangers from running programs open for reading, not more', async (t) => {
    const { report } = await meeting(t, 'server-2-read-only', { ...LAB, [ASKED]: rights([], []) });
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.deepEqual(rulesOf(report), ['jupyter/anonymous-read']);
  });

  it('calls one partial that shows its status and keeps its files', async (t) => {
    const { report } = await meeting(t, 'status-only', { ...LAB, '/api/contents': forbidden, [ASKED]: rights([], []) });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...EVERYTHING, list: 'no', read: 'no', write: 'no', administer: 'no' });
  });

  it('says nothing of rights that a version 2 does not tell', async (t) => {
    const { report } = await meeting(t, 'server-2-no-rights', LAB);
    assert.equal(report.posture.administer, 'unknown');
    assert.equal(report.verdict, 'open');
  });

  it('knows that version 1 has one login for everything', async (t) => {
    const { report, requests } = await meeting(t, 'server-1-open', { ...LAB, '/api': json({ version: '1.24.0' }) });
    assert.deepEqual(report.posture, EVERYTHING);
    assert.ok(!requests.some((request) => request.includes('/api/me')));
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /c\.ServerApp\.password_required/);
  });

  it('finds a server that lives under a path of its own, behind a proxy that hides its name', async (t) => {
    const { report } = await meeting(t, 'under-a-path', {
      '/': redirect('/team/a/tree?', { server: 'nginx' }),
      '/team/a/api': json({ version: '6.5.4' }),
      '/team/a/api/status': forbidden,
    });
    assert.equal(report.verdict, 'closed');
    assert.equal(report.version, '6.5.4');
  });

  it('asks a version 4 of the notebook for its files, since it has no status', async (t) => {
    const { report } = await meeting(t, 'version-4-closed', {
      '/': redirect('/tree?'),
      '/api': json({ version: '4.4.1' }),
      '/api/contents': forbidden,
    });
    assert.equal(report.verdict, 'closed');
  });

  for (const [name, status] of [
    ['broken', 500],
    ['busy', 503],
  ] as const) {
    it(`does not call a server closed that answers ${status}`, async (t) => {
      const { report } = await meeting(t, name, { ...LAB, '/api/status': { status }, '/api/contents': { status } });
      assert.equal(report.verdict, 'unknown');
      assert.equal(report.posture.identify, 'yes');
    });
  }

  for (const [name, replies] of [
    [
      'another-tornado-app',
      { '/': redirect('/login?next=%2F', { server: 'TornadoServer/6.2' }), '/login/api': page('x') },
    ],
    ['another-tree', { '/': redirect('/tree?'), '/api': json({ version: 'x' }) }],
    ['grafana', { '/': redirect('/login'), '/api': json({ version: '9.0' }) }],
    [
      'another-404',
      { '/': json({ reason: 'Not Found', message: '', code: 404 }, 404), '/api': json({ version: '1.0' }) },
    ],
    ['a-page', { '/': page('Jupyter Lab Equipment'), '/api': json({ version: '1.0' }) }],
  ] as const) {
    it(`does not take another server for it (${name})`, async (t) => {
      const all: Readonly<Record<string, StandInReply>> = replies;
      const server = await startHttpStandIn((_, path) => all[path]);
      t.after(server.stop);
      assert.ok(!('product' in (await meet('jupyter', `not-${name}`, server.port, { source }))));
    });
  }
});

describe('the kernel gateway and the hub, stand-ins from what the real ones answered', () => {
  const notFound = json({ reason: 'Not Found', message: '' }, 404);
  const unauthorized = json({ reason: 'Unauthorized', message: '' }, 401);

  it('calls a gateway without a token open: it runs what it is sent', async (t) => {
    const replies: Record<string, StandInReply> = {
      '/api': json({ version: '2.21.1' }),
      '/api/kernelspecs': json({ default: 'python3', kernelspecs: { python3: { name: 'python3' } } }),
    };
    const server = await startHttpStandIn((_, path) => replies[path] ?? notFound);
    t.after(server.stop);
    const source = 'stand-in from the replies of jupyter_kernel_gateway 3.0.1';
    const report = await meetStore('jupyter', 'gateway-open', server.port, { source });
    assert.equal(report.product, 'jupyter-kernel-gateway');
    assert.equal(report.transport, 'gateway');
    assert.equal(report.version, undefined, 'the version it tells is that of the server under it');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.administer, 'yes');
    assert.deepEqual(rulesOf(report), ['jupyter/kernel-gateway-open']);
  });

  it('calls a gateway with a token closed', async (t) => {
    const server = await startHttpStandIn((_, path) => (path.startsWith('/api') ? unauthorized : notFound));
    t.after(server.stop);
    const source = 'stand-in from the replies of jupyter_kernel_gateway 3.0.1';
    const report = await meetStore('jupyter', 'gateway-closed', server.port, { source });
    assert.equal(report.product, 'jupyter-kernel-gateway');
    assert.equal(report.verdict, 'closed');
    assert.equal(report.posture.identify, 'no');
  });

  it('calls a hub closed, and tells its version', async (t) => {
    const headers = { 'x-jupyterhub-version': '6.1.1' };
    const replies: Record<string, StandInReply> = {
      '/': redirect('/hub/', headers),
      '/hub/api': { ...json({ version: '6.1.1' }), headers },
      '/hub/api/info': { ...json({ status: 403, message: 'Missing or invalid credentials.' }, 403), headers },
    };
    const server = await startHttpStandIn((_, path) => replies[path]);
    t.after(server.stop);
    const report = await meetStore('jupyter', 'hub', server.port, {
      source: 'stand-in from the replies of JupyterHub 6.1.1',
    });
    assert.equal(report.product, 'jupyterhub');
    assert.equal(report.version, '6.1.1');
    assert.equal(report.verdict, 'closed');
  });
});
