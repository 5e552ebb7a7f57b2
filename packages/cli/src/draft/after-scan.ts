// Drafts the notices of a scan that has just ended: from open port to draft in one command.
import { join } from 'node:path';
import { complain } from '../classify/output.ts';
import { EXIT } from '../exit-codes.ts';
import { makePrivateFolder, writePrivate } from '../files.ts';
import type { World } from '../world.ts';
import type { DraftOptions } from './options.ts';
import { runDraft } from './run.ts';

/** The report in the folder: a draft is made again from it once people have added what only they know. */
const REPORT = 'scan.json';

/**
 * Keeps the report in a folder and drafts from it.
 *
 * @param document the report as JSON
 * @returns whether all was written
 */
export async function draftAfterScan(
  world: World,
  document: string,
  folder: string,
  { authority, lang }: Pick<DraftOptions, 'authority' | 'lang'>,
): Promise<boolean> {
  await makePrivateFolder('--draft', folder);
  const report = join(folder, REPORT);
  try {
    await writePrivate(report, document, false);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const what =
      why === 'EEXIST' ? 'it is there already; name another folder with --draft' : `it cannot be written (${why})`;
    await complain(world, [`${report}: ${what}; nothing was drafted`]);
    return false;
  }
  const options: DraftOptions = { authority, lang, output: folder, as: ['pdf', 'docx', 'json'], format: 'text' };
  return (await runDraft(world, [report], options)) === EXIT.clean;
}
