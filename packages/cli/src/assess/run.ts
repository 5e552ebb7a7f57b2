// Runs `vigie assess`: documents are read, become one set of facts, and are assessed for this moment.
import { deliver } from '../classify/output.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkWritable } from '../files.ts';
import type { World } from '../world.ts';
import type { AssessOptions } from './options.ts';
import { checkAware, readCase } from './read-case.ts';
import { assessmentText } from './text.ts';

/** @returns the exit status, see exit-codes.ts */
export async function runAssess(world: World, paths: readonly string[], options: AssessOptions): Promise<ExitCode> {
  const { aware, format, output } = options;
  checkAware(aware);
  await checkWritable(output);
  const { assessment, nowMs } = await readCase(world, paths, aware);
  const text =
    format === 'json' ? `${JSON.stringify(assessment, null, 2)}\n` : assessmentText(assessment, world.out, nowMs);
  return (await deliver(world, output, text)) ? EXIT.clean : EXIT.incomplete;
}
