import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PrometheusOptions, type PrometheusState, startPrometheus } from '../../testing/prometheus.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';

const PROMETHEUS = 'Debian 12 prometheus 2.42.0';
const READ_ONLY = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'no', administer: 'no' };

const SERIES = {
  name: 'series',
  collections: [
    { name: 'shop_orders', rows: 2, rowsBasis: 'exact', columns: [{ name: 'customer', type: 'label', kinds: [] }] },
  ],
};

async function started(t: TestContext, state: PrometheusState, options?: PrometheusOptions) {
  const server = await startPrometheus(state, options);
  t.after(server.stop);
  return server;
}

const rulesOf = (report: Awaited<ReturnType<typeof meetStore>>) => report.findings.map((finding) => finding.rule);

const containerOf = (report: Awaited<ReturnType<typeof meetStore>>, name: string) =>
  report.inventory?.containers.find((container) => container.name === name);

describe('prometheus', { skip: lacks('prometheus') }, () => {
  it('calls a Prometheus as it is installed open, with its metrics, their series and labels; it changes nothing for strangers', async (t) => {
    const server = await started(t, 'open');
    const report = await meetStore('prometheus', 'open', server.port, { source: PROMETHEUS });
    assert.equal(report.product, 'prometheus');
    assert.equal(report.version, '2.42.0+ds');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, READ_ONLY);
    assert.deepEqual(containerOf(report, 'series'), SERIES);
    assert.deepEqual(rulesOf(report), ['prometheus/no-authentication']);
  });

  it('asks for no sample and for no value of a label', async (t) => {
    const server = await started(t, 'open');
    await meetStore('prometheus', 'open', server.port, { source: PROMETHEUS });
    await sleep(300);
    const queries = [...server.log().matchAll(/"query":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
    assert.equal(queries.length, 1, 'the query log shows the one query');
    for (const part of queries.join().split(' or ')) {
      assert.match(part, /^label_replace\(count by \(__name__\) \(\{\w+!=\\"\\"\}\), /);
    }
  });

  it('counts the targets of each job, and keeps no address of them', { timeout: 60_000 }, async (t) => {
    const server = await started(t, 'open');
    // Discovery first tells of its targets some five seconds after the start.
    for (let tries = 0; tries < 40; tries += 1) {
      const report = await meetStore('prometheus', 'open-with-targets', server.port, { source: PROMETHEUS });
      const targets = containerOf(report, 'targets')?.collections ?? [];
      assert.ok(!JSON.stringify(report).includes('till.shop.invalid'));
      if (targets.length === 0) await sleep(500);
      else return assert.deepEqual(targets, [{ name: 'tills', rows: 1, rowsBasis: 'exact', columns: [] }]);
    }
    assert.fail('no target was seen');
  });

  it('calls an agent partial: settings and targets show, and there is nothing to query', async (t) => {
    const server = await started(t, 'half-open');
    const report = await meetStore('prometheus', 'half-open', server.port, { source: PROMETHEUS });
    assert.equal(report.version, '2.42.0+ds');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...READ_ONLY, read: 'no' });
    assert.deepEqual(rulesOf(report), ['prometheus/agent-exposed']);
  });

  it('calls a Prometheus behind its own login closed, and says that an exporter would look the same', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('prometheus', 'closed', server.port, { source: PROMETHEUS });
    assert.equal(report.product, 'prometheus');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
    assert.equal(report.posture.identify, 'no');
    assert.deepEqual(report.findings, []);
    assert.match(report.caveats?.join() ?? '', /exporters/);
  });

  for (const [state, verb, rule] of [
    ['lifecycle', 'administer', 'prometheus/lifecycle'],
    ['admin-api', 'administer', 'prometheus/admin-api'],
    ['remote-write', 'write', 'prometheus/remote-write'],
  ] as const) {
    it(`reads from the settings that strangers may ${verb} (${state})`, async (t) => {
      const server = await started(t, state);
      const report = await meetStore('prometheus', state, server.port, { source: PROMETHEUS });
      assert.deepEqual(report.posture, { ...READ_ONLY, [verb]: 'yes' });
      assert.deepEqual(rulesOf(report), ['prometheus/no-authentication', rule]);
    });
  }

  it('finds a Prometheus that lives under a path of its own', async (t) => {
    const server = await started(t, 'route-prefix');
    const report = await meetStore('prometheus', 'route-prefix', server.port, { source: PROMETHEUS });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(containerOf(report, 'series'), SERIES);
  });

  for (const [state, verdict] of [
    ['open', 'open'],
    ['closed', 'closed'],
  ] as const) {
    it(`reaches the verdict ${verdict} under TLS too`, async (t) => {
      const server = await started(t, state, { tls: true });
      const report = await meetStore('prometheus', `${state}-tls`, server.port, { source: PROMETHEUS });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, verdict);
    });
  }

  it('claims nothing of a server that demands a client certificate', async (t) => {
    const server = await started(t, 'client-certificate');
    const met = await meet('prometheus', 'client-certificate', server.port, { source: PROMETHEUS });
    assert.ok(!('product' in met));
  });
});

