// The register of Article 33(5): every case, as JSON, as a table, or on paper.
import { hash } from 'node:crypto';
import { csvOf, paperOf, rendered } from '@vigie/paper';
import {
  draftRegister,
  MISSING_PARTS,
  missingParts,
  REGISTER_COLUMNS,
  type RegisterDocument,
  RegisterRecordSchema,
  registerRows,
} from '@vigie/respond';
import * as v from 'valibot';
import type { Actor } from '../access/actor.ts';
import { casesKeptFrom, knowsAllCases } from '../access/need-to-know.ts';
import type { CaseRow } from '../cases/change-case.ts';
import { type CaseRecord, caseRecords } from '../cases/register/case-record.ts';
import { unprovenFacts } from '../cases/register/register-proof.ts';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import type { Room } from '../room.ts';
import { Id, Instant } from './fields.ts';

const FORMATS = ['json', 'csv', 'pdf'] as const;

const MEDIA_TYPES = { json: 'application/json', csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

async function contentOf(
  room: Room,
  format: (typeof FORMATS)[number],
  language: 'en' | 'fr',
  records: readonly CaseRecord[],
  faults: readonly string[],
): Promise<Uint8Array> {
  const all = records.map(({ record }) => record);
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(documentOf(records, faults), null, 2)}\n`);
    case 'csv':
      return Buffer.from(csvOf([REGISTER_COLUMNS, ...registerRows(all)]));
    case 'pdf': {
      const madeAt = room.clock.now().getTime();
      return rendered(paperOf(draftRegister(all, language), { caseName: undefined, madeAt, kind: 'form' }), 'pdf');
    }
  }
}

function documentOf(records: readonly CaseRecord[], faults: readonly string[]): RegisterDocument {
  return {
    schema: 'vigie.register/1',
    proven: faults.length === 0,
    faults: [...faults],
    records: records.map(({ version, writtenAt, record }) => ({
      version,
      writtenAt: writtenAt.toISOString(),
      missing: missingParts(record),
      record,
    })),
  };
}

/** The cases of the register in their order, without those that are kept from whoever asks. */
async function casesFor({ records }: Room, actor: Actor): Promise<readonly CaseRow[]> {
  const all = records.selectFrom('breach_case').selectAll().orderBy('year').orderBy('number');
  return (knowsAllCases(actor) ? all : all.where('id', 'not in', casesKeptFrom(records, actor))).execute();
}

/** How many there are beside these. */
async function keptCount({ records }: Room, rows: readonly CaseRow[]): Promise<number> {
  const { count } = await records
    .selectFrom('breach_case')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) - rows.length;
}

export const listRegister = operation({
  id: 'listRegister',
  method: 'GET',
  path: '/api/register/records',
  summary: 'The records of the register as a page shows them, each with what Article 33(5) wants and is not in it yet',
  may: 'read-register',
  answer: v.object({
    items: v.array(
      v.object({
        caseId: Id,
        version: v.number(),
        writtenAt: Instant,
        missing: v.array(v.picklist(MISSING_PARTS)),
        record: RegisterRecordSchema,
      }),
    ),
    /** How many more there are that are kept from whoever asks. */
    kept: v.number(),
  }),
  async run({ room, actor }) {
    const rows = await casesFor(room, actor);
    const records = await caseRecords(room, rows);
    return {
      items: records.map((one) => ({ ...one, missing: missingParts(one.record) })),
      kept: await keptCount(room, rows),
    };
  },
});

function notWhole(kept: number): string {
  return `${kept} more records are kept from whoever asked for this, since their cases are limited to their members`;
}

export const getRegister = operation({
  id: 'getRegister',
  method: 'GET',
  path: '/api/register',
  summary:
    'The register of breaches (GDPR Article 33(5)), with what is missing in each record and whether the evidence log proves it',
  may: 'read-register',
  query: v.object({
    format: v.optional(v.picklist(FORMATS), 'json'),
    language: v.optional(v.picklist(['en', 'fr']), 'en'),
  }),
  gives: Object.values(MEDIA_TYPES),
  async run({ room, actor, query: { format, language } }) {
    const rows = await casesFor(room, actor);
    const records = await caseRecords(room, rows);
    const kept = await keptCount(room, rows);
    const faults = [...(await unprovenFacts(room, rows)), ...(kept === 0 ? [] : [notWhole(kept)])];
    const content = await contentOf(room, format, language, records, faults);
    await room.evidence.write({
      type: 'export',
      author: actor.accountId,
      payload: {
        subject: 'register',
        kind: `register/${format}`,
        sha256: hash('sha256', content),
        bytes: content.length,
        rows: records.length,
      },
    });
    // A part of the register says that it is one, also where its form has no place for it.
    const name = kept === 0 ? 'register' : `register-without-${kept}-kept`;
    return new Attachment(content, MEDIA_TYPES[format], `${name}.${format}`);
  },
});

export const registerOperations: readonly AnyOperation[] = [listRegister, getRegister];
