// Single values of foreign records as what they should be, and undefined where they are something else.
import { endpointOf, type WrittenEndpoint } from '../events/endpoints.ts';
import { isRecord } from '../events/json-fields.ts';

/** A text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A count. Numbers of 64 bits are written as texts by some, and as `{"$numberLong": "1"}` by others. */
export function countOf(value: unknown): number | undefined {
  if (typeof value === 'string') return /^\d{1,20}$/.test(value) ? Number(value) : undefined;
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (!isRecord(value)) return undefined;
  const { $numberLong: long, $numberInt: int, $numberDouble: double } = value;
  const written = long ?? int ?? double;
  return isRecord(written) ? undefined : countOf(written);
}

/** Texts of a list; undefined where there are none. */
export function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = (value as unknown[]).filter((one): one is string => typeof one === 'string' && one !== '');
  return texts.length === 0 ? undefined : texts;
}

/** An address with or without a port, in IPv4's own form where it is written within IPv6. */
export function placeOf(value: unknown): WrittenEndpoint {
  // A socket of the machine itself, as PostgreSQL writes it.
  if (value === '[local]') return {};
  return endpointOf(
    textOf(value)
      ?.slice(0, 256)
      .replace(/^\[?::ffff:(\d[\d.]*)\]?/i, '$1'),
  );
}

/** A port; 0 stands for none. */
export function portOf(value: unknown): number | undefined {
  const port = countOf(value);
  return port !== undefined && port > 0 && port < 65_536 ? port : undefined;
}
