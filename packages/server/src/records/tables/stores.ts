// Stores, what became of each, what was seen of it over time, and how many stood open when.
import type { Posture } from '@vigie/probe';
import type { Generated, JSONColumnType } from 'kysely';

/** Enough of an inventory to tell whether it changed. */
export interface Shape {
  /** SHA-256 over the names of containers and collections. */
  readonly names: string;
  /** SHA-256 over the whole. */
  readonly whole: string;
  readonly containers: number;
  readonly collections: number;
  readonly rows: number;
  readonly bytes: number;
}

export interface PeopleBounds {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
}

export interface CountryCount {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly people: number;
}

export interface StoreKind {
  readonly kind: string;
  readonly level: 'certain' | 'possible';
  readonly rows: number;
  readonly columns?: readonly string[];
}

/** Container, collection, column, and the kinds in it. */
export type ColumnKinds = readonly [string, string, string, readonly string[]];

export interface KeptInventory {
  readonly containers: readonly {
    readonly name: string;
    readonly collections: readonly {
      readonly name: string;
      readonly rows?: number;
      readonly bytes?: number;
      readonly columns: readonly { readonly name: string; readonly type: string; readonly kinds: readonly string[] }[];
    }[];
  }[];
  readonly truncated?: boolean;
}

type Json<T extends object> = JSONColumnType<T, string | undefined, string>;
type NullableJson<T extends object> = JSONColumnType<T | null, string | null | undefined, string | null>;

export interface StoreTables {
  store: {
    id: string;
    scope_id: string;
    address: string;
    port: number;
    /** The file of probe that knows it: a closed Valkey cannot be told from a closed Redis, and is the same store. */
    family: string;
    product: string;
    product_version: string | null;
    software: string | null;
    /** What the owner calls the address. */
    name: string | null;
    transport: string;
    tls: boolean;
    /** open, partial, closed, unknown, gone */
    verdict: string;
    posture: JSONColumnType<Posture, string, string>;
    caveats: Json<readonly string[]>;
    first_seen_at: Date;
    first_seen_open_at: Date | null;
    /** When it was first seen open, of the stretch that lasts; null where it does not stand open. */
    open_since: Date | null;
    /** When it was last seen closed, or its port refusing; null where it never was. */
    closed_seen_at: Date | null;
    /** Of the last time that it was seen to open: when that was, and when it was last seen shut before. */
    opened_seen_at: Date | null;
    closed_before_open_at: Date | null;
    last_seen_at: Date;
    /** Of the last observation that was kept. */
    observed_at: Date;
    /** Since when the scans could not tell how it stands, and why. */
    unsure_since: Date | null;
    unsure_why: string | null;
    rows: number | null;
    bytes: number | null;
    shape: NullableJson<Shape>;
    inventory: NullableJson<KeptInventory>;
    people: NullableJson<PeopleBounds>;
    /** People of whom the data tells the country, as the last classification counted them. */
    countries: Json<readonly CountryCount[]>;
    kinds: Json<readonly StoreKind[]>;
    column_kinds: Json<readonly ColumnKinds[]>;
    classified_at: Date | null;
    /** While somebody waits for it. */
    classify_asked_at: Date | null;
    classified_shape: NullableJson<Shape>;
    classify_error: string | null;
    /** False once its scope is removed. */
    watched: Generated<boolean>;
    version: Generated<number>;
  };
  store_event: {
    id: string;
    store_id: string;
    at: Date;
    what: string;
    before: NullableJson<object>;
    after: NullableJson<object>;
    scan_id: string | null;
  };
  observation: {
    store_id: string;
    at: Date;
    verdict: string;
    rows: number | null;
    people: number | null;
  };
  open_count: {
    at: Date;
    open: number;
    partial: number;
  };
}
