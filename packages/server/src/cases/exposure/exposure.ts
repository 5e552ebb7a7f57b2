// An exposure as a case takes it: the part of `vigie.scan/1` that tells of open stores, from wherever it comes.
import * as v from 'valibot';

const Answer = v.picklist(['yes', 'no', 'unknown']);
const Word = v.pipe(v.string(), v.regex(/^\P{Cc}*$/u, 'it has control characters'), v.maxLength(20_000));
const Amount = v.pipe(v.number(), v.minValue(0), v.finite());
const Count = v.object({ lower: Amount, estimate: Amount, upper: Amount });
const Instant = v.pipe(v.string(), v.isoTimestamp('write an instant as 2026-03-27T09:00:00.000Z'));

const StoreSchema = v.object({
  address: v.pipe(v.string(), v.regex(/^[0-9A-Za-z.:%_-]{1,255}$/, 'it is no address')),
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  product: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, 'it is the id of no product')),
  posture: v.object({ read: Answer, write: Answer }),
  exposure: v.exactOptional(
    v.object({
      people: v.object({
        ...Count.entries,
        byCountry: v.pipe(v.array(v.object({ country: Word, people: Amount })), v.maxLength(300)),
      }),
      kinds: v.pipe(v.array(v.object({ kind: Word, edpb: v.array(Word), rows: Count })), v.maxLength(2000)),
      files: v.pipe(v.array(v.object({ rows: Count })), v.maxLength(100_000)),
      complete: v.boolean(),
    }),
  ),
  findings: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          severity: Word,
          remedy: v.object({ summary: Word, steps: v.array(Word), verify: Word, reference: Word }),
        }),
      ),
      v.maxLength(500),
    ),
    [],
  ),
});

/** What of a scan is kept with a case: no names of tables, no evidence. */
export const ScanSchema = v.object({
  schema: v.literal('vigie.scan/1'),
  startedAt: Instant,
  finishedAt: Instant,
  stores: v.pipe(v.array(StoreSchema), v.minLength(1, 'it has no store'), v.maxLength(1000)),
});

export type ScanDocument = v.InferOutput<typeof ScanSchema>;
export type ScannedStore = ScanDocument['stores'][number];

/** What a case is opened from. */
export interface Exposure {
  readonly scan: ScanDocument;
  /** The stores of the scan as the watch knows them; in the same order, undefined where it does not. */
  readonly storeIds: readonly (string | undefined)[];
  /** Findings that the case is about. */
  readonly findingIds: readonly string[];
  /** When the first sign of it was seen. */
  readonly detectedAt: Date;
}

/** A scan that somebody brings. */
export function exposureOfScan(scan: ScanDocument): Exposure {
  return {
    scan,
    storeIds: scan.stores.map(() => undefined),
    findingIds: [],
    detectedAt: new Date(scan.finishedAt),
  };
}
