// What facts are read from a scan: the part of `vigie.scan/1` (vigie scan --classify --format json) that tells of open stores, what is in
// them and whom it concerns.
import * as v from 'valibot';

const Answer = v.picklist(['yes', 'no', 'unknown']);

const CountSchema = v.object({ lower: v.number(), estimate: v.number(), upper: v.number() });

const ExposureSchema = v.object({
  people: v.object({
    ...CountSchema.entries,
    byCountry: v.array(v.object({ country: v.string(), people: v.number() })),
  }),
  kinds: v.array(v.object({ kind: v.string(), edpb: v.array(v.string()), rows: CountSchema })),
  files: v.array(v.object({ rows: CountSchema })),
  complete: v.boolean(),
});

const StoreSchema = v.object({
  address: v.string(),
  port: v.number(),
  product: v.string(),
  posture: v.object({ read: Answer, write: Answer }),
  exposure: v.exactOptional(ExposureSchema),
});

export const ScanDocumentSchema = v.object({
  schema: v.literal('vigie.scan/1'),
  startedAt: v.string(),
  finishedAt: v.string(),
  stores: v.array(StoreSchema),
});

export type ScanDocument = v.InferOutput<typeof ScanDocumentSchema>;
export type ScannedStore = ScanDocument['stores'][number];
export type StoreExposure = v.InferOutput<typeof ExposureSchema>;
