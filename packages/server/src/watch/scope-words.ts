// A scope as people write it becomes what a scan is asked: targets, ports, and the networks that may be connected to.
import {
  PortFault,
  parsePorts,
  parseScopeFile,
  type Resolve,
  resolveTargets,
  type Scope,
  ScopeFault,
  type ScopeFile,
  STORES,
  scopeOf,
  TargetFault,
} from '@vigie/probe';
import type { FieldError } from '../http/problem.ts';

export interface ScopeWords {
  readonly name: string;
  readonly targets: readonly string[];
  /** Null stands for the ports of all known products. */
  readonly ports: string | null;
  readonly authorised?: Authorisation | undefined;
}

/** A named person allows networks beyond loopback and private ones. */
export interface Authorisation {
  readonly authorisedBy: string;
  /** The last day, YYYY-MM-DD in UTC. */
  readonly until: string;
  /** Where nothing is said: the addresses and ranges among the targets. Names need it, since they may come to mean another address. */
  readonly networks?: readonly string[] | undefined;
}

/**
 * What is wrong with a scope, by field.
 *
 * @param today YYYY-MM-DD in UTC
 * @param resolve asks the names of targets, each once
 */
export async function faultsOf(words: ScopeWords, today: string, resolve: Resolve): Promise<readonly FieldError[]> {
  const faults: FieldError[] = [];
  const ports = portsOf(words);
  if (ports instanceof PortFault) faults.push({ pointer: '/body/ports', detail: ports.message });
  const file = scopeFileOf(words, today);
  if (file instanceof ScopeFault) faults.push({ pointer: '/body/networksAuthorised', detail: file.message });
  const scope = scopeOf(file instanceof ScopeFault ? undefined : file);
  const once = remembering(resolve);
  for (const [at, target] of words.targets.entries()) {
    const detail = await targetFault(target, scope, words.authorised, once);
    if (detail !== undefined) faults.push({ pointer: `/body/targets/${at}`, detail });
  }
  if (faults.length > 0) return faults;
  const together = await resolveTargets(words.targets, [], scope, once);
  return together instanceof TargetFault ? [{ pointer: '/body/targets', detail: together.message }] : [];
}

/** The ports that are asked, in ascending order. */
export function portsOf({ ports }: Pick<ScopeWords, 'ports'>): readonly number[] | PortFault {
  if (ports !== null) return parsePorts(ports);
  return [...new Set(STORES.flatMap((store) => store.ports.map(({ port }) => port)))].sort((a, b) => a - b);
}

/** The paper that allows more than loopback and private networks; undefined where there is none. */
export function scopeFileOf(
  { name, targets, authorised }: ScopeWords,
  today: string,
): ScopeFile | undefined | ScopeFault {
  if (authorised === undefined) return undefined;
  const { authorisedBy, until, networks = targets.filter(isNetwork) } = authorised;
  if (networks.length === 0)
    return new ScopeFault('"networks": the targets are names; say in which networks they may be connected to');
  return parseScopeFile(JSON.stringify({ owner: name, authorisedBy, networks, until }), today);
}

/** The day of an instant, as papers write it. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function isNetwork(target: string): boolean {
  const paper = { owner: 'x', authorisedBy: 'x', networks: [target] };
  return !(parseScopeFile(JSON.stringify(paper), '') instanceof ScopeFault);
}

/** Every address there is: only to tell a target that is not understood from one that is out of bounds. Nothing is connected to. */
const ANYWHERE: Scope = {
  owner: undefined,
  authorisedBy: undefined,
  allowed: [
    { family: 4, first: 0n, last: 2n ** 32n - 1n },
    { family: 6, first: 0n, last: 2n ** 128n - 1n },
  ],
};

async function targetFault(
  target: string,
  scope: Scope,
  authorised: Authorisation | undefined,
  resolve: Resolve,
): Promise<string | undefined> {
  const understood = await resolveTargets([target], [], ANYWHERE, resolve);
  if (understood instanceof TargetFault) return understood.message;
  if (!((await resolveTargets([target], [], scope, resolve)) instanceof TargetFault)) return undefined;
  return authorised === undefined
    ? 'it reaches beyond loopback and private networks: say in networksAuthorised who authorises that, and until when'
    : 'it reaches beyond loopback, private networks and those that networksAuthorised names; nothing else is ever connected to';
}

function remembering(resolve: Resolve): Resolve {
  const known = new Map<string, Promise<readonly string[] | undefined>>();
  return (name) => {
    const answer = known.get(name) ?? resolve(name);
    known.set(name, answer);
    return answer;
  };
}
