// Kafka's protocol: the few requests that Vigie asks, each in versions that need no flexible encoding, and their
// responses. https://kafka.apache.org/protocol and clients/src/main/resources/common/message in Kafka's repository.
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** Sizes that only an attacker or another protocol sends. */
const MAX_RESPONSE = 8 * 1024 * 1024;
const MAX_ITEMS = 200_000;
const MAX_APIS = 1000;

export const API = {
  listOffsets: 2,
  metadata: 3,
  saslHandshake: 17,
  apiVersions: 18,
  describeAcls: 29,
  describeLogDirs: 35,
} as const;

/** The error codes that matter here, from the protocol's table of them. */
export const KAFKA_ERROR = {
  none: 0,
  topicAuthorizationFailed: 29,
  clusterAuthorizationFailed: 31,
  unsupportedSaslMechanism: 33,
  unsupportedVersion: 35,
  securityDisabled: 54,
} as const;

/** Operations as bits of `authorizedOperations`, KIP-430. */
export const OPERATION = { read: 3, write: 4, create: 5, delete: 6, alter: 7, alterConfigs: 11 } as const;

const CLIENT = 'vigie';

export interface ApiVersions {
  /** 35 where the version asked for is not known; then the ranges may be missing. */
  readonly error: number;
  readonly ranges: ReadonlyMap<number, { readonly min: number; readonly max: number }>;
  /** The highest level of each feature that the program supports, by name. */
  readonly features: ReadonlyMap<string, number>;
}

export interface Topic {
  readonly error: number;
  readonly name: string;
  readonly partitions: readonly number[];
  /** What this client may do with the topic; absent where the broker does not tell. */
  readonly operations?: number;
}

export interface Metadata {
  readonly brokers: number;
  readonly clusterId: string;
  readonly topics: readonly Topic[];
  /** What this client may do with the cluster; absent where the broker does not tell. */
  readonly operations?: number;
}

export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  readonly error: number;
  readonly offset: bigint;
}

export interface PartitionSize {
  readonly topic: string;
  readonly partition: number;
  readonly bytes: bigint;
}

/** A request of ours: its bytes, and the frame of its response. */
export interface KafkaRequest<T> {
  readonly bytes: Uint8Array;
  readonly frame: Frame<T>;
}

/** The versions of the requests a broker knows; answered before any login. Version 3 tells features too. */
export function apiVersionsRequest(id: number, version: 0 | 3): KafkaRequest<ApiVersions> {
  const isFlexible = version >= 3;
  const body = new ByteWriter();
  if (isFlexible) compactString(compactString(body.varuint(0), CLIENT), '1').varuint(0);
  return request(API.apiVersions, version, id, body, (reader) => {
    const error = reader.i16();
    // To a version that it does not know, a broker answers in version 0.
    return isFlexible && error !== KAFKA_ERROR.unsupportedVersion
      ? readFlexible(reader, error)
      : readRanges(reader, error);
  });
}

function readRanges(reader: ByteReader, error: number): ApiVersions {
  const ranges = new Map(
    array(reader, MAX_APIS, () => [reader.i16(), { min: reader.i16(), max: reader.i16() }] as const),
  );
  return { error, ranges, features: new Map() };
}

function readFlexible(reader: ByteReader, error: number): ApiVersions {
  const ranges = new Map(
    compactArray(reader, () => {
      const entry = [reader.i16(), { min: reader.i16(), max: reader.i16() }] as const;
      readTags(reader);
      return entry;
    }),
  );
  reader.i32(); // throttle time
  const supported = readTags(reader).get(0);
  const features = supported && parseWhole(supported, readFeatures);
  return { error, ranges, features: features ?? new Map() };
}

function readFeatures(reader: ByteReader): ReadonlyMap<string, number> {
  return new Map(
    compactArray(reader, () => {
      const name = reader.utf8(reader.varuint() - 1);
      reader.i16(); // the lowest level
      const highest = reader.i16();
      readTags(reader);
      return [name, highest] as const;
    }),
  );
}

type MetadataVersion = 1 | 4 | 8;

/** All topics. Topics that are not there are never created: none is named, and where it can be said, it is said. */
export function metadataRequest(id: number, version: MetadataVersion): KafkaRequest<Metadata> {
  const body = new ByteWriter().i32(-1);
  if (version >= 4) body.u8(0); // no auto-creation
  if (version >= 8) body.u8(1).u8(1); // tell what this client may do with the cluster, and with each topic
  return request(API.metadata, version, id, body, (reader) => {
    if (version >= 3) reader.i32(); // throttle time
    const brokers = array(reader, MAX_ITEMS, () => {
      reader.i32();
      string(reader);
      reader.i32();
      nullableString(reader);
    }).length;
    const clusterId = version >= 2 ? nullableString(reader) : '';
    reader.i32(); // the controller
    const topics = array(reader, MAX_ITEMS, () => readTopic(reader, version));
    return { brokers, clusterId, topics, ...operations(reader, version) };
  });
}

function readTopic(reader: ByteReader, version: MetadataVersion): Topic {
  const error = reader.i16();
  const name = string(reader);
  reader.u8(); // internal
  const partitions = array(reader, MAX_ITEMS, () => {
    reader.i16();
    const index = reader.i32();
    reader.i32(); // the leader
    if (version >= 7) reader.i32(); // its epoch
    const replicaLists = version >= 5 ? 3 : 2;
    for (let i = 0; i < replicaLists; i += 1) array(reader, MAX_APIS, () => reader.i32());
    return index;
  });
  return { error, name, partitions, ...operations(reader, version) };
}

