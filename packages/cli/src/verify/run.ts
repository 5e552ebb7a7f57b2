// The work of `vigie verify`: reads the arguments, verifies the file, says what holds and what nobody can know.
import { type Verdict, verifyLogFile } from '@vigie/evidence';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { limitsOf } from './limits.ts';
import { type VerifyWords, verifyOptionsOf } from './options.ts';
import { verdictText } from './text.ts';

const STATUS: Record<Verdict['outcome'], ExitCode> = {
  verified: EXIT.clean,
  tampered: EXIT.findings,
  incomplete: EXIT.incomplete,
};

export async function runVerify(world: World, file: string, words: VerifyWords): Promise<ExitCode> {
  const verdict = await verifyLogFile(file, await verifyOptionsOf(words));
  await world.out.write(words.format === 'json' ? verdictJson(file, verdict) : verdictText(file, verdict));
  return STATUS[verdict.outcome];
}

function verdictJson(file: string, verdict: Verdict): string {
  const limits = verdict.outcome === 'verified' ? { limits: limitsOf(verdict) } : {};
  return `${JSON.stringify({ schema: 'vigie.verify/1', file, ...verdict, ...limits }, null, 2)}\n`;
}
