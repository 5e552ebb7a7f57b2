import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unpackNodes } from './node-state.ts';
import { createPeopleCounter, type PersonKey, type PersonRow } from './people-counter.ts';

const numbers = new Map<string, number>();
function key(kind: string, strength: PersonKey['strength'], name: string): PersonKey {
  const id = `${kind} ${name}`;
  numbers.set(id, numbers.get(id) ?? numbers.size);
  return { kind, strength, hash: numbers.get(id) ?? 0 };
}
const account = (name: string) => key('account/user-id', 'account', name);
const email = (name: string) => key('person/email', 'contact', name);
const ssn = (name: string) => key('national-id/us-ssn', 'one person', name);
const device = (name: string) => key('device/id', 'device', name);

const isRow = (row: readonly PersonKey[] | PersonRow): row is PersonRow => !Array.isArray(row);

function count(rows: readonly (readonly PersonKey[] | PersonRow)[]) {
  const counter = createPeopleCounter();
  for (const row of rows) counter.add(isRow(row) ? row : { keys: row, mentions: [] });
  return counter.count().people;
}

describe('people', () => {
  it('with three identifiers in different rows are one person', () => {
    const { lower, estimate, upper } = count([
      [account('a1'), email('ada')],
      [account('a2'), email('ada')],
      [account('a1'), ssn('1')],
    ]);
    assert.deepEqual([lower, estimate, upper], [1, 1, 1]);
  });

  it('are the same where two counters meet the same keys in another order', () => {
    const [one, ada, two, bob] = [account('a1'), email('ada'), account('a2'), email('bob')];
    const [counter, other] = [createPeopleCounter(), createPeopleCounter()];
    counter.add({ keys: [one, ada], mentions: [] });
    other.add({ keys: [bob, two], mentions: [] });
    other.add({ keys: [ada, one], mentions: [] });
    counter.add({ keys: [two, bob], mentions: [] });
    for (const { people, personOf } of [counter.count(), other.count()]) {
      assert.equal(people.estimate, 2);
      assert.equal(personOf(one.hash), personOf(ada.hash));
      assert.equal(personOf(two.hash), personOf(bob.hash));
    }
  });

  it('are not joined by a mailbox that many share', () => {
    const kiosk = Array.from({ length: 50 }, (_, i) => [account(`k${i}`), email('kiosk')]);
    const own = Array.from({ length: 50 }, (_, i) => [account(`k${i}`), email(`own${i}`)]);
    const people = count([...kiosk, ...own]);
    assert.equal(people.estimate, 50);
    assert.equal(people.sharedKeys, 1);
  });

  it('are not joined by a mailbox of a function, however few use it', () => {
    const noreply = { ...email('noreply'), isShared: true };
    assert.equal(
      count([
        [account('n1'), noreply],
        [account('n2'), noreply],
      ]).estimate,
      2,
    );
  });

  it('with two national identifiers are never one, and the conflict is told', () => {
    const people = count([
      [email('family'), ssn('10')],
      [email('family'), ssn('11')],
    ]);
    assert.equal(people.estimate, 2);
    assert.equal(people.conflicts, 1);
    assert.ok(people.lower <= 2 && people.upper >= 2);
  });

  it('known only by a device are counted apart', () => {
    const people = count([[device('d1')], [device('d2'), account('x')], [device('d3')]]);
    assert.equal(people.estimate, 1);
    assert.equal(people.pseudonymous.estimate, 2);
  });

  it('named inside of a text are no people of their own, but are told', () => {
    const people = count([
      { keys: [account('m1')], mentions: [email('friend'), email('m1mail')] },
      { keys: [account('m1'), email('m1mail')], mentions: [] },
    ]);
    assert.equal(people.estimate, 1);
    assert.equal(people.mentionedOnly.upper, 1);
  });

  it('count by country where something tells it', () => {
    const people = count([
      { keys: [account('c1')], mentions: [], country: 'FR' },
      { keys: [account('c2')], mentions: [], country: 'FR' },
      { keys: [account('c3')], mentions: [] },
    ]);
    assert.deepEqual(people.byCountry, [{ country: 'FR', people: 2 }]);
  });

  it('of whom rows tell two countries are of the same one in any order of the rows', () => {
    const rows = ['FR', 'DE'].map((country) => ({ keys: [account('c4')], mentions: [], country }));
    assert.deepEqual(count(rows).byCountry, count([...rows].reverse()).byCountry);
    assert.equal(count(rows).byCountry.length, 1);
  });

  it('read by two threads are counted as if one had read them', () => {
    const rows = [
      [account('t1'), email('t')],
      [account('t2'), email('t')],
      [account('t3'), email('u')],
      [ssn('5'), account('t3')],
    ];
    const [left, right] = [createPeopleCounter(), createPeopleCounter()];
    rows.forEach((keys, i) => {
      (i % 2 === 0 ? left : right).add({ keys, mentions: [], country: i === 0 ? 'PT' : undefined });
    });
    left.merge(structuredClone(right.state()));
    const { people, personOf } = left.count();
    assert.deepEqual(
      people,
      count(rows.map((keys, i) => ({ keys, mentions: [], country: i === 0 ? 'PT' : undefined }))),
    );
    assert.equal(people.estimate, 2);
    assert.equal(personOf(account('t1').hash), personOf(email('t').hash));
    assert.notEqual(personOf(account('t1').hash), personOf(account('t3').hash));
  });

  it('cross threads as numbers with all that is known of each key', () => {
    const left = createPeopleCounter();
    left.add({ keys: [account('p1'), { ...email('kiosk'), isShared: true }], mentions: [], country: 'FR' });
    left.add({ keys: [ssn('9'), device('d')], mentions: [] });
    const nodes = [...unpackNodes(structuredClone(left.state().nodes))];
    assert.deepEqual(
      nodes.map(({ kind, hash, strength, isShared, country }) => [kind, hash, strength, isShared, country]),
      [
        [account('p1').kind, account('p1').hash, 'account', false, 'FR'],
        [email('kiosk').kind, email('kiosk').hash, 'contact', true, undefined],
        [ssn('9').kind, ssn('9').hash, 'one person', false, undefined],
        [device('d').kind, device('d').hash, 'device', false, undefined],
      ],
    );
  });

  it('count the same in any order of the rows', () => {
    const anyKey = fc.oneof(
      fc.nat(6).map((n) => account(`o${n}`)),
      fc.nat(6).map((n) => email(`o${n}`)),
      fc.nat(2).map((n) => device(`o${n}`)),
    );
    const rows = fc.array(fc.array(anyKey, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (list) => {
        const there = count(list);
        const back = count([...list].reverse());
        assert.deepEqual(
          [back.lower, back.estimate, back.upper, back.pseudonymous],
          [there.lower, there.estimate, there.upper, there.pseudonymous],
        );
        assert.ok(there.lower <= there.estimate && there.estimate <= there.upper);
      }),
    );
  });
});
