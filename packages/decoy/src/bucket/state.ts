// What one address sees of the decoy object store: buckets without the objects that it deleted, and with those that it put there.
import { createHash } from 'node:crypto';
import type { Setting } from '../decoy.ts';
import { createSeen } from '../view.ts';
import { type Bucket, bucketsOf, type HoneyObject } from './objects.ts';

const states = createSeen(({ honey, since }) => ({ buckets: bucketsOf(honey, since) }));

export function bucketsFor(setting: Setting): readonly Bucket[] {
  return states.of(setting).buckets;
}

const MAX_KEYS = 1_000;
const MAX_KEY = 1_024;
const byKey = (one: HoneyObject, other: HoneyObject) => (one.key < other.key ? -1 : 1);

function changedBucket(setting: Setting, name: string, objects: readonly HoneyObject[], bytes: number): void {
  const buckets = bucketsFor(setting).map((one) => (one.name === name ? { ...one, objects } : one));
  states.change(setting, { buckets }, bytes);
}

export function createBucket(setting: Setting, name: string): void {
  const buckets = bucketsFor(setting);
  if (buckets.some((one) => one.name === name) || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(name)) return;
  const next = [...buckets, { name, created: setting.now(), objects: [] }];
  states.change(setting, { buckets: next.sort((one, other) => (one.name < other.name ? -1 : 1)) }, name.length + 64);
}

/** @returns false where it has objects */
export function dropBucket(setting: Setting, name: string): boolean {
  const buckets = bucketsFor(setting);
  if (buckets.some((one) => one.name === name && one.objects.length > 0)) return false;
  states.change(setting, { buckets: buckets.filter((one) => one.name !== name) }, 0);
  return true;
}

/** @param given the bytes, or an object that is there, which takes no room @returns the ETag */
export function putObject(
  setting: Setting,
  bucket: string,
  key: string,
  given: { readonly content: Buffer; readonly type: string } | HoneyObject,
): string {
  const isCopy = 'etag' in given;
  // A copy of the bytes, since those that came are part of more.
  const bytes = isCopy ? undefined : Buffer.from(given.content);
  const etag = isCopy ? given.etag : createHash('md5').update(given.content).digest('hex');
  const object: HoneyObject = {
    key: key.slice(0, MAX_KEY),
    type: given.type.slice(0, 128),
    size: isCopy ? given.size : given.content.length,
    etag,
    modified: setting.now(),
    content: isCopy ? given.content : () => bytes ?? Buffer.alloc(0),
  };
  const found = bucketsFor(setting).find(({ name }) => name === bucket);
  if (!found) return etag;
  const objects = [...found.objects.filter((one) => one.key !== object.key), object].sort(byKey);
  changedBucket(setting, bucket, objects, (bytes?.length ?? 0) + key.length + 128);
  return etag;
}

export function dropObjects(setting: Setting, bucket: string, keys: readonly string[]): void {
  const found = bucketsFor(setting).find(({ name }) => name === bucket);
  const gone = new Set(keys);
  if (found)
    changedBucket(
      setting,
      bucket,
      found.objects.filter(({ key }) => !gone.has(key)),
      0,
    );
}

/** Of a request that deletes many. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export function keysOf(body: Buffer): readonly string[] {
  const found = [...body.toString('utf8').matchAll(/<Key>([^<]{1,1024})<\/Key>/g)].slice(0, MAX_KEYS);
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return found.map(([, key = '']) => key.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole));
}
