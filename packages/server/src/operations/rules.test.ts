// Rules as a team uses them: added, refused with a reason, switched off, tried, and taken by the watch while it runs.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { until } from '../../testing/watched.ts';
import { startWatching } from '../watching/start-watching.ts';

const rule = (name: string, detection: string, more = '') =>
  `title: The ${name} was asked for\nid: ${name}\nlevel: high\nauthor: A. Author\nlogsource:\n  category: test\n${more}detection:\n  sel:\n    ${detection}\n  condition: sel\n`;
const VAULT = rule('vault', 'thing: vault');
const BROKEN = rule('broken', 'thing|sounds_like: vault');
const OFTEN =
  'title: The vault again and again\nid: often\nlevel: critical\ncorrelation:\n  type: event_count\n  rules: [vault]\n  group-by: [who]\n  timespan: 1h\n  condition:\n    gte: 3\n';
const FOLDER_RULE = rule('lantern', 'thing: lantern', 'license: DRL-1.1\n');

for (const database of DATABASES) {
  describe(`rules, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let stop: () => Promise<void>;
    let responder: Person;
    let auditor: Person;
    let folder: string;
    let input: { id: string; token: string };
    let pushed = 0;
    before(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), 'vigie-rules-')));
      await mkdir(join(folder, 'pack'));
      await writeFile(join(folder, 'pack', 'lantern.yml'), FOLDER_RULE);
      await writeFile(join(folder, 'pack', 'not-yaml.yml'), 'title: [\n');
      test = await openTestRoom({ database, settings: { watchRules: [join(folder, 'pack')] } });
      stop = await startWatching(test.room);
      responder = await test.person('responder');
      auditor = await test.person('auditor');
      input = await done('POST', '/api/inputs', { kind: 'push', name: 'things', format: 'json' });
    });
    after(async () => {
      await stop();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    });

    const done = async (method: string, path: string, body?: object, headers?: Record<string, string>) => {
      const answer = await test.ask(responder, method, path, body, headers);
      assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const push = async (...events: object[]) => {
      const lines = events.map((event) =>
        JSON.stringify({ category: 'test', time: new Date().toISOString(), ...event }),
      );
      const request = new Request(`${ORIGIN}/api/inputs/${input.id}/events`, {
        method: 'POST',
        headers: {
          host: new URL(ORIGIN).host,
          authorization: `Bearer ${input.token}`,
          'content-type': 'application/x-ndjson',
        },
        body: lines.join('\n'),
      });
      assert.equal((await test.fetch(request)).status, 200);
      pushed += events.length;
    };
    const told = async (name: string): Promise<number> => {
      const { body } = await test.ask(responder, 'GET', `/api/detections?rule=${name}`);
      return body.items.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    };
    const listed = async (name: string) => {
      const { body } = await test.ask(auditor, 'GET', `/api/rules?q=${encodeURIComponent(name)}`);
      return body.items.find((one: { rule: string }) => one.rule === name);
    };

    it('are all listed, with who wrote them, under which licence, and what does not compile', async () => {
      const { body } = await test.ask(auditor, 'GET', '/api/rules?limit=200');
      const own = body.items.filter(({ origin }: { origin: string }) => origin === 'own');
      assert.ok(own.length > 20);
      for (const one of own) assert.deepEqual([one.author, one.licence], ['Vigie', 'Apache-2.0'], one.title);
      const lantern = await listed('lantern');
      assert.deepEqual(
        [lantern.origin, lantern.file, lantern.state, lantern.licence, lantern.level],
        ['folder', 'pack/lantern.yml', 'on', 'DRL-1.1', 'high'],
      );
      const broken = body.items.find(({ file }: { file: string }) => file === 'pack/not-yaml.yml');
      assert.equal(broken.state, 'broken');
      assert.match(broken.reason, /not YAML/);
      const { body: low } = await test.ask(auditor, 'GET', '/api/rules?level=high&origin=folder');
      assert.deepEqual(
        low.items.map(({ rule: name }: { rule: string }) => name),
        ['lantern'],
      );
      const { body: summary } = await test.ask(auditor, 'GET', '/api/rule-summary');
      assert.equal(summary.counts.broken, 1);
      assert.ok(summary.asked.includes('honeytokens'), JSON.stringify(summary));
    });

    it('are listed page by page, none twice and none left out', async () => {
      const { body: whole } = await test.ask(auditor, 'GET', '/api/rules?limit=200');
      const names: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await test.ask(auditor, 'GET', `/api/rules?limit=7${cursor && `&cursor=${cursor}`}`);
        names.push(...body.items.map(({ file, rule: name }: { file: string; rule: string }) => `${file} ${name}`));
        if (body.next === undefined) break;
        cursor = body.next;
      }
      assert.equal(names.length, whole.total.rows);
      assert.equal(new Set(names).size, names.length);
    });

    it('are taken where they compile, and refused with reason and line where they do not', async () => {
      const { status, body } = await test.ask(responder, 'POST', '/api/rule-files', {
        name: 'ours',
        text: `${VAULT}---\n${BROKEN}---\ntitle: {\n---\n${VAULT}`,
        licence: 'MIT',
        link: 'https://rules.example/ours',
      });
      assert.equal(status, 201, JSON.stringify(body));
      const lines = VAULT.split('\n').length;
      assert.deepEqual(
        body.verdicts.map(({ line, verdict }: { line: number; verdict: string }) => [line, verdict]),
        [
          [1, 'taken'],
          [lines + 1, 'refused'],
          [2 * lines + 1, 'refused'],
          [2 * lines + 3, 'refused'],
        ],
      );
      assert.match(body.verdicts[1].reason, /no modifier "sounds_like"/);
      assert.match(body.verdicts[2].reason, /not YAML/);
      assert.match(body.verdicts[3].reason, /in line 1 already/);
      assert.equal(body.text, VAULT);
      const { licence, link, file, fileId, line } = await listed('vault');
      assert.deepEqual([licence, link, file, fileId, line], ['MIT', 'https://rules.example/ours', 'ours', body.id, 1]);
      const nothing = await test.ask(responder, 'POST', '/api/rule-files', { name: 'none', text: BROKEN });
      assert.equal(nothing.status, 422);
      assert.match(nothing.body.errors[0].detail, /line 1, "The broken was asked for": there is no modifier/);
      const rows = await test.room.records.selectFrom('rule_file').selectAll().execute();
      assert.equal(rows.length, 1);
      assert.ok(!JSON.stringify(rows).includes('vault'), 'the text is sealed');
    });

    it('are evaluated from the moment on in which they were added, and counted', async () => {
      await push({ thing: 'vault', who: 'ada' });
      await until('the detection', async () => ((await told('vault')) === 1 ? true : undefined));
      assert.equal((await listed('vault')).told, 1);
      const { body } = await test.ask(auditor, 'GET', '/api/rules/vault');
      assert.equal(`${body.text}\n`, VAULT);
    });

    it('go on counting while others are changed, and lose no event', async () => {
      await done('POST', '/api/rule-files', { name: 'more', text: OFTEN });
      await push({ thing: 'vault', who: 'bob' }, { thing: 'vault', who: 'bob' });
      const adding = done('POST', '/api/rule-files', { name: 'another', text: rule('cellar', 'thing: cellar') });
      await push({ thing: 'stairs', who: 'bob' });
      await adding;
      await push({ thing: 'vault', who: 'bob' }, { thing: 'cellar', who: 'bob' });
      await until('the correlation over the change', async () => ((await told('often')) === 1 ? true : undefined));
      await until('the rule that was added', async () => ((await told('cellar')) === 1 ? true : undefined));
      assert.equal((await listed('vault')).countsOnly, true, 'what a correlation counts is told by it');
      await until('the counts of the input, which go on too', async () => {
        const { body } = await test.ask(auditor, 'GET', '/api/inputs');
        assert.ok(body.items[0].counts.events <= pushed);
        return body.items[0].counts.events === pushed ? true : undefined;
      });
    });

    it('are switched off and on with a reason, ours too, and the evidence log says so', async () => {
      const { body: own } = await test.ask(responder, 'GET', '/api/rules?origin=own&limit=1');
      for (const name of [own.items[0].rule, 'cellar']) {
        const off = await done('PUT', `/api/rules/${name}/switch`, { on: false, reason: 'It is our own backup.' });
        assert.deepEqual([off.state, off.off.reason, off.off.by.id], ['off', 'It is our own backup.', responder.id]);
        assert.equal(
          (await test.ask(responder, 'PUT', `/api/rules/${name}/switch`, { on: false, reason: 'x' })).status,
          409,
        );
      }
      await push({ thing: 'cellar', who: 'cleo' }, { thing: 'lantern', who: 'cleo' });
      await until('the rule that is on', async () => ((await told('lantern')) === 1 ? true : undefined));
      assert.equal(await told('cellar'), 1, 'one that is off tells nothing');
      const on = await done('PUT', '/api/rules/cellar/switch', { on: true, reason: 'The backup is gone.' });
      assert.deepEqual([on.state, on.off], ['on', undefined]);
      assert.equal(
        (await test.ask(responder, 'PUT', '/api/rules/nobody/switch', { on: false, reason: 'x' })).status,
        404,
      );
    });

    it('wait for a list, and are evaluated once somebody gives it; its values are told nowhere', async () => {
      const text = rule('bad-address', "ip|expand: '%bad%'");
      const { verdicts } = await done('POST', '/api/rule-files', { name: 'lists', text });
      assert.deepEqual([verdicts[0].verdict, verdicts.length], ['waits', 1]);
      assert.equal((await listed('bad-address')).state, 'waiting');
      const list = await done('POST', '/api/value-lists', { name: 'bad', values: ['203.0.113.66', '203.0.113.66'] });
      assert.deepEqual([list.count, list.values], [1, ['203.0.113.66']]);
      assert.equal((await listed('bad-address')).state, 'on');
      await push({ ip: '203.0.113.66' });
      await until('the address', async () => ((await told('bad-address')) === 1 ? true : undefined));
      const { body } = await test.ask(responder, 'GET', '/api/detections?rule=bad-address');
      assert.equal(body.items[0].why, 'sel: ip fits a value of %bad%');
      assert.ok(!JSON.stringify((await test.ask(auditor, 'GET', '/api/value-lists')).body).includes('203.0.113'));
      assert.equal((await test.ask(auditor, 'GET', `/api/value-lists/${list.id}`)).status, 403);
      const change = { values: ['198.51.100.1'] };
      const changed = await done('PUT', `/api/value-lists/${list.id}`, change, { 'if-match': '"1"' });
      assert.deepEqual([changed.values, changed.version], [['198.51.100.1'], 2]);
      assert.equal(
        (await test.ask(responder, 'PUT', `/api/value-lists/${list.id}`, change, { 'if-match': '"1"' })).status,
        412,
      );
      await done('DELETE', `/api/value-lists/${list.id}`);
      assert.equal((await listed('bad-address')).state, 'waiting');
    });

    it('are tried on lines, which are told to match or why not, without a value of theirs', async () => {
      const line = (thing: string) => JSON.stringify({ category: 'test', thing, who: 'mallory' });
      const tried = await done('POST', '/api/rules/try', {
        rule: 'vault',
        lines: `${line('vault')}\n${line('door')}\n`,
      });
      assert.deepEqual(
        tried.records.map(({ verdict, why }: { verdict: string; why: string[] }) => [verdict, why.join()]),
        [
          ['matches', 'sel: thing is "vault"'],
          ['misses', 'sel: not so: thing is "vault"'],
        ],
      );
      const fresh = await done('POST', '/api/rules/try', {
        text: rule('door', 'thing: door'),
        lines: `${line('door')}\nno JSON at all`,
      });
      assert.deepEqual(
        fresh.records.map(({ verdict }: { verdict: string }) => verdict),
        ['matches', 'broken'],
      );
      const often = await done('POST', '/api/rules/try', { rule: 'often', lines: `${line('vault')}\n`.repeat(3) });
      assert.equal(often.fired.length, 1, JSON.stringify(often));
      assert.ok(!JSON.stringify([tried, fresh, often]).includes('mallory'));
      const broken = await test.ask(responder, 'POST', '/api/rules/try', { text: BROKEN, lines: line('x') });
      assert.match(broken.body.errors[0].detail, /does not compile: there is no modifier/);
      assert.equal((await test.ask(auditor, 'POST', '/api/rules/try', { rule: 'vault', lines: 'x' })).status, 403);
    });

    it('of a file are changed, left out and taken away together', async () => {
      const { body: files } = await test.ask(auditor, 'GET', '/api/rule-files');
      const { id, version } = files.items.find(({ name }: { name: string }) => name === 'another');
      const path = `/api/rule-files/${id}`;
      const text = rule('attic', 'thing: attic');
      const changed = await done('PATCH', path, { text }, { 'if-match': `"${version}"` });
      assert.deepEqual([changed.text, changed.verdicts.length], [text, 1]);
      assert.equal(await listed('cellar'), undefined);
      assert.equal((await listed('attic')).state, 'on');
      await done('PATCH', path, { enabled: false }, { 'if-match': `"${version + 1}"` });
      assert.equal(await listed('attic'), undefined);
      assert.equal((await test.ask(responder, 'PATCH', path, { name: 'x' }, { 'if-match': '"1"' })).status, 412);
      await done('DELETE', path);
      assert.equal((await test.ask(responder, 'GET', path)).status, 404);
    });

    it('of a folder are read again when they change, and when somebody asks for it', async () => {
      await writeFile(join(folder, 'pack', 'oil.yml'), rule('oil', 'thing: oil'));
      await until('the rule of the folder', async () => ((await listed('oil')) === undefined ? undefined : true));
      await rm(join(folder, 'pack', 'oil.yml'));
      await done('POST', '/api/rules/read-again');
      assert.equal(await listed('oil'), undefined);
    });

    it('leave what is set of the watch to an administrator', async () => {
      const administrator = await test.person('administrator');
      const path = '/api/settings/watching';
      const { body } = await test.ask(auditor, 'GET', path);
      assert.deepEqual(
        [body.alertsPerDay, body.detectionsKeptDays, body.fields, body.knowsHoneytokens, body.version],
        [5, 400, '', false, 0],
      );
      const set = (change: object, version: number) =>
        test.ask(administrator, 'PATCH', path, change, { 'if-match': `"${version}"` });
      assert.match((await set({ fields: 'nonsense: 1' }, 0)).body.errors[0].detail, /is not one of placeholders/);
      const change = { fields: 'fields:\n  thing: object\n', alertsPerDay: 9, honeytokenKey: 'ab'.repeat(32) };
      const { body: changed } = await set(change, 0);
      assert.deepEqual([changed.alertsPerDay, changed.fields, changed.knowsHoneytokens], [9, change.fields, true]);
      assert.ok(!JSON.stringify(changed).includes('abab'));
      assert.equal((await set({ alertsPerDay: 3 }, 0)).status, 412);
      await push({ object: 'lantern', who: 'dan' });
      await until('the field by its other name', async () => ((await told('lantern')) === 2 ? true : undefined));
      assert.equal((await set({ fields: '', honeytokenKey: null }, 1)).body.knowsHoneytokens, false);
      assert.equal((await test.ask(responder, 'PATCH', path, {}, { 'if-match': '"2"' })).status, 403);
      const warned = test.logged.filter((line) => !line.startsWith('1 rules do not compile'));
      assert.deepEqual(warned, []);
    });
  });
}
