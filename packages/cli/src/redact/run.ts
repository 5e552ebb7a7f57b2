// The work of `vigie redact`: reads the policy, makes a redactor, copies line by line.
import { createReadStream, readFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  builtInKinds,
  type Classifier,
  catalogueRules,
  createDefaultClassifier,
  createRedactor,
  DEFAULT_POLICY,
  PolicyFault,
  parsePolicy,
  type RedactionPolicy,
  type Redactor,
  type RuleSet,
  readGitleaksToml,
  redactStream,
} from '@vigie/classify';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';
import type { Given, RedactOptions } from './options.ts';

const SHORTEST_KEY = 16;
const LARGEST_KEY_FILE = 1 << 20;

export async function runRedact(
  world: World,
  files: readonly string[],
  options: RedactOptions,
  given: Given,
): Promise<ExitCode> {
  const policy = await policyOf(options, given);
  const classifier = createClassifierFor(policy, await rulesOf(options));
  checkKinds(policy, classifier, options.policy === undefined ? '--mask' : '--policy');
  const key = await secretOf(world, options, policy);
  await checkReadable(files);
  const redactor = createRedactor({ classifier, policy, key });
  const ending = await copy(world, files, redactor, options);
  await explain(world, redactor, options, ending);
  return ending === 'complete' ? EXIT.clean : EXIT.incomplete;
}

type Ending = 'complete' | 'the output was closed' | 'the input could not be read to its end';

async function copy(
  world: World,
  files: readonly string[],
  redactor: Redactor,
  { json = false, longestLine }: RedactOptions,
): Promise<Ending> {
  for (const file of files.length === 0 ? ['-'] : files) {
    const source = file === '-' ? world.in : createReadStream(file);
    const redacted = redactStream(source, redactor, { json, longestLine });
    try {
      for (let next = await redacted.next(); !next.done; next = await redacted.next()) {
        if (await isWritten(world, next.value)) continue;
        await redacted.return(undefined);
        return 'the output was closed';
      }
    } catch {
      // The reading failed: whole lines were written, and the unfinished one is not.
      return 'the input could not be read to its end';
    }
  }
  return 'complete';
}

async function isWritten(world: World, bytes: Uint8Array): Promise<boolean> {
  try {
    await world.out.write(bytes);
    return true;
  } catch {
    // Closed pipe or full disk: nobody takes what follows.
    return false;
  }
}

/** Numbers only: what was withheld must not stand here either. */
async function explain(world: World, redactor: Redactor, { summary }: RedactOptions, ending: Ending): Promise<void> {
  const tell = (text: string) => world.err.write(`vigie: ${text}\n`).catch(() => {});
  if (ending !== 'complete') await tell(`${ending}; what follows was not let through`);
  if (redactor.withheld.size > 0) await tell(`withheld: ${listed(redactor.withheld)}`);
  if (summary) await tell(redactor.counts.size === 0 ? 'redacted: nothing' : `redacted: ${listed(redactor.counts)}`);
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

async function policyOf(options: RedactOptions, given: Given): Promise<RedactionPolicy> {
  const base = options.policy === undefined ? DEFAULT_POLICY : await readPolicy(options.policy);
  const allowed = [...(base.allowedKeys ?? []), ...(options.allowKeys ?? [])];
  const policy: RedactionPolicy = {
    kinds: [...base.kinds, ...given.kinds],
    keys: [...base.keys, ...given.keys],
    ...((base.allowedKeys ?? options.allowKeys) && { allowedKeys: allowed }),
    possible: base.possible && options.certain !== true,
  };
  if (!options.json && (policy.keys.length > 0 || policy.allowedKeys)) {
    const argument = given.keys.length > 0 ? '--key' : options.allowKeys ? '--allow-keys' : '--policy';
    throw new UsageFault(argument, 'rules for keys need lines of JSON; add --json');
  }
  return policy;
}

async function readPolicy(path: string): Promise<RedactionPolicy> {
  const text = await readText('--policy', path);
  const policy = parsePolicy(jsonOf(text, path));
  if (policy instanceof PolicyFault) throw new UsageFault('--policy', `${path}: ${policy.where}: ${policy.message}`);
  return policy;
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the file.
    throw new UsageFault('--policy', `${path} is no JSON; as in {"kinds": {"person/*": "hash"}}`);
  }
}

