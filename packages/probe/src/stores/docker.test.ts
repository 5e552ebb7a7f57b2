import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type DockerState, lacksDocker, startDocker } from '../../testing/docker.ts';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';

const DOCKER = 'Debian 12 docker.io 20.10.24';
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const REFUSED = { list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

async function started(t: TestContext, state: DockerState) {
  const server = await startDocker(state);
  t.after(server.stop);
  return server;
}

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);

describe('docker', { skip: lacksDocker() }, () => {
  it('calls a daemon on plain TCP open, with its images and volumes by name and its containers counted', async (t) => {
    const server = await started(t, 'open');
    const report = await meetStore('docker', 'open', server.port, { source: DOCKER });
    assert.equal(report.product, 'docker');
    assert.equal(report.version, '20.10.24+dfsg1');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory?.containers, [
      { name: 'engine', collections: [{ name: 'containers', rows: 1, rowsBasis: 'exact', columns: [] }] },
      { name: 'images', collections: [{ name: 'shop:1', bytes: 0, bytesBasis: 'exact', columns: [] }] },
      { name: 'volumes', collections: [{ name: 'customers', columns: [] }] },
    ]);
    assert.deepEqual(rulesOf(report), ['docker/no-authentication']);
    assert.doesNotMatch(JSON.stringify(report), /DB_PASSWORD|test-bench/);
    await logTells(server, /Calling GET \/volumes/);
    const log = await settledLog(server);
    const asked = [...log.slice(log.lastIndexOf('Calling POST')).matchAll(/Calling (GET \S+?)"?(?:\s|$)/gm)];
    assert.deepEqual(
      asked.map((match) => match[1]),
      ['GET /version', 'GET /info', 'GET /images/json', 'GET /volumes'],
    );
  });

  it('calls a daemon under TLS open that demands no certificate of its clients', async (t) => {
    const server = await started(t, 'tls-open');
    const report = await meetStore('docker', 'tls-open', server.port, { source: DOCKER });
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
  });

  it('claims nothing of a server that demands a client certificate', async (t) => {
    const server = await started(t, 'closed');
    assert.ok(!('product' in (await meet('docker', 'client-certificate', server.port, { source: DOCKER }))));
  });
});

const json = (body: unknown, status = 200): StandInReply => ({ status, body });
const notFound = json({ message: 'page not found' }, 404);
const VERSION = json({ Version: '27.3.1', ApiVersion: '1.47', MinAPIVersion: '1.24', Os: 'linux', Arch: 'amd64' });
const INFO = { ID: 'x', Containers: 4, Images: 2, Plugins: { Authorization: null } };

describe('docker, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const meeting = async (
    t: TestContext,
    scene: string,
    replies: Readonly<Record<string, StandInReply>>,
    other: StandInReply = notFound,
  ) => {
    const server = await startHttpStandIn((_, path) => replies[path] ?? other);
    t.after(server.stop);
    return meetStore('docker', scene, server.port, { source });
  };

  it('reads images without a name and volumes that are none', async (t) => {
    const report = await meeting(t, 'odd-images', {
      '/version': VERSION,
      '/info': json(INFO),
      '/images/json': json([
        { RepoTags: null, Size: 12 },
        { RepoTags: ['<none>:<none>'], Size: -1 },
        { RepoTags: ['a:1', 'b:2'] },
      ]),
      '/volumes': json({ Volumes: null, Warnings: null }),
    });
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory?.containers[1]?.collections, [
      { name: '(without a name)', bytes: 12, bytesBasis: 'exact', columns: [] },
      { name: '(without a name)', columns: [] },
      { name: 'a:1', columns: [] },
    ]);
    assert.match(report.findings[0]?.remedy.steps.join(' ') ?? '', /--tls=false/, 'version 27 has to be told');
  });

  it('calls a daemon closed whose authorization plugin refuses everything', async (t) => {
    const denied = json({ message: 'authorization denied by plugin opa: request rejected' }, 403);
    const paths = ['/version', '/info', '/containers/json?limit=1'];
    const report = await meeting(t, 'plugin-closed', Object.fromEntries(paths.map((path) => [path, denied])));
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, { identify: 'no', ...REFUSED });
  });

  it('says nothing of rights where a plugin decides on each request', async (t) => {
    const report = await meeting(t, 'plugin-open', {
      '/version': VERSION,
      '/info': json({ ...INFO, Plugins: { Authorization: ['opa'] } }),
    });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.administer, 'unknown');
    assert.deepEqual(rulesOf(report), ['docker/filtered-api']);
  });

  const forbidden = {
    status: 403,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n',
  };

  it('calls a daemon behind a filter that lets containers be listed partial', async (t) => {
    const replies = { '/version': VERSION, '/containers/json?limit=1': json([{ Id: 'a', Names: ['/shop'] }]) };
    const report = await meeting(t, 'filter-partial', replies, forbidden);
    assert.equal(report.version, '27.3.1');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(rulesOf(report), ['docker/filtered-api']);
    assert.doesNotMatch(JSON.stringify(report), /shop/);
  });

  it('calls a daemon behind a filter closed that lets nothing through but the version', async (t) => {
    const report = await meeting(t, 'filter-closed', { '/version': VERSION }, forbidden);
    assert.equal(report.verdict, 'closed');
    assert.equal(report.posture.identify, 'yes');
  });

  it('does not call a daemon closed that has a fault', async (t) => {
    const broken = json({ message: 'containerd is not running' }, 500);
    const replies = { '/version': VERSION, '/info': broken, '/containers/json?limit=1': broken };
    assert.equal((await meeting(t, 'broken', replies)).verdict, 'unknown');
  });

  for (const [name, root, version] of [
    ['go', { status: 404, body: '404 page not found\n' }, json({ version: '1.0' })],
    ['kubernetes', { status: 404, body: '404 page not found\n' }, json({ major: '1', gitVersion: 'v1.30.0' })],
    ['another-message', notFound, json({ message: 'page not found' }, 404)],
    ['haproxy', forbidden, forbidden],
  ] as const) {
    it(`does not take another server for it (${name})`, async (t) => {
      const replies: Record<string, StandInReply> = { '/': root, '/version': version };
      const server = await startHttpStandIn((_, path) => replies[path] ?? { status: 404 });
      t.after(server.stop);
      assert.ok(!('product' in (await meet('docker', `not-${name}`, server.port, { source }))));
    });
  }
});

