// Runs `vigie assess`: documents are read, become one set of facts, and are assessed for this moment.
import { assess, isInstant, withFact } from '@vigie/respond';
import { deliver } from '../classify/output.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { checkWritable } from '../files.ts';
import type { World } from '../world.ts';
import { readDocuments } from './documents.ts';
import type { AssessOptions } from './options.ts';
import { assessmentText } from './text.ts';

/** @returns the exit status, see exit-codes.ts */
export async function runAssess(world: World, paths: readonly string[], options: AssessOptions): Promise<ExitCode> {
  const { aware, format, output } = options;
  if (aware !== undefined && !isInstant(aware)) {
    throw new UsageFault('--aware', `there is no such day, hour, offset or time zone as ${aware}`);
  }
  await checkWritable(output);
  const { facts: read, contradictions, notUnderstood } = await readDocuments(world, paths);
  const nowMs = world.now();
  const now = new Date(nowMs).toISOString();
  const facts =
    aware === undefined
      ? read
      : withFact(read, 'aware', aware, { source: 'stated', certainty: 'unsaid', by: 'the option --aware', at: now });
  const assessment = assess(facts, { now, contradictions, notUnderstood });
  const text =
    format === 'json' ? `${JSON.stringify(assessment, null, 2)}\n` : assessmentText(assessment, world.out, nowMs);
  return (await deliver(world, output, text)) ? EXIT.clean : EXIT.incomplete;
}
