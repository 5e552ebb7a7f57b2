// The ring of keys: one that seals, older ones that still open, and a base from which secrets are drawn that no rotation changes.
import * as v from 'valibot';

const KEY_BYTES = 32;

/** 256 bits in base64url without padding. */
const Secret = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

const KeyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/));

const Key = v.object({ id: KeyId, madeAt: v.pipe(v.string(), v.isoTimestamp()), secret: Secret });

const KeyRingSchema = v.pipe(
  v.object({
    schema: v.literal('vigie.key-ring/1'),
    id: v.pipe(v.string(), v.uuid()),
    /** Id of the data directory that it was made for. */
    dataDirectory: v.pipe(v.string(), v.uuid()),
    base: Secret,
    current: KeyId,
    keys: v.pipe(v.array(Key), v.minLength(1)),
  }),
  v.check(({ current, keys }) => keys.some(({ id }) => id === current)),
  v.check(({ keys }) => new Set(keys.map(({ id }) => id)).size === keys.length),
);

export type KeyRing = Readonly<v.InferOutput<typeof KeyRingSchema>>;

export type Random = (count: number) => Uint8Array;

/** What new keys are made with. */
export interface KeyMaking {
  readonly now: () => Date;
  readonly random: Random;
}

/** A ring with one key. @param ids of the ring, and of the data directory */
export function createKeyRing(
  ids: { readonly id: string; readonly dataDirectory: string },
  making: KeyMaking,
): KeyRing {
  const key = createKey(making);
  const base = encoded(making.random(KEY_BYTES));
  return { schema: 'vigie.key-ring/1', ...ids, base, current: key.id, keys: [key] };
}

/** The ring with a new current key; the others stay, since they open what they sealed. */
export function withNewKey(ring: KeyRing, making: KeyMaking): KeyRing {
  const key = createKey(making);
  return { ...ring, current: key.id, keys: [...ring.keys, key] };
}

/** The ring without keys that nothing is sealed with any more; the current one always stays. */
export function withoutKeys(ring: KeyRing, ids: readonly string[]): KeyRing {
  return { ...ring, keys: ring.keys.filter(({ id }) => id === ring.current || !ids.includes(id)) };
}

/** Reads a ring; undefined where the text is none. */
export function parseKeyRing(text: string): KeyRing | undefined {
  try {
    const parsed = v.safeParse(KeyRingSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // JSON.parse names a place in the text, which is a secret.
    return undefined;
  }
}

export function formatKeyRing(ring: KeyRing): string {
  return `${JSON.stringify(ring, undefined, 2)}\n`;
}

const ID_BYTES = 6;

function createKey({ now, random }: KeyMaking): KeyRing['keys'][number] {
  const id = Buffer.from(random(ID_BYTES)).toString('hex');
  return { id, madeAt: now().toISOString(), secret: encoded(random(KEY_BYTES)) };
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
