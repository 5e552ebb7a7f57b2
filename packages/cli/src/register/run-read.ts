// Runs `vigie register list` and `vigie register export`: what is in the register, and whether its log proves it.
import { csvOf, paperOf, rendered } from '@vigie/paper';
import {
  draftRegister,
  missingParts,
  REGISTER_COLUMNS,
  type RegisterDocument,
  type RegisterRecord,
  registerRows,
} from '@vigie/respond';
import { complain, deliver } from '../classify/output.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkWritable } from '../files.ts';
import type { World } from '../world.ts';
import { newest } from './case-file.ts';
import { type RegisterFolder, readRegister } from './folder.ts';
import type { ExportOptions, ListOptions } from './options.ts';

/** @returns the exit status: 1 where the log does not prove every record */
export async function runList(world: World, { register, format }: ListOptions): Promise<ExitCode> {
  const folder = await readRegister(register);
  const text = format === 'json' ? registerJson(folder) : listText(folder);
  if (!(await deliver(world, undefined, text))) return EXIT.incomplete;
  return ended(world, folder);
}

/** @returns the exit status: 1 where the log does not prove every record; it is exported all the same, with the faults told */
export async function runExport(world: World, options: ExportOptions): Promise<ExitCode> {
  const { register, output } = options;
  await checkWritable(output);
  const folder = await readRegister(register);
  const content = await exported(folder, options, world.now());
  if (!(await deliver(world, output, content))) return EXIT.incomplete;
  return ended(world, folder);
}

async function ended(world: World, { faults }: RegisterFolder): Promise<ExitCode> {
  if (faults.length === 0) return EXIT.clean;
  await complain(world, ['the register is not what its log says:', ...faults]);
  return EXIT.findings;
}

function recordsOf({ cases }: RegisterFolder): RegisterRecord[] {
  return cases.map((file) => newest(file).record);
}

function exported(
  folder: RegisterFolder,
  { format, lang }: ExportOptions,
  nowMs: number,
): Promise<Uint8Array> | string {
  switch (format) {
    case 'json':
      return registerJson(folder);
    case 'csv':
      return csvOf([REGISTER_COLUMNS, ...registerRows(recordsOf(folder))]);
    case 'pdf': {
      const draft = draftRegister(recordsOf(folder), lang);
      return rendered(paperOf(draft, { caseName: undefined, madeAt: nowMs, kind: 'form' }), 'pdf');
    }
  }
}

function registerJson({ cases, faults }: RegisterFolder): string {
  const document: RegisterDocument = {
    schema: 'vigie.register/1',
    proven: faults.length === 0,
    faults: [...faults],
    records: cases.map((file) => {
      const { version, writtenAt, record } = newest(file);
      return { version, writtenAt, missing: missingParts(record), record };
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function listText(folder: RegisterFolder): string {
  const lines = folder.cases.flatMap((file) => {
    const { record, version, writtenAt } = newest(file);
    const { notifyAuthority, communicateToPersons } = record.decision;
    const missing = missingParts(record);
    return [
      `${record.case}  ${record.state}  version ${version}, ${writtenAt}  ${record.title}`,
      `   authority notified: ${notifyAuthority}; people told: ${communicateToPersons}; notices sent: ${record.notices.length}`,
      ...(missing.length > 0 ? [`   missing for Article 33(5): ${missing.join(', ')}`] : []),
    ];
  });
  const count = `${folder.cases.length} ${folder.cases.length === 1 ? 'breach' : 'breaches'}`;
  const proof = folder.faults.length === 0 ? ', each as its evidence log says' : '';
  return `${[...lines, `${count}${proof}`].join('\n')}\n`;
}
