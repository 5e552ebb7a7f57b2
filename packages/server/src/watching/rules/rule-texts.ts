// The texts of all rules: those that come with @vigie/detect, those of folders that the operator named, and those that people added.
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleText } from '@vigie/detect';
import { ruleFilesIn, termsOf } from '@vigie/follow';
import type { RuleOrders, RulePlace, SiteFile } from './rule-orders.ts';
import { inItsPlace, splitDocuments } from './split-documents.ts';

export interface RuleTexts {
  readonly texts: readonly RuleText[];
  /** Where each stands, by the path of its origin. */
  readonly places: ReadonlyMap<string, RulePlace>;
  /** Folders and files that cannot be read. */
  readonly notes: readonly string[];
}

/** Collections have thousands; more of one folder are no rules. */
const MOST_FILES = 50_000;
const MOST_BYTES = 256 << 20;
const AT_ONCE = 32;

export async function ruleTexts({ folders, files }: Pick<RuleOrders, 'folders' | 'files'>): Promise<RuleTexts> {
  const texts: RuleText[] = await ownTexts();
  const places = new Map<string, RulePlace>(texts.map(({ origin: { path } }) => [path, { origin: 'own', file: path }]));
  const notes: string[] = [];
  for (const folder of folders) {
    const found = await folderTexts(folder, notes);
    for (const { origin } of found) places.set(origin.path, { origin: 'folder', file: origin.path });
    texts.push(...found);
  }
  for (const file of files) {
    const parts = siteTexts(file);
    for (const { text, place } of parts) places.set(text.origin.path, place);
    texts.push(...parts.map(({ text }) => text));
  }
  return { texts, places, notes };
}

async function ownTexts(): Promise<RuleText[]> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@vigie/detect/package.json'))), 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return names.map((name) => ({
    text: readFileSync(join(folder, name), 'utf8'),
    origin: { path: `vigie/${name}`, licence: 'Apache-2.0' },
  }));
}

/** A folder that is away, or too large, stops nothing else. */
async function folderTexts(folder: string, notes: string[]): Promise<RuleText[]> {
  try {
    const files = await ruleFilesIn(folder);
    const terms = await termsOf(folder);
    if (files.length === 0) notes.push(`${folder}: there is no .yml or .yaml file in it`);
    if (files.length > MOST_FILES)
      notes.push(`${folder}: of its ${files.length} files the first ${MOST_FILES} are read`);
    const texts: RuleText[] = [];
    let bytes = 0;
    for (let begin = 0; begin < Math.min(files.length, MOST_FILES); begin += AT_ONCE) {
      const some = files.slice(begin, begin + AT_ONCE);
      const read = await Promise.all(some.map((file) => textOf(file, notes)));
      for (const [index, text] of read.entries()) {
        bytes += text?.length ?? 0;
        const path = join(basename(folder), relative(folder, some[index] ?? ''));
        if (text !== undefined && bytes <= MOST_BYTES) texts.push({ text, origin: { path, ...terms } });
      }
    }
    if (bytes > MOST_BYTES) notes.push(`${folder}: it is larger than 256 MiB; what is beyond is not read`);
    return texts;
  } catch (error) {
    notes.push(`${folder}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
    return [];
  }
}

const LARGEST_FILE = 4 << 20;

async function textOf(file: string, notes: string[]): Promise<string | undefined> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) {
      notes.push(`${file}: it is larger than 4 MiB, and is not read`);
      return undefined;
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    notes.push(`${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
    return undefined;
  }
}

interface SiteText {
  readonly text: RuleText;
  readonly place: RulePlace;
}

/** Each document by itself: one that is not even YAML spoils no other. */
export function siteTexts({ id, name, text, licence, link }: SiteFile): readonly SiteText[] {
  const terms = { ...(licence !== undefined && { licence }), ...(link !== undefined && { link }) };
  return splitDocuments(text).map((part) => ({
    text: { text: inItsPlace(part), origin: { path: `site/${id}#${part.line}`, ...terms } },
    place: { origin: 'site', file: name, fileId: id, line: part.line },
  }));
}
