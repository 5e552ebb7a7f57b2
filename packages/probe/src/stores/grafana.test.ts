import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const HTML = { 'content-type': 'text/html; charset=UTF-8', 'x-frame-options': 'deny' };

function page(role: string, settings: Record<string, unknown> = {}, before = ''): StandInReply {
  const user = { isSignedIn: false, id: 0, login: '', orgId: role ? 1 : 0, orgName: '', orgRole: role };
  const body = `<!DOCTYPE html><html><head><title>Grafana</title></head><body>${before}<script nonce="">window.grafanaBootData = {
        user: ${JSON.stringify(user)},
        settings: ${JSON.stringify({ disableLoginForm: false, disableUserSignUp: true, ...settings })},
      };</script></body></html>`;
  return { status: 200, headers: HTML, body };
}

function toLogin(prefix = ''): StandInReply {
  const body = `<a href="${prefix}/login">Found</a>.\n\n`;
  return { status: 302, headers: { ...HTML, location: `${prefix}/login`, 'set-cookie': 'redirect_to=%2F' }, body };
}

const HEALTH: StandInReply = { status: 200, body: { commit: '895fbafb7a', database: 'ok', version: '10.4.2' } };
const UNAUTHORIZED: StandInReply = { status: 401, body: { message: 'Unauthorized', messageId: 'auth.unauthorized' } };
const SEARCH: StandInReply = {
  status: 200,
  body: [
    { id: 1, uid: 'a', title: 'Orders', uri: 'db/orders', url: '/d/a/orders', type: 'dash-db', tags: [] },
    { id: 2, uid: 'b', title: 'Nodes', uri: 'db/nodes', url: '/d/b/nodes', type: 'dash-db', tags: ['ops'] },
  ],
};
const SETTINGS: StandInReply = {
  status: 200,
  body: {
    datasources: {
      '-- Mixed --': { type: 'datasource', meta: { builtIn: true } },
      shop: { id: 1, uid: 'p', type: 'postgres', name: 'shop', url: '/api/datasources/proxy/1' },
      logs: { id: 2, uid: 'l', type: 'loki', name: 'logs' },
    },
    defaultDatasource: 'shop',
  },
};

async function standIn(t: TestContext, replies: Record<string, StandInReply>) {
  const server = await startHttpStandIn((_method, path) => replies[path.split('?')[0] ?? ''] ?? UNAUTHORIZED);
  t.after(server.stop);
  return server;
}

const open = (role: string, before?: string) => ({
  '/': page(role, {}, before),
  '/api/health': HEALTH,
  '/api/search': SEARCH,
  '/api/frontend/settings': SETTINGS,
});
const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);

describe('grafana, stand-in from the documentation', () => {
  it('calls a Grafana that lets visitors in as viewers open for reading, and names its data sources', async (t) => {
    const server = await standIn(t, open('Viewer'));
    const report = await meetStore('grafana', 'anonymous-viewer', server.port, { source: SOURCE });
    assert.equal(report.product, 'grafana');
    assert.equal(report.version, '10.4.2');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(
      report.posture,
      posture({ identify: 'yes', list: 'yes', read: 'yes', write: 'no', administer: 'no' }),
    );
    assert.deepEqual(rules(report), ['grafana/anonymous-viewer']);
    assert.deepEqual(
      report.inventory?.containers.map(({ name, collections }) => [name, collections.map((one) => one.name)]),
      [
        ['dashboards', ['Orders', 'Nodes']],
        ['postgres data sources', ['shop']],
        ['loki data sources', ['logs']],
      ],
    );
    for (const request of server.requests) assert.doesNotMatch(request, /query|proxy|dashboards\/|^(?!GET)/);
  });

  for (const [role, administer] of [
    ['Editor', 'no'],
    ['Admin', 'yes'],
  ] as const) {
    it(`calls one that makes visitors ${role} critical`, async (t) => {
      const server = await standIn(t, open(role));
      const report = await meetStore('grafana', `anonymous-${role.toLowerCase()}`, server.port, { source: SOURCE });
      assert.equal(report.posture.write, 'yes');
      assert.equal(report.posture.administer, administer);
      assert.deepEqual(rules(report), ['grafana/anonymous-editor']);
    });
  }

  it('asks for the page again where its first answer ended before the role', async (t) => {
    const server = await standIn(t, open('Admin', `<script>${'x'.repeat(70_000)}</script>`));
    const report = await withoutRecording(() => meetStore('grafana', 'unused', server.port));
    assert.equal(report.posture.administer, 'yes');
    assert.equal(server.requests.filter((request) => request === 'GET /').length, 2);
  });

  it('calls one that leads to its login closed', async (t) => {
    const server = await standIn(t, { '/': toLogin(), '/login': page(''), '/api/health': HEALTH });
    const report = await meetStore('grafana', 'closed', server.port, { source: SOURCE });
    assert.equal(report.version, '10.4.2');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
    assert.ok(server.requests.length <= 4);
  });

  it('finds that visitors may make an account, and makes none', async (t) => {
    const login = page('', { disableUserSignUp: false });
    const server = await standIn(t, { '/': toLogin(), '/login': login, '/api/health': HEALTH });
    const report = await meetStore('grafana', 'sign-up-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(rules(report), ['grafana/sign-up-open']);
    for (const request of server.requests) assert.match(request, /^GET /);
  });

  it('recognises one below a path that hides its version', async (t) => {
    const server = await standIn(t, {
      '/': toLogin('/monitoring'),
      '/monitoring/api/health': { status: 200, body: { database: 'ok' } },
    });
    const report = await meetStore('grafana', 'closed-hidden-version', server.port, { source: SOURCE });
    assert.equal(report.product, 'grafana');
    assert.equal(report.version, undefined);
    assert.deepEqual(report.posture, refused('no'));
  });

  it('cannot tell of one whose database fails', async (t) => {
    const failing = { status: 500, body: { message: 'Internal server error' } };
    const health = { status: 503, body: { commit: '895fbafb7a', database: 'failing', version: '10.4.2' } };
    const server = await standIn(t, { '/': toLogin(), '/api/health': health, '/api/search': failing });
    const report = await meetStore('grafana', 'failing', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'unknown');
  });

  it('does not claim another program that leads to a login page', async (t) => {
    const server = await standIn(t, { '/': toLogin(), '/api/health': { status: 200, body: { status: 'ok' } } });
    const met = await withoutRecording(() => meet('grafana', 'unused', server.port));
    assert.ok(!('product' in met) || met.product !== 'grafana');
  });
});
