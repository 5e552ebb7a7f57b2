// The stores of a scan that stand open, with the remedies that the scan gives for each.
import * as v from 'valibot';

const RemedySchema = v.object({
  summary: v.string(),
  steps: v.array(v.string()),
  verify: v.string(),
  reference: v.string(),
});

const Answer = v.picklist(['yes', 'no', 'unknown']);

const StoresSchema = v.object({
  schema: v.literal('vigie.scan/1'),
  stores: v.array(
    v.object({
      address: v.string(),
      port: v.number(),
      product: v.string(),
      posture: v.object({ read: Answer, write: Answer }),
      findings: v.exactOptional(v.array(v.object({ severity: v.string(), remedy: RemedySchema })), []),
    }),
  ),
});

export interface ExposedStore {
  readonly product: string;
  readonly address: string;
  readonly port: number;
  /** Whether strangers may change it. */
  readonly write: 'yes' | 'no' | 'unknown';
  /** How to close it, the gravest finding first. */
  readonly remedies: readonly v.InferOutput<typeof RemedySchema>[];
}

const GRAVEST_FIRST = ['critical', 'high', 'medium', 'low', 'info'];

/**
 * The stores that strangers may read or write; none where the document is no scan.
 *
 * @param document parsed JSON of `vigie scan --format json`
 */
export function exposedStores(document: unknown): readonly ExposedStore[] {
  const parsed = v.safeParse(StoresSchema, document);
  if (!parsed.success) return [];
  return parsed.output.stores
    .filter(({ posture }) => posture.read === 'yes' || posture.write === 'yes')
    .map(({ product, address, port, posture, findings }) => ({
      product,
      address,
      port,
      write: posture.write,
      remedies: findings
        .toSorted((a, b) => GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity))
        .map(({ remedy }) => remedy),
    }));
}