/** Answers as the real Podman 4.3.1 was seen to. */
const PODMAN: Readonly<Record<string, StandInReply>> = {
  '/version': json({
    Components: [{ Name: 'Podman Engine', Version: '4.3.1', Details: { APIVersion: '4.3.1' } }],
    Version: '4.3.1',
    ApiVersion: '1.41',
    MinAPIVersion: '1.24',
  }),
  '/info': json({
    Containers: 0,
    Images: 1,
    Plugins: { Volume: ['local'], Authorization: null },
    ServerVersion: '4.3.1',
  }),
  '/images/json': json([{ Id: 'x', RepoTags: ['localhost/shop:1'], Size: 4096 }]),
  '/volumes': json({ Volumes: [], Warnings: [] }),
};

describe('podman, a stand-in from what the real one answered', () => {
  it('calls a service on TCP open, and names it', async (t) => {
    const server = await startHttpStandIn((_, path) => PODMAN[path] ?? { status: 404, body: 'Not Found\n' });
    t.after(server.stop);
    const report = await meetStore('docker', 'podman', server.port, {
      source: 'stand-in from the replies of Podman 4.3.1',
    });
    assert.equal(report.product, 'podman');
    assert.equal(report.version, '4.3.1');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rulesOf(report), ['docker/podman-no-authentication']);
  });
});
