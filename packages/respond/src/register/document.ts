// The register as one document, `vigie.register/1`: what `vigie register export --format json` prints.
import * as v from 'valibot';
import { MISSING_PARTS } from './missing.ts';
import { RegisterRecordSchema } from './record.ts';

export const RegisterDocumentSchema = v.object({
  schema: v.literal('vigie.register/1'),
  /** Whether the evidence log beside it proves every record. */
  proven: v.boolean(),
  faults: v.array(v.string()),
  records: v.array(
    v.object({
      version: v.number(),
      writtenAt: v.string(),
      /** What Article 33(5) wants and is not in the record. */
      missing: v.array(v.picklist(MISSING_PARTS)),
      record: RegisterRecordSchema,
    }),
  ),
});

export type RegisterDocument = v.InferOutput<typeof RegisterDocumentSchema>;