/** Answers as the real VictoriaMetrics 1.102.1 was seen to. */
const VICTORIA: Readonly<Record<string, StandInReply>> = {
  '/': {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: "<h2>Single-node VictoriaMetrics</h2></br>See docs at <a href='https://docs.victoriametrics.com/'>here</a></br>",
  },
  '/api/v1/status/buildinfo': { status: 200, body: { status: 'success', data: { version: '2.24.0' } } },
  '/api/v1/status/tsdb': {
    status: 200,
    body: {
      status: 'success',
      data: {
        totalSeries: 826,
        totalLabelValuePairs: 3647,
        seriesCountByMetricName: [{ name: 'flag', value: 223 }],
        seriesCountByLabelName: [{ name: '__name__', value: 826 }],
      },
    },
  },
  '/api/v1/label/__name__/values?limit=20001': {
    status: 200,
    body: { status: 'success', data: ['flag', 'vm_rows'] },
  },
};

describe('victoriametrics, a stand-in from what the real one answered', () => {
  const source = 'stand-in from the replies of VictoriaMetrics 1.102.1';

  it('calls a single node without a login open, for writing too', async (t) => {
    const server = await startHttpStandIn((_, path) => VICTORIA[path]);
    t.after(server.stop);
    const report = await meetStore('prometheus', 'victoriametrics-open', server.port, { source });
    assert.equal(report.product, 'victoriametrics');
    assert.equal(report.version, undefined, 'the version it tells is that of the API');
    assert.deepEqual(report.posture, { ...READ_ONLY, write: 'yes', administer: 'unknown' });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      { name: 'flag', rows: 223, rowsBasis: 'exact', columns: [] },
      { name: 'vm_rows', columns: [] },
    ]);
    assert.deepEqual(rulesOf(report), ['prometheus/victoriametrics-no-authentication']);
  });

  it('calls one with a login closed', async (t) => {
    const headers = {
      'www-authenticate': 'Basic realm="VictoriaMetrics"',
      'content-type': 'text/plain; charset=utf-8',
    };
    const server = await startHttpStandIn(() => ({ status: 401, headers, body: '\n' }));
    t.after(server.stop);
    const report = await meetStore('prometheus', 'victoriametrics-closed', server.port, { source });
    assert.equal(report.product, 'victoriametrics');
    assert.equal(report.verdict, 'closed');
  });
});

describe('prometheus, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const redirect = (to: string) => ({
    status: 302,
    headers: { location: to, 'content-type': 'text/html; charset=utf-8' },
    body: `<a href="${to}">Found</a>.\n\n`,
  });
  const build = (data: object) => ({ status: 200, body: { status: 'success', data } });

  it('recognises version 3 by its new first page, and asks a large one for names only', async (t) => {
    const replies: Record<string, StandInReply> = {
      '/': redirect('/query'),
      '/api/v1/status/buildinfo': build({ version: '3.5.0', goVersion: 'go1.24.5' }),
      '/api/v1/status/tsdb': build({
        headStats: { numSeries: 5_000_000 },
        seriesCountByMetricName: [{ name: 'up', value: 7 }],
      }),
      '/api/v1/labels': build(['__name__', 'job']),
      '/api/v1/label/__name__/values?limit=20001': build(['down', 'up']),
    };
    const server = await startHttpStandIn((_, path) => replies[path]);
    t.after(server.stop);
    const report = await meetStore('prometheus', 'version-3-large', server.port, { source });
    assert.equal(report.version, '3.5.0');
    assert.equal(report.posture.read, 'yes');
    assert.equal(report.posture.administer, 'unknown', 'the settings were not told');
    assert.deepEqual(containerOf(report, 'series')?.collections, [
      { name: 'down', columns: [] },
      { name: 'up', rows: 7, rowsBasis: 'exact', columns: [] },
    ]);
    assert.ok(!server.requests.some((request) => request.includes('/query')));
  });

  for (const [name, root, told] of [
    ['thanos', redirect('/graph'), { version: '0.36.1', goVersion: 'go1.22.5' }],
    ['mimir', redirect('/graph'), { version: '2.13.0', goVersion: 'go1.22.5', application: 'Grafana Mimir' }],
  ] as const) {
    it(`does not take ${name} for it, which answers the same API`, async (t) => {
      const server = await startHttpStandIn((_, path) =>
        path === '/' ? root : path.endsWith('buildinfo') ? build(told) : undefined,
      );
      t.after(server.stop);
      assert.ok(!('product' in (await meet('prometheus', `not-${name}`, server.port, { source }))));
    });
  }

  it('does not take Grafana’s redirect to its login for it, and asks it nothing more', async (t) => {
    const server = await startHttpStandIn((_, path) => (path === '/' ? redirect('/login') : undefined));
    t.after(server.stop);
    assert.ok(!('product' in (await meet('prometheus', 'not-grafana', server.port, { source }))));
    assert.ok(!server.requests.some((request) => request.includes('buildinfo')));
  });

  it('does not take another server that asks for a login for it', async (t) => {
    const headers = { 'www-authenticate': 'Basic realm="Restricted"' };
    const server = await startHttpStandIn(() => ({ status: 401, headers, body: 'Unauthorized\n' }));
    t.after(server.stop);
    assert.ok(!('product' in (await meet('prometheus', 'not-a-realm', server.port, { source }))));
  });
});
