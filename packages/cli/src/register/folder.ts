// The folder of a register: a file each case in cases/, the evidence log beside it, and what the one says of the other.
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageFault } from '../exit-codes.ts';
import { type CaseFile, isVersionOf, newest, parseCaseFile } from './case-file.ts';
import { type LoggedCases, type LoggedVersion, logFault, loggedCases } from './log-entries.ts';

export interface RegisterFolder {
  /** In the order of their names. */
  readonly cases: readonly CaseFile[];
  /** What was changed, taken away or put in past the log; nothing where the log proves every record. */
  readonly faults: readonly string[];
}

const CASE = '.json';
/** A version stands in such a file until the log has its entry, so that a crash between the two loses neither. */
const PENDING = '.json.pending';

export const logPath = (folder: string) => join(folder, 'evidence.jsonl');
export const casesPath = (folder: string) => join(folder, 'cases');
export const casePath = (folder: string, caseId: string) => join(casesPath(folder), `${caseId}${CASE}`);
export const pendingPath = (folder: string, caseId: string) => join(casesPath(folder), `${caseId}${PENDING}`);

/** Reads a register, changing nothing, and compares it with its log. A folder that is none is a mistake in the argument. */
export async function readRegister(folder: string): Promise<RegisterFolder> {
  if (!(await isThere(logPath(folder)))) {
    throw new UsageFault('--register', `${folder} holds no register; begin one with vigie register add`);
  }
  const broken = await logFault(logPath(folder));
  const logged = loggedCases(broken === undefined ? await readFile(logPath(folder), 'utf8') : '');
  const pending = await pendingIn(folder, logged);
  const cases = new Map<string, CaseFile>();
  const faults = broken === undefined ? [] : [broken];
  for (const name of await namesIn(folder, CASE)) {
    const file = await readCaseFile(join(casesPath(folder), `${name}${CASE}`));
    if (typeof file === 'string') faults.push(`${name}: ${file}`);
    else if (file.case !== name) faults.push(`${name}: the file says that it is of the case ${file.case}`);
    else cases.set(name, file);
  }
  for (const file of pending.logged) cases.set(file.case, file);
  const read = [...cases.values()].sort((a, b) => (a.case < b.case ? -1 : 1));
  return { cases: read, faults: broken === undefined ? [...faults, ...unprovenIn(read, logged)] : faults };
}

/** Ends what a crash left half done. Only for the one who holds the lock of the log: another may be about to write its entry. */
export async function settlePending(folder: string): Promise<void> {
  if ((await logFault(logPath(folder))) !== undefined) return;
  const logged = loggedCases(await readFile(logPath(folder), 'utf8'));
  const pending = await pendingIn(folder, logged);
  for (const file of pending.logged) await rename(pendingPath(folder, file.case), casePath(folder, file.case));
  for (const name of pending.others) await rm(pendingPath(folder, name));
  for (const [name, { isErased }] of logged) if (isErased) await rm(casePath(folder, name), { force: true });
}

/** Pending versions: those of which the log has the entry already, and the names of the others. */
async function pendingIn(folder: string, logged: LoggedCases) {
  const found: { logged: CaseFile[]; others: string[] } = { logged: [], others: [] };
  for (const name of await namesIn(folder, PENDING)) {
    // One that cannot be read now may be the only copy of a version of which the log has the entry: it is never taken for half of one.
    const text = await readFile(pendingPath(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw unreadable(pendingPath(folder, name), error);
    });
    const file = parseCaseFile(text);
    const last = logged.get(name)?.versions.at(-1);
    const isLogged =
      typeof file !== 'string' && file.case === name && last && isVersionOf(newest(file), last.commitment);
    if (isLogged) found.logged.push(file);
    else found.others.push(name);
  }
  return found;
}

async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(casesPath(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unreadable(casesPath(folder), error);
  });
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

function unreadable(path: string, { code = 'unknown error' }: NodeJS.ErrnoException): UsageFault {
  return new UsageFault('--register', `${path} cannot be read (${code}), so nothing can be said of the register`);
}

/** A text says what is wrong with it. */
async function readCaseFile(path: string): Promise<CaseFile | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? 'its file cannot be read' : parseCaseFile(text);
}

/** Where the files do not tell what the log does. */
function unprovenIn(cases: readonly CaseFile[], logged: LoggedCases): string[] {
  const gone = [...logged].filter(([id, { isErased }]) => !isErased && !cases.some((file) => file.case === id));
  return [
    ...cases.flatMap((file) => {
      const entry = logged.get(file.case);
      if (entry?.isErased) return [`${file.case}: the log says that this case was erased, and its file is there`];
      return unprovenVersions(file, entry?.versions ?? []);
    }),
    ...gone.map(([id]) => `${id}: the log tells of this case, and its file is gone or cannot be read`),
  ];
}

function unprovenVersions({ case: id, versions }: CaseFile, entries: readonly LoggedVersion[]): string[] {
  const faults = versions.flatMap((version, place) => {
    const entry = entries[place];
    if (entry === undefined) return [`${id}: version ${place + 1} is not in the log`];
    if (isVersionOf(version, entry.commitment)) return [];
    return [`${id}: version ${place + 1} is not what entry ${entry.sequence} of the log was written for`];
  });
  const missing = entries.length - versions.length;
  return missing > 0
    ? [...faults, `${id}: ${missing} of the ${entries.length} versions in the log are not in its file`]
    : faults;
}

export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
