// A case as the commands on a breach read it: documents become one set of facts, assessed for this moment.
import {
  type Assessment,
  assess,
  type BreachFacts,
  type Contradiction,
  isInstant,
  type NotUnderstood,
  withFact,
} from '@vigie/respond';
import { UsageFault } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { type ReadScan, readDocuments } from './documents.ts';

export interface ReadCase {
  /** As they were said; contradictions within them are for whoever uses them to take out. */
  readonly facts: BreachFacts;
  readonly assessment: Assessment;
  readonly nowMs: number;
  /** What the documents told differently from one another. */
  readonly contradictions: readonly Contradiction[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly scans: readonly ReadScan[];
}

/**
 * Reads the case.
 *
 * @param aware the controller's awareness as the option --aware says it
 */
export async function readCase(world: World, paths: readonly string[], aware: string | undefined): Promise<ReadCase> {
  checkAware(aware);
  const { facts: read, contradictions, notUnderstood, scans } = await readDocuments(world, paths);
  const nowMs = world.now();
  const now = new Date(nowMs).toISOString();
  const facts =
    aware === undefined
      ? read
      : withFact(read, 'aware', aware, { source: 'stated', certainty: 'unsaid', by: 'the option --aware', at: now });
  return {
    facts,
    assessment: assess(facts, { now, contradictions, notUnderstood }),
    nowMs,
    contradictions,
    notUnderstood,
    scans,
  };
}

export function checkAware(aware: string | undefined): void {
  if (aware !== undefined && !isInstant(aware)) {
    throw new UsageFault('--aware', `there is no such day, hour, offset or time zone as ${aware}`);
  }
}
