// What `vigie draft` may be told.
import { PAPER_FORMATS } from '@vigie/paper';
import type { FormAuthority, Language } from '@vigie/respond';
import { Option } from 'commander';

// Both lists are written here too, checked by the compiler, since loading the law would slow the start of every other command.
const BY_AUTHORITY: Record<FormAuthority, true> = { edpb: true, cnil: true };
const BY_LANGUAGE: Record<Language, true> = { en: true, fr: true, de: true, es: true, it: true, zh: true };

/** Those in whose form the authority can be notified. */
const AUTHORITIES = Object.keys(BY_AUTHORITY) as readonly FormAuthority[];

const DRAFT_LANGUAGES = Object.keys(BY_LANGUAGE) as readonly Language[];

export function authorityOption(): Option {
  return new Option('--authority <name>', 'in whose form the authority is notified')
    .choices(AUTHORITIES)
    .default('edpb');
}

export function languageOption(): Option {
  return new Option('--lang <language>', 'the language of the drafts').choices(DRAFT_LANGUAGES).default('en');
}

/** What can be drafted. */
export const DOCUMENTS = ['processor', 'authority', 'record', 'letters', 'public'] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

/** Formats of the files; json is the data of a notice for machines. */
export const FILE_FORMATS = [...PAPER_FORMATS, 'json'] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

export interface DraftOptions {
  readonly authority: FormAuthority;
  readonly lang: Language;
  /** The folder. */
  readonly output: string;
  readonly as: readonly FileFormat[];
  readonly only?: readonly DocumentName[];
  /** The file of what persons stated for the authority's form. */
  readonly answers?: string;
  readonly case?: string;
  readonly aware?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}
