// The file that says what a data directory is: which form it has, its id, and the id of the key ring that belongs to it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '@vigie/evidence';
import * as v from 'valibot';
import { type DataDirFault, reasonOf } from './fault.ts';

export const FORMAT_FILE = 'vigie.json';

/** Raised when a program could no longer read what an older one wrote, or the other way round. */
export const FORMAT_VERSION = 1;

const SCHEMA = /^vigie\.data-dir\/([1-9]\d{0,5})$/;

const FormatSchema = v.object({
  schema: v.literal(`vigie.data-dir/${FORMAT_VERSION}`),
  id: v.pipe(v.string(), v.uuid()),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  keyRing: v.optional(v.pipe(v.string(), v.uuid())),
});

export type DataDirFormat = Readonly<v.InferOutput<typeof FormatSchema>>;

export function createFormat(id: string, madeAt: Date): DataDirFormat {
  return { schema: `vigie.data-dir/${FORMAT_VERSION}`, id, madeAt: madeAt.toISOString() };
}

/** @throws where it cannot be written */
export function writeFormat(folder: string, format: DataDirFormat): Promise<void> {
  return replaceFile(join(folder, FORMAT_FILE), `${JSON.stringify(format, undefined, 2)}\n`);
}

/** Undefined where the folder has none. @throws where it cannot be read */
export async function readFormat(folder: string): Promise<DataDirFormat | DataDirFault | undefined> {
  const path = join(folder, FORMAT_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return parseFormat(text, path);
}

function parseFormat(text: string, path: string): DataDirFormat | DataDirFault {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return damaged(path);
  }
  const format = v.safeParse(FormatSchema, parsed);
  if (format.success) return format.output;
  const named = v.safeParse(v.object({ schema: v.pipe(v.string(), v.regex(SCHEMA)) }), parsed);
  const version = named.success ? Number(SCHEMA.exec(named.output.schema)?.[1]) : 0;
  return version > FORMAT_VERSION ? newer(path, version) : damaged(path);
}

function newer(path: string, version: number): DataDirFault {
  return {
    code: 'newer-than-program',
    message: `${path} says form ${version}; this Vigie knows forms up to ${FORMAT_VERSION}`,
    remedy: 'start the newer Vigie that wrote it, or restore a backup into another directory; nothing was changed',
  };
}

function damaged(path: string): DataDirFault {
  return {
    code: 'damaged',
    message: `${path} does not say what a data directory's says`,
    remedy: 'restore a backup into another directory with vigie restore',
  };
}
