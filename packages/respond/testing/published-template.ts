// The published JSON Schema of the EDPB's template (N. Franchetto and M. Taborda Barata, CC BY 4.0), which our own table is compared with.
import { existsSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../../../shared/corpora/respond/edpb-template.schema.json', import.meta.url);

interface PublishedField {
  readonly type: string;
  readonly enum?: readonly string[];
  /** Prose. */
  readonly 'x-visible-if'?: string;
  /** Prose. */
  readonly 'x-required-if'?: string;
}

interface PublishedSchema {
  readonly properties: Readonly<Record<string, PublishedField>>;
  /** Also of fields that are visible under a condition only. */
  readonly required: readonly string[];
}

/** Undefined where the corpus is not there. */
export const PUBLISHED: PublishedSchema | undefined = existsSync(SCHEMA)
  ? JSON.parse(readFileSync(SCHEMA, 'utf8'))
  : undefined;

/** Why a test is skipped. */
export const ABSENT = PUBLISHED ? false : 'the corpus ../shared/corpora/respond is not there';
