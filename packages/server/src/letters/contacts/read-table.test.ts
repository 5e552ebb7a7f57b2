import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { TableRow } from './read-table.ts';
import { readTable } from './read-table.ts';
import { createPersonFinder } from './same-person.ts';

const NOW = new Date('2026-11-29T12:00:00Z');

async function* inParts(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, size = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const table = await readTable(inParts(bytes, size), { now: NOW, language: 'en', group: 'anyone' });
  if ('code' in table) return table;
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { ...table, rows };
}

async function rowsOf(content: string | Uint8Array, size?: number) {
  const table = await read(content, size);
  assert.ok(!('code' in table));
  return table.rows;
}

const problemsOf = (rows: readonly TableRow[]) =>
  rows.flatMap(({ line, problems }) => problems.map(({ column, problem }) => `${line}:${column} ${problem}`));

describe('a list of contacts', () => {
  it('is read in the languages and encodings in which lists come', async () => {
    const french =
      'Prénom;Nom;Adresse électronique;Date de naissance;Langue\nZoé;Lefèvre;ZOE@exämple.org;03/02/2015;français\n';
    const encodings: [string, Uint8Array][] = [
      ['utf-8', Buffer.from(french)],
      ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(french)])],
      ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(french, 'utf16le')])],
      ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(french, 'utf16le').swap16()])],
      ['windows-1252', Buffer.from(french, 'latin1')],
    ];
    for (const [encoding, bytes] of encodings) {
      const table = await read(bytes);
      assert.ok(!('code' in table));
      assert.equal(table.encoding, encoding);
      assert.equal(table.delimiter, ';');
      assert.deepEqual(table.columns, ['givenName', 'familyName', 'email', 'birthDate', 'language']);
      assert.deepEqual(table.rows[0]?.contact, {
        details: { name: 'Zoé Lefèvre', email: 'ZOE@xn--exmple-cua.org' },
        group: 'parents',
        language: 'fr',
        minor: true,
      });
    }
  });

  it('has columns in German, Polish and Chinese', async () => {
    const columns = async (header: string) => {
      const table = await read(`${header}\n`);
      return 'code' in table ? table.code : table.columns;
    };
    assert.deepEqual(await columns('Vorname,Nachname,E-Mail-Adresse,PLZ,Ort,Straße,Kundennummer'), [
      'givenName',
      'familyName',
      'email',
      'postalCode',
      'city',
      'street',
      'account',
    ]);
    assert.deepEqual(await columns('Imię\tNazwisko\tAdres e-mail\tJęzyk'), [
      'givenName',
      'familyName',
      'email',
      'language',
    ]);
    assert.deepEqual(await columns('姓名,邮箱,手机号,监护人邮箱'), ['name', 'email', 'phone', 'guardianEmail']);
    assert.deepEqual(await columns('colour,shape'), 'no-columns');
    assert.deepEqual(await columns(''), 'empty');
  });

  it('without a header is told by its addresses', async () => {
    const rows = await rowsOf('1,ada@example.org\n2,bob@example.org\n');
    assert.deepEqual(
      rows.map(({ contact }) => contact?.details),
      [{ email: 'ada@example.org' }, { email: 'bob@example.org' }],
    );
  });

  it('tells broken rows by line and column, never by value, and reads on', async () => {
    const rows = await rowsOf(
      [
        'name,email,birth date,language',
        'Ada,ada@example.org,1990-02-30,en',
        '=HYPERLINK("http://x"),bob@example.org,,',
        'Carl,not an address,,',
        'Dora,dora@example.org,1980-01-01,Klingon',
        '"Eve,eve@example.org,,',
        'Fay,fay@example.org,2030-01-01,',
        'Gus\0,gus@example.org,,',
        `${'x'.repeat(300)},hal@example.org,,`,
        ',,,',
        'Ivy,ivy@example.org,,,one too many',
        'Joe,joe@example.org',
        '"Kim, the ""first""",kim@example.org,,',
      ].join('\r\n'),
    );
    assert.deepEqual(problemsOf(rows), [
      '2:3 no-date',
      '3:1 looks-like-a-formula',
      '4:2 no-email-address',
      '5:4 unknown-language',
      '6:0 quote-not-closed',
      '7:3 date-in-the-future',
      '8:1 control-character',
      '9:1 too-long',
      '10:0 nobody-in-it',
      '11:0 too-many-fields',
    ]);
    const good = rows.filter(({ contact }) => contact).map(({ contact }) => contact?.details.name);
    assert.deepEqual(good, ['Ada', 'Carl', 'Dora', 'Fay', 'Joe', 'Kim, the "first"']);
    assert.doesNotMatch(JSON.stringify(rows.map(({ problems }) => problems)), /example|Klingon|HYPER/);
  });

  it('takes internationalised addresses in one form, and nothing that only looks like one', async () => {
    const [one, other] = await rowsOf('email\nJürgen@MÜNCHEN.example\nJu\u0308rgen@münchen.example\n');
    assert.equal(one?.contact?.details.email, 'Jürgen@xn--mnchen-3ya.example');
    assert.equal(other?.contact?.details.email, one?.contact?.details.email);
    const lookalikes = ['a\u00a0b@c.example', 'a＠b@c.example', 'a\u200bb@c.example', `${'ü'.repeat(33)}@c.example`];
    const rows = await rowsOf(`email\n${lookalikes.join('\n')}\n`);
    assert.deepEqual(problemsOf(rows), [
      '2:1 no-email-address',
      '3:1 no-email-address',
      '4:1 no-email-address',
      '5:1 no-email-address',
    ]);
  });

  it('bounds fields of ten megabytes, quoted or not, and reads on behind them', async () => {
    const long = 'x'.repeat(10_000_000);
    const rows = await rowsOf(`email,name\na@example.org,${long}\nb@example.org,"${long}"\nc@example.org,C\n`, 65_536);
    assert.deepEqual(problemsOf(rows), ['2:0 too-long', '3:0 too-long']);
    assert.equal(rows.at(-1)?.contact?.details.email, 'c@example.org');
  });

  it('marks minors by the clock, by a column, and in doubt about the order of day and month', async () => {
    const minor = async (header: string, value: string) =>
      (await rowsOf(`email,${header}\na@example.org,${value}\n`))[0]?.contact?.minor;
    assert.equal(await minor('dob', '2008-11-29'), false);
    assert.equal(await minor('dob', '2008-11-30'), true);
    assert.equal(await minor('dob', '29.11.2008'), false);
    assert.equal(await minor('dob', '11/12/2008'), true);
    assert.equal(await minor('dob', '05/06/2000'), false);
    assert.equal(await minor('mineur', 'oui'), true);
    assert.equal(await minor('minor', 'no'), false);
  });

  it('never throws on bytes of any kind', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const texts = fc.array(
      fc.constantFrom('email', ',', ';', '"', '""', '\n', '\r\n', 'a@b.org', '\0', 'é', '=', ' '),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          bytes,
          texts.map((parts) => Buffer.from(`email,name\n${parts.join('')}`)),
        ),
        fc.integer({ min: 1, max: 50 }),
        async (content, size) => {
          const table = await read(content, size);
          if ('code' in table) return;
          for (const { contact, problems } of table.rows) assert.ok(contact !== undefined || problems.length > 0);
          const again = await read(content, 1000);
          assert.deepEqual('code' in again ? again : again.rows, table.rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('rows of one person', () => {
  function numbers(rows: readonly [details: Record<string, string>, nationalId?: string][]) {
    const finder = createPersonFinder();
    for (const [details, nationalId] of rows) finder.add(details, nationalId);
    const personOf = finder.finish();
    const seen = new Map<number, number>();
    return rows.map((_, place) => {
      const person = personOf(place);
      if (!seen.has(person)) seen.set(person, seen.size);
      return seen.get(person);
    });
  }

  it('are found by mailbox, customer number and phone, in whatever form they are written', () => {
    assert.deepEqual(
      numbers([
        [{ email: 'Ada@Example.org', account: '7' }],
        [{ email: 'ada@example.org' }],
        [{ account: '7', phone: '+33 6 12 34 56 78' }],
        [{ phone: '+33612345678' }],
        [{ email: 'bob@example.org' }],
      ]),
      [0, 0, 0, 0, 1],
    );
  });

  it('are not joined by a mailbox of a function, nor against two national identifiers', () => {
    assert.deepEqual(
      numbers([
        [{ email: 'info@example.org', account: '1' }],
        [{ email: 'info@example.org', account: '2' }],
        [{ email: 'family@example.org' }, 'A1'],
        [{ email: 'family@example.org' }, 'B2'],
      ]).slice(0, 2),
      [0, 1],
    );
    const [first, second] = numbers([
      [{ email: 'family@example.org' }, 'A1'],
      [{ email: 'family@example.org' }, 'B2'],
    ]);
    assert.notEqual(first, second);
  });

  it('without any key are each somebody else', () => {
    assert.deepEqual(numbers([[{ name: 'Ada' }], [{ name: 'Ada' }]]), [0, 1]);
  });
});
