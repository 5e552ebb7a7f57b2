import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { columnKind, textKind, textStatistics } from './text-statistics.ts';

const HUMAN = [
  'Could you look over my letter before I send it?',
  "Je ne sais pas comment l'annoncer à mes parents.",
  'Ich habe seit gestern Fieber, was soll ich tun?',
  '¿Me puedes explicar cómo funciona esto?',
  'Non riesco a dormire da una settimana.',
  'Você pode me ajudar com a minha tese?',
  'Kun je mij helpen met een brief aan de gemeente?',
  'Nie wiem, jak mam o tym powiedzieć siostrze.',
  '我想知道怎么写辞职信',
  '最近よく眠れません。どうすればいいですか',
  'Подскажите, пожалуйста, что делать',
  'هل يمكنك مساعدتي',
];
const MACHINE = [
  'cache hit ratio 0.312',
  'worker 12 restarted after 340 ms',
  'retry 3 of 5 for shard 12',
  'GET /api/v1/items?limit=10 200 12ms',
  'deployed commit 4f2a9c81d0e7b6a5',
  'connection pool size 20',
  'java.lang.NullPointerException at com.example.Main.run',
  'level=info ts=2025-01-01T00:00:00Z caller=main.go:12',
  '/var/log/app/current.log',
];

describe('textKind', () => {
  for (const text of HUMAN) it(`knows a person: ${text}`, () => assert.equal(textKind(text), 'human'));
  for (const text of MACHINE) it(`does not take for a person: ${text}`, () => assert.notEqual(textKind(text), 'human'));
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        textKind(text);
      }),
    );
  });
});

describe('columnKind', () => {
  it('tells what people wrote from what templates wrote', () => {
    assert.equal(columnKind(textStatistics(HUMAN)), 'human');
    const log = Array.from(
      { length: 200 },
      (_, at) => `job ${at} of 200 was finished by the worker after ${at * 7} ms`,
    );
    const statistics = textStatistics(log);
    assert.equal(columnKind(statistics), 'machine');
    assert.equal(statistics.distinct, 1);
    assert.ok(statistics.distinctTemplates < 0.05);
  });
  it('says nothing of an empty column', () => assert.equal(columnKind(textStatistics(['', ''])), 'unclear'));
});
