// The reader of logs over every format: streams that change, records over several lines, bounds, faults and restarts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLines, sampleLines } from '../testing/log-samples.ts';
import type { Fields } from './events/event.ts';
import { createLogReader, LOG_FORMATS, type LogReader, type LogRecord } from './log-reader.ts';

const CSV = sampleLines('postgresql.csv');
const GENERAL = sampleLines('mariadb-general.log');
const MONITOR = sampleLines('redis-monitor.txt');
const EVENT = {
  Image: 'C:\\Windows\\System32\\whoami.exe',
  EventID: 1,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
};
const TEN_MEGABYTES = 10 * 1024 * 1024;

const eventsOf = (records: readonly LogRecord[]): readonly Fields[] =>
  records.flatMap(({ event }) => (event === undefined ? [] : [event]));
const faultsOf = (records: readonly LogRecord[]) =>
  records.flatMap(({ line, fault }) => (fault ? [`${line}: ${fault}`] : []));
const productsIn = (records: readonly LogRecord[]) =>
  eventsOf(records).map(({ logsource }) => String((logsource as Fields | undefined)?.product));

describe('the reader of logs', () => {
  it('gives objects of no known format as they are', () => {
    const text = JSON.stringify(EVENT);
    for (const lines of [[text], [`[${text},`, `${text}]`], ['[', `${text},`, text, ']'], [`[${text},${text}]`]]) {
      for (const event of eventsOf(readLines(lines))) assert.deepEqual(event, EVENT);
    }
    assert.deepEqual(eventsOf(readLines(JSON.stringify([EVENT, EVENT], null, 2).split('\n'))), [EVENT, EVENT]);
  });

  it('knows a format by trying, and another where the stream changes', () => {
    const records = readLines([
      ...CSV.slice(9, 13),
      JSON.stringify(EVENT),
      ...MONITOR.slice(1, 3),
      ...CSV.slice(9, 13),
    ]);
    assert.deepEqual(faultsOf(records), []);
    const products = productsIn(records);
    assert.deepEqual(
      products.filter((product, at) => product !== products[at - 1]),
      ['postgresql', 'undefined', 'redis', 'postgresql'],
    );
  });

  it('tells the line in which each record began', () => {
    const start = CSV.findIndex((line) => line.includes('select * from customers'));
    const records = readLines(CSV.slice(start, start + 7));
    assert.deepEqual(
      records.map(({ line }) => line),
      [1, 4, 7],
    );
    const reader = createLogReader();
    const bytes = [...CSV.slice(start, start + 4)].map((line, at) => reader.add(line, 1000 * at));
    assert.deepEqual(
      bytes.flat().map(({ line }) => line),
      [0],
    );
  });

  it('takes the format that it is told, and no other', () => {
    const source = 'postgresql-csvlog';
    assert.deepEqual(faultsOf(readLines([...CSV.slice(9, 13), JSON.stringify(EVENT)], { source })), [
      '5: it is no record of postgresql-csvlog',
    ]);
    const row = { type: 'QueryFinish', query_id: 'x', initial_query_id: 'x', query: 'select 1' };
    assert.deepEqual(eventsOf(readLines([JSON.stringify(row)], { source: 'json' })), [row]);
    assert.throws(() => createLogReader({ source: 'nonsense' }), RangeError);
  });

  it('has a name, a title and a reference for every format, each once', () => {
    assert.equal(new Set(LOG_FORMATS.map(({ name }) => name)).size, LOG_FORMATS.length);
    for (const { name, title, reference } of LOG_FORMATS) {
      assert.match(name, /^[a-z0-9-]+$/);
      assert.ok(title !== '', name);
      assert.match(reference, /^(?:https:\/\/|RFC )/, name);
    }
  });

  it('finds fault with a record and not with the next, and quotes nothing', () => {
    const records = readLines([
      'nonsense ada@example.org',
      '{"ada@example.org":',
      JSON.stringify(EVENT),
      '7',
      ...CSV.slice(9, 11),
    ]);
    assert.equal(faultsOf(records).length, 3);
    assert.equal(eventsOf(records).length, 3);
    assert.ok(!JSON.stringify(faultsOf(records)).includes('ada@'));
  });

  it('gives what it holds where the stream is silent', () => {
    const reader = createLogReader();
    assert.deepEqual(reader.add(CSV[9] ?? '', 1), []);
    assert.equal(reader.flush().length, 1);
    assert.deepEqual(reader.flush(), []);
    reader.add('{', 2);
    assert.deepEqual(reader.flush(), []);
    reader.add('"a": 1', 3);
    assert.deepEqual(eventsOf(reader.add('}', 4)), [{ a: 1 }]);
    assert.deepEqual(reader.end(), []);
  });

  it('says from which line on a record is not whole, and keeps no part of one', () => {
    const reader = createLogReader();
    const start = CSV.findIndex((line) => line.includes('select * from customers'));
    reader.add(CSV[start - 1] ?? '', 7);
    reader.add(CSV[start] ?? '', 8);
    reader.add(CSV[start + 1] ?? '', 9);
    const state = JSON.parse(JSON.stringify(reader.state()));
    assert.equal(state.resumeAt, 8);
    assert.ok(!JSON.stringify(state).includes('select'));
    const again = createLogReader({ state });
    const records = CSV.slice(start, start + 4).flatMap((line, at) => again.add(line, 8 + at));
    assert.deepEqual(
      records.map(({ line }) => line),
      [8],
    );
  });

  it('gives up what is too long, with all that belongs to it', () => {
    const reader = createLogReader();
    const row = CSV.find((line) => line.includes('connection received: host=127.0.0.1')) ?? '';
    assert.deepEqual(reader.add(row.slice(0, row.indexOf('host=')), 1), []);
    const filler = 'x'.repeat(1024 * 1024);
    for (let line = 2; line < 22; line += 1) assert.deepEqual(reader.add(filler, line), []);
    // Within the quotes of the long record this is a part of it, though it looks like a record of a Redis.
    assert.deepEqual(reader.add(MONITOR[1] ?? '', 22), []);
    assert.deepEqual(reader.add('",,,,,,,,,"","not initialized",,0', 23), []);
    const records = reader.add(row, 24);
    assert.deepEqual(faultsOf(records), ['1: it is longer than 16 MiB']);
    assert.equal(reader.flush().length, 1);
    assert.equal(reader.skip(25).length, 1);
  });

  it('reads a field of ten megabytes in every format, in time that its length bounds', () => {
    const long = 'a '.repeat(TEN_MEGABYTES / 2);
    const quoted = '"\\\\'.repeat(TEN_MEGABYTES / 3);
    for (const { name } of LOG_FORMATS) {
      for (const filler of [long, quoted]) readLines([filler], { source: name });
    }
    const lines: readonly (readonly string[])[] = [
      [(CSV[12] ?? '').replace('create table', () => `create table ${long}`)],
      [(GENERAL[14] ?? '').replace('insert', () => `insert ${quoted}`)],
      [(MONITOR[1] ?? '').replace('ada', () => `ada ${quoted}`)],
      [JSON.stringify({ type: 'QueryFinish', query_id: 'x', initial_query_id: 'x', query: `select '${long}'` })],
    ];
    for (const record of lines) assert.equal(eventsOf(readLines(record)).length, 1);
  });

  it('reads a record of a hundred thousand lines in every format that joins lines', () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, at) => `\t  and column_${at} = 'some value that makes the line long'`,
    );
    const slow = ['# User@Host: app[app] @  [10.1.2.3]', '# Query_time: 1.0  Rows_sent: 3', 'select 1'];
    const xml = [
      '<AUDIT_RECORD>',
      '<TIMESTAMP>2019-10-03T14:09:38 UTC</TIMESTAMP>',
      '<NAME>Query</NAME>',
      '<SQLTEXT>select 1',
    ];
    const csv = CSV.find((line) => line.includes('statement: create database')) ?? '';
    const records: readonly (readonly string[])[] = [
      [...slow, ...lines],
      [...xml, ...lines, '</SQLTEXT></AUDIT_RECORD>'],
      ['2026-11-29T22:03:22.126000Z\t    8 Query\tselect 1', ...lines],
      ['2026-11-29 22:03:42.912 UTC [1] ada@shop 10.1.2.3 LOG:  statement: select 1', ...lines],
      [csv.slice(0, csv.indexOf(' owner')), ...lines, csv.slice(csv.indexOf(' owner'))],
    ];
    for (const record of records) assert.equal(eventsOf(readLines(record)).length, 1, record[0]);
  });

  it('takes whatever lines come', () => {
    const piece = fc.constantFrom(
      ...CSV.slice(12, 20),
      ...GENERAL.slice(0, 6),
      ...MONITOR.slice(0, 3),
      ...sampleLines('mariadb-slow.log').slice(2, 16),
      ...[
        '{',
        '}',
        '[',
        ']',
        '[{',
        '}]',
        '},',
        '',
        ',',
        '"',
        '\t',
        '\r',
        'Record 1',
        '{"a":1}',
        '[[1]]',
        'null',
        'count',
        'OK',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        for (const { event, fault } of readLines(lines)) assert.ok(event !== undefined || fault !== undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same whether it was stopped or not', () => {
    const all = [...GENERAL, ...CSV.slice(0, 30), ...MONITOR];
    const from = (reader: LogReader, start: number, stop: number) =>
      all.slice(start, stop).flatMap((line, at) => reader.add(line, start + at));
    const whole = createLogReader();
    const expected = [...from(whole, 0, all.length), ...whole.end()];
    for (let stop = 0; stop < all.length; stop += 3) {
      const first = createLogReader();
      const before = from(first, 0, stop);
      const state = JSON.parse(JSON.stringify(first.state()));
      const second = createLogReader({ state });
      const after = from(second, state.resumeAt ?? stop, all.length);
      assert.deepEqual([...before, ...after, ...second.end()], expected, `stopped before line ${stop}`);
    }
  });
});