/** A bit field; its lowest possible value says that the broker did not look. */
function operations(reader: ByteReader, version: MetadataVersion): { readonly operations?: number } {
  if (version < 8) return {};
  const bits = reader.i32();
  return bits === -(2 ** 31) ? {} : { operations: bits };
}

export const EARLIEST = -2n;
export const LATEST = -1n;

/** The first or the next offset of partitions: numbers only, no message. */
export function listOffsetsRequest(
  id: number,
  topics: readonly Pick<Topic, 'name' | 'partitions'>[],
  at: typeof EARLIEST | typeof LATEST,
): KafkaRequest<readonly PartitionOffset[]> {
  const body = new ByteWriter().i32(-1).i32(topics.length);
  for (const { name, partitions } of topics) {
    body.string16(name).i32(partitions.length);
    for (const partition of partitions) body.i32(partition).i64(at);
  }
  return request(API.listOffsets, 1, id, body, (reader) =>
    array(reader, MAX_ITEMS, () => {
      const topic = string(reader);
      return array(reader, MAX_ITEMS, () => {
        const [partition, error] = [reader.i32(), reader.i16()];
        reader.i64(); // the timestamp
        return { topic, partition, error, offset: reader.i64() };
      });
    }).flat(),
  );
}

/** The sizes of all partitions on this broker's disks. */
export function describeLogDirsRequest(id: number): KafkaRequest<readonly PartitionSize[]> {
  return request(API.describeLogDirs, 1, id, new ByteWriter().i32(-1), (reader) => {
    reader.i32(); // throttle time
    return array(reader, MAX_APIS, () => {
      reader.i16();
      string(reader); // the folder's path, of no concern
      return array(reader, MAX_ITEMS, () => {
        const topic = string(reader);
        return array(reader, MAX_ITEMS, () => {
          const entry = { topic, partition: reader.i32(), bytes: reader.i64() };
          reader.i64(); // lag
          return { ...entry, isFuture: reader.u8() !== 0 };
        });
      }).flat();
    })
      .flat()
      .filter((entry) => !entry.isFuture);
  });
}

/** Asks for the rules of a principal that does not exist: the answer is empty, refused, or that there are no rules at all. */
export function describeAclsRequest(id: number): KafkaRequest<{ readonly error: number }> {
  const any = 1;
  const body = new ByteWriter()
    .u8(any)
    .u16(0xffff) // any name
    .u8(any)
    .string16('User:vigie-no-such-user')
    .u16(0xffff) // any host
    .u8(any)
    .u8(any);
  return request(API.describeAcls, 1, id, body, (reader) => {
    reader.i32(); // throttle time
    return { error: reader.i16() };
  });
}

/** Names a mechanism that no listener has: one that wants a login says so, and no login is tried. */
export function saslHandshakeRequest(id: number): KafkaRequest<{ readonly error: number }> {
  const body = new ByteWriter().string16('VIGIE-NONE');
  return request(API.saslHandshake, 1, id, body, (reader) => ({ error: reader.i16() }));
}

function request<T>(
  api: number,
  version: number,
  id: number,
  body: ByteWriter,
  parse: (reader: ByteReader) => T,
): KafkaRequest<T> {
  const header = new ByteWriter().u16(api).u16(version).i32(id).string16(CLIENT);
  const rest = new ByteWriter().bytes(header.build()).bytes(body.build()).build();
  return {
    bytes: new ByteWriter().i32(rest.length).bytes(rest).build(),
    frame: frameOf((reader) => {
      const size = reader.i32();
      reader.expect(size >= 4 && size <= MAX_RESPONSE);
      reader.expect(reader.i32() === id);
      // A body that ends before its fields do is foreign, not incomplete: its size was told.
      const parsed = parseWhole(reader.bytes(size - 4), (inner) => ({ value: parse(inner) }));
      return parsed ? parsed.value : reader.fail();
    }),
  };
}

function string(reader: ByteReader): string {
  return reader.utf8(reader.i16());
}

function nullableString(reader: ByteReader): string {
  const length = reader.i16();
  return length === -1 ? '' : reader.utf8(length);
}

function array<T>(reader: ByteReader, max: number, read: () => T): T[] {
  const count = reader.i32();
  reader.expect(count >= -1 && count <= max);
  return times(count, read);
}

function compactArray<T>(reader: ByteReader, read: () => T): T[] {
  const count = reader.varuint() - 1;
  reader.expect(count <= MAX_APIS);
  return times(count, read);
}

function times<T>(count: number, read: () => T): T[] {
  const items: T[] = [];
  for (let i = 0; i < count; i += 1) items.push(read());
  return items;
}

/** Tagged fields, KIP-482: numbered bytes that a reader may leave unread. */
function readTags(reader: ByteReader): ReadonlyMap<number, Uint8Array> {
  const count = reader.varuint();
  reader.expect(count <= MAX_APIS);
  return new Map(times(count, () => [reader.varuint(), reader.bytes(reader.varuint())] as const));
}

function compactString(writer: ByteWriter, text: string): ByteWriter {
  return writer.varuint(Buffer.byteLength(text) + 1).utf8(text);
}
