// Runs `vigie draft`: a case becomes notices, and each notice the files that were asked for.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { paperOf, rendered } from '@vigie/paper';
import { type NoticeDraft, parseStatedAnswers, type ReadAnswers } from '@vigie/respond';
import { readCase } from '../assess/read-case.ts';
import { complain, deliver } from '../classify/output.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { makePrivateFolder, readText, writePrivate } from '../files.ts';
import type { World } from '../world.ts';
import { type DraftedNotice, noticesFor } from './notices.ts';
import type { DraftOptions, FileFormat } from './options.ts';

/** A file that is to be written. */
interface PlannedFile {
  readonly path: string;
  readonly format: FileFormat;
  readonly notice: DraftedNotice;
}

/** @returns the exit status, see exit-codes.ts */
export async function runDraft(world: World, paths: readonly string[], options: DraftOptions): Promise<ExitCode> {
  const { authority, lang: language, output, as, only, case: caseName, aware, force = false } = options;
  const { facts, assessment, nowMs, notUnderstood } = await readCase(world, paths, aware);
  const read = await readAnswers(options.answers);
  const now = new Date(nowMs).toISOString();
  const notices = noticesFor({ facts, assessment, authority, answers: read.stated, language, caseName, now, only });
  const files = notices.flatMap((notice) =>
    as.map((format): PlannedFile => ({ path: join(output, `${notice.name}.${format}`), format, notice })),
  );
  await makePrivateFolder('--output', output);
  if (!force) await refuseExisting(files);
  await complain(world, [
    ...[...notUnderstood, ...read.notUnderstood].map(
      ({ fact, why, assumed }) => `not understood: ${fact}: ${why}; assumed: ${assumed}`,
    ),
    ...assessment.contradictions.map(({ what }) => `contradiction, left out of the drafts: ${what}`),
    ...notices.flatMap(({ remarks }) => remarks),
  ]);
  const failed = await writeAll(files, { caseName, nowMs, force });
  if (failed !== undefined) {
    await complain(world, [failed]);
    return EXIT.incomplete;
  }
  const summary = options.format === 'json' ? summaryJson(notices, files) : summaryText(notices, files);
  return (await deliver(world, undefined, summary)) ? EXIT.clean : EXIT.incomplete;
}

/** What persons stated for the form; nothing where no file is named. */
async function readAnswers(path: string | undefined): Promise<ReadAnswers> {
  if (path === undefined) return { stated: {}, notUnderstood: [] };
  const text = await readText('--answers', path);
  try {
    return parseStatedAnswers(JSON.parse(text));
  } catch {
    throw new UsageFault('--answers', `${path} is not JSON; write it as {"field_12": "Example SAS"}`);
  }
}

/** All files are looked at before the first is written, so that a folder never holds half of a new draft and half of an old one. */
async function refuseExisting(files: readonly PlannedFile[]): Promise<void> {
  for (const { path } of files) {
    const isThere = await stat(path).then(
      () => true,
      () => false,
    );
    if (isThere)
      throw new UsageFault(path, 'it is there already; name another folder with --output, or replace it with --force');
  }
}

interface WriteOptions {
  readonly caseName: string | undefined;
  readonly nowMs: number;
  readonly force: boolean;
}

/** Undefined where all were written, else what went wrong. */
async function writeAll(files: readonly PlannedFile[], options: WriteOptions): Promise<string | undefined> {
  for (const file of files) {
    const bytes = await contentOf(file, options);
    try {
      await writePrivate(file.path, bytes, options.force);
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      return `${file.path}: it cannot be written (${why}); the files before it are written`;
    }
  }
  return undefined;
}

function contentOf({ format, notice }: PlannedFile, { caseName, nowMs }: WriteOptions): Promise<Uint8Array> | string {
  if (format === 'json') return `${JSON.stringify(notice.json, null, 2)}\n`;
  return rendered(paperOf(notice.draft, { caseName, madeAt: nowMs, kind: notice.kind }), format);
}

function filesOf({ name }: DraftedNotice, files: readonly PlannedFile[]): string[] {
  return files.filter(({ notice }) => notice.name === name).map(({ path }) => path);
}

function summaryText(notices: readonly DraftedNotice[], files: readonly PlannedFile[]): string {
  const sections = notices.map((notice) =>
    [
      `${notice.draft.title}: ${stateInWords(notice.draft)}`,
      ...filesOf(notice, files).map((path) => `   ${path}`),
      ...notice.draft.missing.slice(0, QUESTIONS).map(({ text, demandedBy }) => `   ? ${text} (${demandedBy})`),
      ...leftOver(notice.draft),
    ].join('\n'),
  );
  return `${[...sections, 'A person checks, completes, signs and files each of them; they are drafts and no legal advice.'].join('\n\n')}\n`;
}

/** Open questions that the terminal lists; the files have all of them. */
const QUESTIONS = 5;

function leftOver({ missing }: NoticeDraft): string[] {
  return missing.length > QUESTIONS ? [`   and ${missing.length - QUESTIONS} more questions, marked in the files`] : [];
}

function stateInWords({ missing }: NoticeDraft): string {
  if (missing.length === 0) return 'nothing is missing';
  return `INCOMPLETE, ${missing.length} ${missing.length === 1 ? 'question' : 'questions'} for a person`;
}

function summaryJson(notices: readonly DraftedNotice[], files: readonly PlannedFile[]): string {
  const drafts = notices.map((notice) => ({
    notice: notice.draft.notice,
    language: notice.draft.language,
    title: notice.draft.title,
    complete: notice.draft.missing.length === 0,
    missing: notice.draft.missing,
    files: filesOf(notice, files),
  }));
  return `${JSON.stringify({ schema: 'vigie.draft/1', drafts }, null, 2)}\n`;
}
