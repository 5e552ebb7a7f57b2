import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PortFault, ScopeFault } from '@vigie/probe';
import { faultsOf, portsOf, type ScopeWords, scopeFileOf } from './scope-words.ts';

const TODAY = '2026-11-29';
/** Names resolve here without a network: some to a private address, one to a public one, the rest to none. */
const resolve = async (name: string) =>
  ({ 'db.internal': ['10.1.2.3'], 'db.example.org': ['203.0.113.7'] })[name] ?? undefined;

const faults = (words: Partial<ScopeWords>) =>
  faultsOf({ name: 'a scope', targets: ['127.0.0.1'], ports: null, ...words }, TODAY, resolve);

describe('the words of a scope', () => {
  it('may name loopback, private networks and names of private addresses', async () => {
    const targets = ['127.0.0.1', '::1', '10.0.0.0/24', '192.168.1.10-20', 'fd00::/120', 'db.internal'];
    assert.deepEqual(await faults({ targets }), []);
  });

  it('name the target that is not understood, and say what it could be', async () => {
    const found = await faults({ targets: ['127.0.0.1', '10.0.0.300', 'no-such-name', '10.0.0.0/99'] });
    assert.deepEqual(
      found.map(({ pointer }) => pointer),
      ['/body/targets/1', '/body/targets/2', '/body/targets/3'],
    );
    assert.match(found[1]?.detail ?? '', /no address/);
  });

  it('are refused beyond private networks where nobody authorised that', async () => {
    for (const target of ['203.0.113.7', '203.0.113.0/24', 'db.example.org', '8.8.8.8-9']) {
      const [fault] = await faults({ targets: [target] });
      assert.equal(fault?.pointer, '/body/targets/0', target);
      assert.match(fault?.detail ?? '', /networksAuthorised/);
    }
  });

  it('reach as far as a named person authorised, until the last day', async () => {
    const authorised = { authorisedBy: 'A. Person', until: '2026-12-31' };
    assert.deepEqual(await faults({ targets: ['203.0.113.0/24'], authorised }), []);
    const named = { ...authorised, networks: ['203.0.113.0/24'] };
    assert.deepEqual(await faults({ targets: ['db.example.org'], authorised: named }), []);
    const [beyond] = await faults({ targets: ['198.51.100.1'], authorised: named });
    assert.match(beyond?.detail ?? '', /nothing else is ever connected to/);
  });

  it('want networks where only names are authorised: a name may come to mean another address', async () => {
    const found = await faults({ targets: ['db.example.org'], authorised: { authorisedBy: 'A', until: '2026-12-31' } });
    assert.equal(found[0]?.pointer, '/body/networksAuthorised');
  });

  it('are void when the authorisation is over', async () => {
    const authorised = { authorisedBy: 'A. Person', until: '2026-11-28' };
    const words = { name: 'x', targets: ['203.0.113.7'], ports: null, authorised };
    const file = scopeFileOf(words, TODAY);
    assert.ok(file instanceof ScopeFault);
    assert.match(file.message, /2026-11-28/);
  });

  it('never reach the services that give out a machine’s own keys, whoever authorises it', async () => {
    const authorised = { authorisedBy: 'A. Person', until: '2026-12-31', networks: ['169.254.0.0/16'] };
    for (const targets of [['169.254.169.254'], ['169.254.0.0/16']]) {
      assert.equal((await faults({ targets, authorised })).length, 1, targets[0]);
    }
  });

  it('ask the ports of all known products, or those that are listed', () => {
    const usual = portsOf({ ports: null });
    assert.ok(!(usual instanceof PortFault));
    for (const port of [6379, 8123, 9200, 27017]) assert.ok(usual.includes(port), String(port));
    assert.deepEqual(portsOf({ ports: '9000-9002,80' }), [80, 9000, 9001, 9002]);
    assert.ok(portsOf({ ports: '80;81' }) instanceof PortFault);
  });

  it('tell of several faults at once', async () => {
    const found = await faults({ ports: '70000', targets: ['203.0.113.7', '%'] });
    assert.deepEqual(
      found.map(({ pointer }) => pointer),
      ['/body/ports', '/body/targets/0', '/body/targets/1'],
    );
  });
});
