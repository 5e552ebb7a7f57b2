// What `vigie assess` reads: documents of facts and of scans, as one set of facts.
import {
  type BreachFacts,
  type Contradiction,
  factsFromExposure,
  isScanDocument,
  mergeFacts,
  type NotUnderstood,
  noFacts,
  parseFacts,
} from '@vigie/respond';
import * as v from 'valibot';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';

export interface ReadDocuments {
  readonly facts: BreachFacts;
  /** What the documents tell differently. */
  readonly contradictions: readonly Contradiction[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** The scans among them, each as it was written. */
  readonly scans: readonly ReadScan[];
}

export interface ReadScan {
  readonly path: string;
  readonly document: unknown;
}

/** Reads all documents; - is standard input. A document that is none of the two is a mistake in the argument. */
export async function readDocuments(world: World, paths: readonly string[]): Promise<ReadDocuments> {
  let read: ReadDocuments = { facts: noFacts(), contradictions: [], notUnderstood: [], scans: [] };
  for (const path of paths) {
    const document = await readJson(world, path);
    const isScan = isScanDocument(document);
    const { facts, notUnderstood } = isScan ? scanned(path, document) : stated(path, document);
    const merged = mergeFacts(read.facts, facts);
    read = {
      facts: merged.facts,
      contradictions: [...read.contradictions, ...merged.contradictions],
      notUnderstood: [...read.notUnderstood, ...notUnderstood],
      scans: isScan ? [...read.scans, { path, document }] : read.scans,
    };
  }
  return read;
}

function scanned(path: string, document: unknown): { facts: BreachFacts; notUnderstood: readonly NotUnderstood[] } {
  const facts = factsFromExposure(document);
  if ('code' in facts) throw new UsageFault(path, facts.message);
  return { facts, notUnderstood: [] };
}

/** Facts have no `schema`; what says that it is another document of Vigie is not read as facts of which nothing is understood. */
function stated(path: string, document: unknown) {
  const { schema } = v.parse(v.fallback(v.object({ schema: v.exactOptional(v.string()) }), {}), document);
  if (schema !== undefined) {
    throw new UsageFault(
      path,
      `${schema} holds no facts; give facts, or what vigie scan --classify --format json wrote`,
    );
  }
  const read = parseFacts(document);
  if ('code' in read) throw new UsageFault(path, read.message);
  return read;
}

async function readJson(world: World, path: string): Promise<unknown> {
  const text = path === '-' ? await readInput(world) : await readText(path, path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageFault(path, 'it is not JSON; give facts, or what vigie scan --classify --format json wrote');
  }
}

/** No document of facts or of a scan is larger. */
const MAX_INPUT = 64 * 1024 * 1024;

async function readInput(world: World): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of world.in) {
    size += part.length;
    if (size > MAX_INPUT) throw new UsageFault('-', 'standard input is larger than 64 MiB');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
