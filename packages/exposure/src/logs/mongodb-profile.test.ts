// Documents of MongoDB's profiler. No server of MongoDB is at hand here: what answers is a stand-in that keeps `system.profile` as its
// documentation says (https://www.mongodb.com/docs/manual/reference/database-profiler/, cursor.showRecordId()), a ring with record ids.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Document, Long } from 'bson';
import { type MongodbStandIn, startMongodbStandIn } from '../../testing/mongodb-stand-in.ts';
import { MARK, openedLog, pageFrom, restOf, rowsOf } from '../../testing/query-logs.ts';
import type { QueryLogPage } from './query-log.ts';

const { signal } = new AbortController();
const BEGAN = Date.UTC(2026, 10, 29, 22);
const LOGIN = { user: 'watcher', password: 'a-password-of-the-test-bench', mechanism: 'SCRAM-SHA-256' } as const;

interface Profile {
  level: number;
  lastId: number;
  documents: Document[];
}

describe("MongoDB's profiler, against a stand-in", () => {
  let server: MongodbStandIn;
  let profile: Profile;
  let refused = false;
  const asked: Document[] = [];
  const url = () => `mongodb://${LOGIN.user}:${LOGIN.password}@127.0.0.1:${server.port}/?authSource=admin`;
  const ran = (command: Document, at = profile.lastId) => {
    profile.lastId += 1;
    profile.documents.push({
      op: 'query',
      ns: 'shop.people',
      command,
      nreturned: 3,
      responseLength: 812,
      millis: 0,
      ts: new Date(BEGAN + at),
      client: '10.0.0.7',
      appName: 'shop-web',
      allUsers: [{ user: 'ada', db: 'admin' }],
      $recordId: Long.fromNumber(profile.lastId),
    });
  };
  const namesIn = (page: QueryLogPage) =>
    rowsOf(page).map(({ command }) => (command as { filter: { name: string } }).filter.name);
  before(async () => {
    profile = { level: 2, lastId: 0, documents: [] };
    const instead = (name: string, command: Document): Document | undefined => {
      if (name === 'profile') {
        assert.equal(command.profile, -1, 'the level is never set');
        if (refused) return { ok: 0, code: 13 };
        return { ok: 1, was: command.$db === 'shop' ? profile.level : 0, slowms: 100 };
      }
      if (name !== 'find') return undefined;
      asked.push(command);
      const since = (command.filter?.ts.$gte as Date | undefined)?.getTime() ?? 0;
      const found = profile.documents.filter(({ ts }) => (ts as Date).getTime() >= since);
      const ordered = command.sort.$natural === -1 ? found.toReversed() : found;
      return {
        ok: 1,
        cursor: {
          id: Long.fromNumber(0),
          ns: 'shop.system.profile',
          firstBatch: ordered.slice(0, command.limit ?? 1e6),
        },
      };
    };
    server = await startMongodbStandIn({ data: { shop: {} }, login: LOGIN, instead });
  });
  after(() => server.stop());

  it('gives each document once, also those whose time is before that of one that was written earlier', async () => {
    ran({ find: 'people', filter: { name: 'before' } });
    const log = openedLog(url());
    const begun = await pageFrom(log, undefined);
    assert.deepEqual(begun.entries, []);
    const seen: string[] = [];
    let { place } = begun;
    for (let n = 0; n < 30; n += 1) {
      ran({ find: 'people', filter: { name: `person ${n}` } }, n % 3 === 2 ? n - 2 : n);
      if (n % 5 !== 4) continue;
      const page = await restOf(log, JSON.parse(JSON.stringify(place)));
      ({ place } = page);
      seen.push(...namesIn(page));
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 30 }, (_, n) => `person ${n}`),
    );
    log.close();
  });

  it('leaves out our own questions, which carry a word that nobody knows', async () => {
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    const own = asked.at(-1);
    assert.match(String(own?.comment), new RegExp(MARK));
    ran({ find: 'system.profile', comment: own?.comment, filter: { name: 'own' } });
    ran({ find: 'people', comment: 'vigie', filter: { name: 'hiding' } });
    assert.deepEqual(namesIn(await restOf(log, place)), ['hiding']);
    log.close();
  });

  it('says how many a small ring lost, and reads a collection that was made again from its beginning', async () => {
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    for (let n = 0; n < 50; n += 1) ran({ find: 'people', filter: { name: `lost ${n}` } });
    profile.documents = profile.documents.slice(-10);
    const page = await restOf(log, place);
    assert.deepEqual(page.notes.length, 1);
    assert.match(
      page.notes[0] ?? '',
      /40 documents of shop\.system\.profile .* were overwritten before they were read/,
    );
    const time = profile.lastId;
    profile.documents = [];
    profile.lastId = 0;
    ran({ find: 'people', filter: { name: 'anew' } }, time + 100);
    const anew = await restOf(log, page.place);
    assert.deepEqual([namesIn(anew), anew.notes], [['anew'], []]);
    log.close();
  });

  it('says what is switched off and how to switch it on, and which right is missing', async () => {
    const said = async () => {
      const log = openedLog(url());
      const page = await log.next(undefined, signal);
      log.close();
      return 'code' in page ? page.message : page.note;
    };
    profile.level = 0;
    assert.match((await said()) ?? '', /db\.setProfilingLevel\(2\)/);
    profile.level = 1;
    assert.match((await said()) ?? '', /level 1 tells only of what takes longer: shop \(100 ms\)/);
    refused = true;
    assert.match((await said()) ?? '', /role: 'clusterMonitor'/);
    refused = false;
    const wrong = openedLog(`mongodb://watcher:canarypass@127.0.0.1:${server.port}`);
    const page = await wrong.next(undefined, signal);
    assert.ok('code' in page && /user or password is wrong/.test(page.message) && !page.message.includes('canarypass'));
    wrong.close();
  });
});
