// The way of a door, with a real server behind it: opened, found, closed, back; and what a verification says of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, lacks } from '@vigie/probe/testing';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startStopwatch } from '@vigie/probe/testing/own-time';
import { startRedis } from '@vigie/probe/testing/redis';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN } from '../../testing/room.ts';
import { openWatchedRoom, startSilence, until, type WatchedRoom } from '../../testing/watched.ts';

/** What is asked of the way from an open port to the browser, at one scan a second. */
const CHAIN_MS = 2000;
/** A port that says nothing takes a whole scan seven seconds. */
const SILENCE_MS = 4000;

for (const database of DATABASES) {
  describe(`the watch, in ${database.name}`, { skip: database.skip || lacks('redis-server') }, () => {
    let watched: WatchedRoom;
    let port: number;
    let scopeId: string;
    let storeId: string;
    let findingId: string;
    let redis: LoggedServer | undefined;
    before(async () => {
      watched = await openWatchedRoom(database);
      port = await freePort();
    });
    after(async () => {
      await redis?.stop();
      await watched.close();
      assert.deepEqual(watched.test.logged, []);
    });

    const finding = () => watched.ask('GET', `/api/findings/${findingId}`);
    const store = () => watched.ask('GET', `/api/stores/${storeId}`);
    const restart = async (state: 'open' | 'closed') => {
      await redis?.stop();
      redis = await startRedis(state, { port });
    };
    const verified = async () => {
      await watched.ask('POST', `/api/findings/${findingId}/verify`);
      return until('the end of a verification', async () => {
        const one = await finding();
        return one.state === 'verifying' ? undefined : one;
      });
    };

    it('tells browsers of a store within two seconds of its opening, at a scan a second', async () => {
      const { body } = await watched.test.ask(watched.responder, 'POST', '/api/scopes', {
        name: 'one port',
        targets: ['127.0.0.1'],
        ports: String(port),
        interval: 1,
      });
      scopeId = body.id;
      const shut = await until('a first scan', async () => {
        const { lastScan } = await watched.ask('GET', `/api/scopes/${scopeId}`);
        return lastScan?.finishedAt === undefined ? undefined : lastScan;
      });
      assert.deepEqual([shut.state, shut.endpoints, shut.stores], ['done', { tested: 1, untested: 0 }, 0]);
      const live = followFindings(watched);
      await live.ready;
      redis = await startRedis('open', { port });
      const sinceOpened = startStopwatch();
      findingId = await live.first;
      const tookMs = sinceOpened();
      assert.ok(tookMs < CHAIN_MS, `it took ${tookMs} ms`);
      const found = await finding();
      assert.equal(found.severity, 'critical');
      assert.equal(found.state, 'new');
      assert.match(found.remedy.summary, /require a login/);
      assert.ok(found.why.length > 100 && found.evidence[0].receivedSha256.length === 64);
      storeId = found.storeId;
    });

    it('knows when the door was last seen shut, and what a stranger may do', async () => {
      const { verdict, posture, productVersion, ...rest } = await store();
      assert.deepEqual([verdict, posture.read, posture.write], ['open', 'yes', 'yes']);
      assert.match(productVersion, /^\d+\./);
      assert.ok(rest.closedLastSeenAt < rest.openSinceAtTheLatest);
      assert.ok(rest.rows >= 5 && rest.inventory.containers.length > 0 && rest.findings === 1);
    });

    it('scans on, and keeps quiet while nothing changes', async () => {
      const changes = await watched.test.room.changes.latest();
      const scans = async () => (await watched.ask('GET', `/api/scans?scope=${scopeId}`)).items.length;
      const before = await scans();
      await until('another scan', async () => ((await scans()) > before + 1 ? true : undefined));
      assert.equal(await watched.test.room.changes.latest(), changes);
      await watched.change(`/api/scopes/${scopeId}`, { interval: null });
      await until('quiet', async () =>
        (await watched.ask('GET', `/api/scopes/${scopeId}`)).currentScan === undefined ? true : undefined,
      );
    });

    it('says still open where the same questions are answered again, and goes back to what it was', async () => {
      const path = `/api/findings/${findingId}`;
      await watched.change(path, { assigneeId: watched.responder.id });
      await watched.change(path, { state: 'mending' });
      const { state, verification } = await verified();
      assert.equal(state, 'mending');
      assert.deepEqual([verification.result, verification.why], ['still-open', 'still-answered']);
    });

    it('cannot tell where something answers that says nothing, and leaves all as it was', async () => {
      await redis?.stop();
      const silence = await startSilence(port);
      try {
        const { state, verification } = await verified();
        assert.equal(state, 'mending');
        assert.deepEqual([verification.result, verification.why], ['cannot-tell', 'something-else-answers']);
        const { verdict, unsure } = await store();
        assert.deepEqual([verdict, unsure.why], ['open', 'something-else-answers']);
      } finally {
        await silence.stop();
      }
    });

    it('says mended where the same questions are refused', async () => {
      await restart('closed');
      const { state, verification, mendedAt } = await verified();
      assert.equal(state, 'mended');
      assert.deepEqual([verification.result, verification.why], ['mended', 'questions-refused']);
      assert.ok(mendedAt);
      const { verdict, unsure, openSinceAtTheLatest, findings } = await store();
      assert.deepEqual([verdict, unsure, openSinceAtTheLatest, findings], ['closed', undefined, undefined, 0]);
    });

    it('is back, as the same finding of the same store, when the door opens again', async () => {
      await restart('open');
      const scan = await watched.scan(scopeId);
      assert.deepEqual([scan.state, scan.changed, scan.stores, scan.findings], ['done', true, 1, 1]);
      const { state, mendedAt, backAt } = await finding();
      assert.equal(state, 'back');
      assert.equal(mendedAt, undefined);
      assert.ok(backAt);
      assert.equal((await watched.ask('GET', '/api/findings')).items.length, 1);
    });

    it('is gone, and its finding mended, when the port refuses', async () => {
      await redis?.stop();
      await watched.scan(scopeId);
      assert.equal((await store()).verdict, 'gone');
      const { state, verification } = await finding();
      assert.deepEqual([state, verification.why], ['mended', 'port-refused']);
    });

    it('tells its history in order, and who did what to its finding', async () => {
      const { items, observations } = await watched.ask('GET', `/api/stores/${storeId}/history`);
      const told = items.map(({ what }: { what: string }) => what).reverse();
      assert.deepEqual(
        told.filter((what: string) => what !== 'posture' && what !== 'inventory'),
        ['first-seen', 'opened', 'closed', 'opened', 'gone'],
      );
      assert.ok(observations.length >= 2);
      const timeline = (await watched.ask('GET', `/api/findings/${findingId}/timeline`)).items;
      assert.deepEqual(
        timeline.map(({ what }: { what: string }) => what),
        [
          'first-seen',
          'assign',
          'mend',
          'verify',
          'verified-still-open',
          'verify',
          'cannot-tell',
          'verify',
          'verified-mended',
          'seen-again',
          'seen-mended',
        ],
      );
      assert.equal(timeline[1].who, 'responder');
      assert.equal(timeline[0].who, undefined);
    });

    it('measures how long it took', async () => {
      const figures = await watched.ask('GET', '/api/figures');
      assert.deepEqual(
        Object.values(figures).map((span) => (span as { count: number }).count),
        [0, 1, 1, 1],
      );
      assert.ok(figures.detect.median >= 0 && figures.detect.median < 60);
      assert.ok(figures.close.p90 > 0);
    });

    it('writes evidence of each step, without a name', async () => {
      const log = await readFile(watched.test.room.evidence.path, 'utf8');
      const steps = log
        .split('\n')
        .filter((line) => line.includes(findingId))
        .map((line) => JSON.parse(line).payload.to);
      assert.deepEqual(steps, [
        'new',
        'assigned',
        'mending',
        'verifying',
        'mending',
        'verifying',
        'mending',
        'verifying',
        'mended',
        'back',
        'mended',
      ]);
      assert.doesNotMatch(log, /one port|example\.org/);
    });

    it('stops on request, and lists what it did not reach as interrupted', async () => {
      const silence = await startSilence(port);
      try {
        const { scanId } = await watched.ask('POST', `/api/scopes/${scopeId}/scan`);
        const scanIs = (state: string) =>
          until(state, async () => {
            const scan = await watched.ask('GET', `/api/scans/${scanId}`);
            return scan.state === state ? scan : undefined;
          });
        await scanIs('running');
        const again = await watched.ask('POST', `/api/scopes/${scopeId}/scan`);
        assert.notEqual(again.scanId, scanId, 'another one waits');
        assert.equal((await watched.ask('POST', `/api/scopes/${scopeId}/scan`)).scanId, again.scanId);
        await watched.ask('POST', `/api/scans/${again.scanId}/stop`);
        await watched.ask('POST', `/api/scans/${scanId}/stop`);
        const { untested, endpoints } = await scanIs('stopped');
        assert.equal(untested[0].reason, 'interrupted');
        assert.deepEqual(endpoints, { tested: 0, untested: 1 });
        assert.equal((await store()).verdict, 'gone');
      } finally {
        await silence.stop();
      }
    });

    it('tells of a door while a silent one keeps the scan waiting', async () => {
      const silence = await startSilence(await freePort());
      await restart('open');
      try {
        const ports = `${silence.port},${port}`;
        const { id } = await watched.ask('POST', '/api/scopes', { name: 'two', targets: ['127.0.0.1'], ports });
        const live = follow(watched, /event: progress\ndata: ({.*"met":\[{.*)\n\n/);
        await live.ready;
        const { scanId } = await watched.ask('POST', `/api/scopes/${id}/scan`);
        await until('an early finding', async () => {
          const { items } = await watched.ask('GET', `/api/findings?scope=${id}`);
          return items[0];
        });
        const told = JSON.parse(await live.first);
        assert.equal(told.id, scanId);
        const { state, progress } = await watched.ask('GET', `/api/scans/${scanId}`);
        assert.equal(state, 'running');
        assert.deepEqual({ id: scanId, ...progress }, told, 'who comes later is told the same');
        assert.deepEqual(progress, {
          tested: 1,
          total: 2,
          stores: 1,
          addresses: { done: 0, all: 1 },
          // Ports are asked in their order; the silent one keeps those after it from counting.
          ports: { done: port < silence.port ? 1 : 0, all: 2 },
          met: [{ address: '127.0.0.1', port, product: 'redis', verdict: 'open' }],
        });
        await watched.ask('POST', `/api/scans/${scanId}/stop`);
        const scan = await until('its end', async () => {
          const one = await watched.ask('GET', `/api/scans/${scanId}`);
          return one.state === 'stopped' ? one : undefined;
        });
        assert.deepEqual([scan.changed, scan.stores, scan.untested.length], [true, 1, 1]);
        assert.equal(scan.progress, undefined);
        await watched.ask('DELETE', `/api/scopes/${id}`);
      } finally {
        await silence.stop();
      }
    });

    it('keeps its pace beside a silent door', async () => {
      const silence = await startSilence(await freePort());
      await redis?.stop();
      try {
        const ports = `${silence.port},${port}`;
        const body = { name: 'fast', targets: ['127.0.0.1'], ports, interval: 1 };
        const { id } = await watched.ask('POST', '/api/scopes', body);
        const doneScans = async () =>
          (await watched.ask('GET', `/api/scans?scope=${id}`)).items.filter(
            ({ state }: { state: string }) => state === 'done',
          ).length;
        // The first waits as long as usual.
        await until('fast scans', async () => ((await doneScans()) > 2 ? true : undefined));
        redis = await startRedis('open', { port });
        const sinceOpened = startStopwatch();
        await until('a finding', async () => (await watched.ask('GET', `/api/findings?scope=${id}`)).items[0]);
        const tookMs = sinceOpened();
        assert.ok(tookMs < SILENCE_MS, `it took ${tookMs} ms`);
        await watched.ask('DELETE', `/api/scopes/${id}`);
      } finally {
        await silence.stop();
      }
    });

    it('puts what it found aside with its scope, and still tells it to who asks for it', async () => {
      await watched.ask('DELETE', `/api/scopes/${scopeId}`);
      assert.deepEqual((await watched.ask('GET', '/api/findings')).items, []);
      assert.deepEqual((await watched.ask('GET', '/api/stores')).items, []);
      assert.deepEqual((await watched.ask('GET', '/api/scopes')).items, []);
      assert.equal((await finding()).id, findingId);
      assert.equal((await store()).watched, false);
    });
  });
}

/** Listens as a browser does, until the first finding that is new. */
function followFindings(watched: WatchedRoom) {
  return follow(watched, /"kind":"finding","id":"([^"]+)","what":"created"/);
}

/** @param until what ends it, with what is to be known of it in its first group */
function follow({ test, responder }: WatchedRoom, until: RegExp) {
  const ready = Promise.withResolvers<void>();
  const first = Promise.withResolvers<string>();
  const read = async () => {
    const stop = new AbortController();
    const headers = { host: new URL(ORIGIN).host, authorization: `Bearer ${responder.token}` };
    const response = await test.fetch(new Request(`${ORIGIN}/api/live`, { headers, signal: stop.signal }));
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('event: ready')) ready.resolve();
      const found = until.exec(text)?.[1];
      if (found === undefined) continue;
      first.resolve(found);
      break;
    }
    stop.abort();
  };
  read().catch((error: unknown) => first.reject(error));
  const late = sleep(20_000, undefined, { ref: false }).then(() => Promise.reject(new Error('nothing came in 20 s')));
  return { ready: ready.promise, first: Promise.race([first.promise, late]) };
}
