import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type BackupHead, type BackupPart, createBackupWriter, readBackup } from './format.ts';
import { linesOf } from './lines.ts';

const HEAD: BackupHead = {
  schema: 'vigie.backup/1',
  madeAt: '2026-11-29T10:00:00.000Z',
  id: '0199ac00-0000-7000-8000-000000000001',
  dataDirMadeAt: '2026-11-28T10:00:00.000Z',
  keyRing: '0199ac00-0000-7000-8000-000000000002',
  recordsMigrations: ['0001-foundation'],
  eventsMigrations: [],
  queueVersion: 30,
};

/** Rows as stores give them: JSON on one line, whatever characters are in it. */
const row = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)))
  .map((one) => JSON.stringify(one));
const sections = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^records\/public\.[a-z]{1,8}$/), rows: fc.array(row, { maxLength: 5 }) }),
  { selector: ({ name }) => name, maxLength: 4 },
);

async function written(
  content: readonly { readonly name: string; readonly rows: readonly string[] }[],
): Promise<string> {
  let text = '';
  const writer = createBackupWriter(async (part) => {
    text += Buffer.from(part).toString();
  });
  await writer.head(HEAD);
  for (const { name, rows } of content)
    await writer.section(name, async (write) => {
      for (const one of rows) await write(`${one}\n`);
    });
  await writer.finish();
  return text;
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 64): Promise<BackupPart[]> {
  const parts: BackupPart[] = [];
  for await (const part of readBackup(linesOf(inPieces(Buffer.from(text), size)))) parts.push(part);
  return parts;
}

describe('the form of a backup', () => {
  it('gives back what was written, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(sections, fc.integer({ min: 1, max: 200 }), async (content, size) => {
        const parts = await read(await written(content), size);
        assert.deepEqual(parts[0], { kind: 'head', head: HEAD });
        assert.equal(parts.at(-1)?.kind, 'manifest');
        const rows = parts.flatMap((part) => (part.kind === 'line' ? [[part.section, part.line]] : []));
        assert.deepEqual(
          rows,
          content.flatMap(({ name, rows: lines }) => lines.map((line) => [name, line])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('shows each line that is missing, doubled, changed or cut', async () => {
    const text = await written([
      { name: 'records/public.a', rows: ['{"a":"1"}', '{"a":"2"}'] },
      { name: 'events/accesses', rows: ['{"at":"x"}'] },
    ]);
    const lines = text.trimEnd().split('\n');
    const isWhole = async (other: readonly string[]) =>
      (await read(`${other.join('\n')}\n`)).at(-1)?.kind === 'manifest';
    assert.equal(await isWhole(lines), true);
    for (const [at, line] of lines.entries()) {
      assert.equal(await isWhole(lines.toSpliced(at, 1)), false, `without line ${at}`);
      assert.equal(await isWhole(lines.toSpliced(at, 0, line)), false, `line ${at} twice`);
      if (at > 0)
        assert.equal(
          await isWhole(lines.with(at, line.replace(/[0-9a-f](?=[^0-9a-f]*$)/, 'z'))),
          false,
          `line ${at} changed`,
        );
      assert.equal(await isWhole(lines.slice(0, at)), false, `cut before line ${at}`);
    }
  });

  it('takes no text for a backup that is none, and never throws', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('# {"section":"records/a"}', '# {"manifest":[]}', '# {', '{}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.boolean(), async (lines, hasHead) => {
        const head = hasHead ? [`# ${JSON.stringify(HEAD)}`, '# {"section":"records/a"}'] : [];
        const parts = await read([...head, ...lines].join('\n'));
        return parts.at(-1)?.kind === 'damaged';
      }),
    );
  });
});