function createClassifierFor(policy: RedactionPolicy, rules: RuleSet | undefined): Classifier {
  const kinds = builtInKinds();
  const named = new Set(policy.kinds.filter(({ action }) => action !== 'keep').map((rule) => rule.kinds));
  const asked = kinds.filter(({ id, onRequest }) => onRequest && named.has(id)).map(({ id }) => id);
  if (asked.length === 0) return createDefaultClassifier({ ...(rules && { rules }) });
  // With a star, so that only those that are on request count on their bare shape.
  const usual = kinds.filter(({ onRequest }) => !onRequest).map(({ id }) => `${id}*`);
  return createDefaultClassifier({ kinds: [...usual, 'secret/*', ...asked], ...(rules && { rules }) });
}

/** A rule that is for no kind at all is a slip of the pen, and would let pass what it was meant for. */
function checkKinds({ kinds: rules }: RedactionPolicy, { kinds }: Classifier, argument: string): void {
  const ids = [...new Set([...kinds, ...builtInKinds()].map(({ id }) => id))];
  for (const rule of rules) {
    const policy: RedactionPolicy = { ...DEFAULT_POLICY, kinds: [rule] };
    if (ids.some((id) => fits(policy, id))) continue;
    const near = nearest(rule.kinds, ids).join(', ');
    throw new UsageFault(argument, `${JSON.stringify(rule.kinds)}: there is no such kind; near are ${near}`);
  }
}

function fits({ kinds: [rule] }: RedactionPolicy, id: string): boolean {
  const parts = (rule?.kinds ?? '').split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(id);
}

/** The three names with the fewest letters to change. */
function nearest(name: string, ids: readonly string[]): string[] {
  return ids
    .map((id) => ({ id, distance: editDistance(name.toLowerCase().slice(0, 80), id) }))
    .sort((a, b) => a.distance - b.distance || a.id.localeCompare(b.id, 'en'))
    .slice(0, 3)
    .map(({ id }) => id);
}

/** Letters to insert, delete or change to get from one word to another (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

async function rulesOf(options: RedactOptions): Promise<RuleSet | undefined> {
  const base = options.rules === undefined ? undefined : await readRules('--rules', options.rules);
  if (options.addRules === undefined) return base;
  const added = await readRules('--add-rules', options.addRules);
  const own = base ?? catalogueRules();
  const names = new Set(added.rules.map(({ id }) => id));
  return {
    title: own.title,
    rules: [...own.rules.filter(({ id }) => !names.has(id)), ...added.rules],
    allowlists: [...own.allowlists, ...added.allowlists],
  };
}

async function readRules(argument: string, path: string): Promise<RuleSet> {
  const read = readGitleaksToml(await readText(argument, path), path, {
    defaults: catalogueRules(),
    read: (named, from) => {
      const file = resolve(dirname(from), named);
      try {
        return { text: readFileSync(file, 'utf8'), file };
      } catch {
        return { fault: 'it cannot be read' };
      }
    },
  });
  if ('ruleSet' in read) return read.ruleSet;
  const first = read.faults[0];
  const where = first?.rule === undefined ? (first?.file ?? path) : `${first.file}, rule ${first.rule}`;
  const more = read.faults.length > 1 ? ` (and ${read.faults.length - 1} more)` : '';
  throw new UsageFault(argument, `${where}: ${first?.reason ?? 'no rules'}${more}`);
}

async function secretOf(world: World, { keyFile }: RedactOptions, policy: RedactionPolicy): Promise<Uint8Array> {
  if (keyFile !== undefined) return readSecret(keyFile);
  const isUsed = [...policy.kinds, ...policy.keys].some(({ action }) => action === 'hash' || action === 'token');
  if (isUsed) {
    await world.err.write(
      'vigie: hashes and tokens will not join with those of other runs; name a secret with --key-file to make them\n',
    );
  }
  return world.random(32);
}

async function readSecret(path: string): Promise<Uint8Array> {
  // Read as bytes: a secret may be random.
  await checkReadable([path], '--key-file');
  const bytes = await readFile(path);
  if (bytes.length < SHORTEST_KEY || bytes.length > LARGEST_KEY_FILE) {
    throw new UsageFault(
      '--key-file',
      `${path} has ${bytes.length} bytes; at least ${SHORTEST_KEY} are needed: head -c 32 /dev/urandom > FILE`,
    );
  }
  return bytes;
}

/** Complains before anything passes. */
async function checkReadable(files: readonly string[], argument = 'files'): Promise<void> {
  for (const file of files) {
    if (file === '-') continue;
    let isFolder = false;
    try {
      const handle = await open(file, 'r');
      isFolder = (await handle.stat()).isDirectory();
      await handle.close();
    } catch (error) {
      throw new UsageFault(
        argument,
        `cannot read ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      );
    }
    if (isFolder) throw new UsageFault(argument, `${file} is a folder; name files`);
  }
}
