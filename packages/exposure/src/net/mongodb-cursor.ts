// A page of documents in a reply of MongoDB, each as its BSON. https://www.mongodb.com/docs/manual/reference/command/getMore/

export interface CursorPage {
  /** 0 where there are no more. */
  readonly id: bigint;
  readonly documents: readonly Buffer[];
}

/** @returns undefined where the reply has no cursor as MongoDB gives it */
export function cursorPageOf(reply: Readonly<Record<string, unknown>>): CursorPage | undefined {
  const cursor: unknown = reply.cursor;
  if (typeof cursor !== 'object' || cursor === null || !('id' in cursor)) return undefined;
  const batch = 'firstBatch' in cursor ? cursor.firstBatch : 'nextBatch' in cursor ? cursor.nextBatch : undefined;
  const isWhole = Array.isArray(batch) && batch.every((each) => each instanceof Uint8Array);
  if (!isWhole || (typeof cursor.id !== 'bigint' && typeof cursor.id !== 'number')) return undefined;
  const bytes = batch as readonly Uint8Array[];
  return {
    id: BigInt(cursor.id),
    documents: bytes.map((each) => Buffer.from(each.buffer, each.byteOffset, each.length)),
  };
}
