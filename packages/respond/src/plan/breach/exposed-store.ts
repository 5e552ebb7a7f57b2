// The stores of a scan that stand open, with the remedies that the scan gives for each.
import * as v from 'valibot';
import type { ExposureFault } from '../../exposure/facts-from-exposure.ts';

/** What goes on into a plan and from there onto a terminal holds no control characters. */
const Text = v.pipe(v.string(), v.regex(/^\P{Cc}*$/u, 'it holds control characters'));

const RemedySchema = v.object({ summary: Text, steps: v.array(Text), verify: Text, reference: Text });

const Answer = v.picklist(['yes', 'no', 'unknown']);

const StoresSchema = v.object({
  schema: v.literal('vigie.scan/1'),
  stores: v.array(
    v.object({
      address: v.pipe(v.string(), v.regex(/^[0-9A-Za-z.:%_-]+$/, 'it is no address')),
      port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
      product: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'it is the id of no product')),
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
 * The stores that strangers may read or write.
 *
 * @param document parsed JSON of `vigie scan --format json`
 * @returns a fault where it is no such document
 */
export function exposedStores(document: unknown): readonly ExposedStore[] | ExposureFault {
  const parsed = v.safeParse(StoresSchema, document);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return {
      code: 'exposure/no-scan',
      message: `not a scan as vigie writes it: ${v.getDotPath(issue)}: ${issue.message}`,
    };
  }
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
