// The file of a backup, `vigie.backup/1`: gzip (RFC 1952) over lines of UTF-8. Lines of data are JSON as the stores gave them; lines that
// begin with `#` are the backup's own:
//
//     # {"schema":"vigie.backup/1", …}                           what it is of
//     # {"section":"records/public.finding"}                     lines of a table follow
//     # {"end":"records/public.finding","lines":3,"sha256":"…"}  how many there were, and their hash, line breaks included
//     # {"manifest":[{"section":…,"lines":…,"sha256":…}, …]}     all sections: a file without this last line is cut off
import { createHash, type Hash } from 'node:crypto';
import * as v from 'valibot';

const Names = v.array(v.pipe(v.string(), v.maxLength(200)));

const HeadSchema = v.object({
  schema: v.literal('vigie.backup/1'),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Of the data directory; a restored one keeps it, and with it the place of its keys. */
  id: v.pipe(v.string(), v.uuid()),
  dataDirMadeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** The ring that opens what is sealed in it; its keys are not in the file. */
  keyRing: v.pipe(v.string(), v.uuid()),
  /** Names of the migrations that the records have gone through. */
  recordsMigrations: Names,
  eventsMigrations: Names,
  /** Of the tables of the queue. */
  queueVersion: v.number(),
});

export type BackupHead = Readonly<v.InferOutput<typeof HeadSchema>>;

const SectionSchema = v.object({
  section: v.pipe(v.string(), v.regex(/^(?:records|events|evidence)\/[\w.]{1,200}$/)),
  lines: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** One section, as the manifest has it. */
export type Section = Readonly<v.InferOutput<typeof SectionSchema>>;

const BeginSchema = v.object({ section: SectionSchema.entries.section });
const EndSchema = v.object({ end: v.string(), lines: v.number(), sha256: v.string() });
const ManifestSchema = v.object({ manifest: v.array(SectionSchema) });

/** Takes text to be written; resolves when more may come. */
export type Write = (text: string | Uint8Array) => Promise<void>;

export type BackupWriter = ReturnType<typeof createBackupWriter>;

/** Writes sections one after the other, and the manifest at the end. */
export function createBackupWriter(write: Write) {
  const manifest: Section[] = [];
  const own = (line: object) => write(`# ${JSON.stringify(line)}\n`);
  return {
    head: (head: BackupHead) => own(head),
    /** @param fill writes whole lines, each with its line break; a part may end inside of a line */
    async section<T>(name: string, fill: (write: Write) => Promise<T>): Promise<T> {
      await own({ section: name });
      const tally = createTally();
      const result = await fill(async (part) => {
        tally.add(part);
        await write(part);
      });
      const section = { section: name, ...tally.sum() };
      await own({ end: name, lines: section.lines, sha256: section.sha256 });
      manifest.push(section);
      return result;
    },
    async finish(): Promise<readonly Section[]> {
      await own({ manifest });
      return manifest;
    },
  };
}

const LINE_FEED = 10;

function createTally() {
  const hash: Hash = createHash('sha256');
  let lines = 0;
  return {
    add(part: string | Uint8Array) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      hash.update(bytes);
      for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
    },
    sum: () => ({ lines, sha256: hash.digest('hex') }),
  };
}

/** What a reader meets: the head first, then lines of sections, then the manifest. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'line'; readonly section: string; readonly line: string }
  | { readonly kind: 'end'; readonly section: Section }
  | { readonly kind: 'manifest'; readonly sections: readonly Section[] }
  | { readonly kind: 'damaged'; readonly line: number; readonly why: DamageKind };

type DamageKind = 'no-backup' | 'newer' | 'no-line-of-a-backup' | 'other-content' | 'cut-off';

/** Reads lines of a backup and checks each section; ends after the first damage. */
export async function* readBackup(lines: AsyncIterable<string>): AsyncGenerator<BackupPart> {
  let number = 0;
  let open: { readonly name: string; readonly tally: ReturnType<typeof createTally> } | undefined;
  let isDone = false;
  const sections: Section[] = [];
  const damaged = (why: DamageKind): BackupPart => ({ kind: 'damaged', line: number, why });
  for await (const line of lines) {
    number += 1;
    if (number === 1) {
      const head = headIn(line);
      yield typeof head === 'string' ? damaged(head) : { kind: 'head', head };
      if (typeof head === 'string') return;
    } else if (isDone) {
      return yield damaged('no-line-of-a-backup');
    } else if (!line.startsWith('# ')) {
      if (open === undefined) return yield damaged('no-line-of-a-backup');
      open.tally.add(`${line}\n`);
      yield { kind: 'line', section: open.name, line };
    } else if (open === undefined) {
      const own = jsonIn(line);
      const [begin, manifest] = [v.safeParse(BeginSchema, own), v.safeParse(ManifestSchema, own)];
      if (begin.success) open = { name: begin.output.section, tally: createTally() };
      else if (!manifest.success) return yield damaged('no-line-of-a-backup');
      else if (JSON.stringify(manifest.output.manifest) !== JSON.stringify(sections))
        return yield damaged('other-content');
      else {
        isDone = true;
        yield { kind: 'manifest', sections };
      }
    } else {
      const end = v.safeParse(EndSchema, jsonIn(line));
      const section: Section = { section: open.name, ...open.tally.sum() };
      if (!end.success) return yield damaged('no-line-of-a-backup');
      const { end: name, lines: count, sha256 } = end.output;
      if (name !== section.section || count !== section.lines || sha256 !== section.sha256)
        return yield damaged('other-content');
      sections.push(section);
      open = undefined;
      yield { kind: 'end', section };
    }
  }
  if (!isDone) yield damaged(number === 0 ? 'no-backup' : 'cut-off');
}

function headIn(line: string): BackupHead | 'no-backup' | 'newer' {
  const own = jsonIn(line);
  const head = v.safeParse(HeadSchema, own);
  if (head.success) return head.output;
  const named = v.safeParse(v.object({ schema: v.pipe(v.string(), v.regex(/^vigie\.backup\/\d{1,6}$/)) }), own);
  return named.success && named.output.schema !== 'vigie.backup/1' ? 'newer' : 'no-backup';
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line.slice(2));
  } catch {
    // Whatever it is, it is none of the backup's own lines.
    return undefined;
  }
}
