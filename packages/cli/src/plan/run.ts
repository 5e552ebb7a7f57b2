// Runs `vigie plan`: documents become facts and their assessment, and these a plan or a playbook.
import {
  type ExposedStore,
  exposedStores,
  instantOf,
  isInstant,
  planFor,
  playbookFor,
  settleFacts,
} from '@vigie/respond';
import type { ReadScan } from '../assess/documents.ts';
import { checkAware, readCase } from '../assess/read-case.ts';
import { deliver } from '../classify/output.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { checkWritable } from '../files.ts';
import type { World } from '../world.ts';
import { planMarkdown } from './markdown.ts';
import type { PlanCommandOptions } from './options.ts';
import { planText } from './text.ts';

/** @returns the exit status, see exit-codes.ts */
export async function runPlan(world: World, paths: readonly string[], options: PlanCommandOptions): Promise<ExitCode> {
  const { aware, now, created, output } = options;
  checkAware(aware);
  const nowMs = now === undefined ? world.now() : millisecondsOf('--now', now);
  const createdMs = created === undefined ? nowMs : millisecondsOf('--created', created);
  if (createdMs > nowMs) throw new UsageFault('--created', 'it is later than the moment for which the plan is');
  await checkWritable(output);
  const text = await planned({ ...world, now: () => nowMs }, paths, options, createdMs);
  return (await deliver(world, output, text)) ? EXIT.clean : EXIT.incomplete;
}

async function planned(
  world: World,
  paths: readonly string[],
  { aware, format, case: caseName }: PlanCommandOptions,
  createdMs: number,
): Promise<string> {
  const { facts: stated, assessment, nowMs, scans } = await readCase(world, paths, aware);
  const { facts } = settleFacts(stated);
  const now = new Date(nowMs).toISOString();
  const stores = scans.flatMap(storesOf);
  const plan = () => planFor(facts, assessment, { now, stores });
  switch (format) {
    case 'text':
      return planText(plan(), assessment, world.out, nowMs);
    case 'markdown':
      return planMarkdown(plan(), assessment, nowMs);
    case 'json':
      return json(plan());
    case 'cacao': {
      const name = caseName === undefined ? {} : { caseName };
      return json(playbookFor(facts, assessment, { now, stores, created: new Date(createdMs).toISOString(), ...name }));
    }
  }
}

function json(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function storesOf({ path, document }: ReadScan): readonly ExposedStore[] {
  const stores = exposedStores(document);
  if ('code' in stores) throw new UsageFault(path, stores.message);
  return stores;
}

function millisecondsOf(option: string, instant: string): number {
  if (!isInstant(instant))
    throw new UsageFault(option, `there is no such day, hour, offset or time zone as ${instant}`);
  return instantOf(instant).epochMilliseconds;
}
