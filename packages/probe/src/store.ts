// What a store's file defines: how the product is recognised, and what is asked of it.
import type { Rule, Sign } from './finding.ts';
import type { HttpClient } from './http-client.ts';
import type { Inventory } from './inventory.ts';
import type { Frame } from './line.ts';
import type { Posture, Verb } from './posture.ts';
import type { Visit } from './visit.ts';
import type { Answer } from './wire/http.ts';

/** What a recogniser says of bytes: it is mine; I need more to tell; it is not mine. */
export type Recognition = Sighting | 'more' | undefined;

/** A product seen at an endpoint, before anything is asked of it. */
export interface Sighting {
  /** The protocol spoken here, where a product has several: `http`, `native`, `amqp` … */
  readonly transport: string;
}

/** What a product's HTTP replies look like. */
interface HttpSigns {
  readonly transport: string;
  /**
   * What the reply to `GET /` says: `yes` it is this product, `no` it is not, `maybe` it could be; a sighting where
   * it is this product on another transport than the one above. Bodies can be long: look at the start only.
   */
  readonly root: (answer: Answer) => 'yes' | 'maybe' | 'no' | Sighting;
  /** Asked after a `maybe`: as few requests as tell; the same paths as other products use where possible. */
  readonly confirm?: (http: HttpClient) => Promise<boolean | Sighting>;
}

/** The ways in which a product can be recognised; at least one. All are pure over bytes. */
export interface Recognisers {
  /** By what the server says first, before anything is sent. */
  readonly banner?: (bytes: Uint8Array) => Recognition;
  /** By what it says to an HTTP request, where it does not speak HTTP. */
  readonly retort?: (bytes: Uint8Array) => Recognition;
  /** By its own shortest question, for products that neither speak first nor answer HTTP in a telling way. */
  readonly hello?: {
    readonly bytes: () => Uint8Array;
    readonly frame: Frame<Sighting | undefined>;
    /** The transport it is for, where the product has others that it is not for. */
    readonly transport?: string;
  };
  /** By HTTP. */
  readonly http?: HttpSigns;
}

export interface DefaultPort {
  readonly port: number;
  readonly transport: string;
  readonly tls?: true;
}

/** A product's name as it stands in reports. */
export interface ProductName {
  /** Lower case, as in `clickhouse`. */
  readonly id: string;
  /** As its makers write it, as in `ClickHouse`. */
  readonly title: string;
}

export interface StoreDefinition {
  /** Every product this file can name; the first is the one it is called after. */
  readonly products: readonly [ProductName, ...ProductName[]];
  readonly ports: readonly DefaultPort[];
  /** How often it is met; common ones are asked for first on a port that says nothing of itself. */
  readonly prevalence: 'common' | 'occasional' | 'rare';
  /** What an examination can tell: verbs, and whether version and inventory are to be had. */
  readonly tells: readonly (Verb | 'version' | 'inventory')[];
  /** Where the protocol is described. */
  readonly protocol: string;
  /** What the tests run against: the server itself, recordings of it, or a stand-in written from the documentation. */
  readonly testedAgainst: 'real server' | 'recorded real server' | 'stand-in';
  readonly recognise: Recognisers;
  readonly rules: readonly Rule[];
  /** The conversation after recognition. Never throws for anything a server sends. */
  readonly examine: (visit: Visit, sighting: Sighting) => Promise<Examination>;
}

/** What an examination found. */
export interface Examination {
  /** One of the definition's products. */
  readonly product: string;
  /** As the store tells it; absent where the protocol does not tell it to strangers. */
  readonly version?: string;
  /** The program behind a protocol that many speak: `vsftpd`, `openldap`, `mosquitto`, `minio`. */
  readonly software?: string;
  readonly posture: Posture;
  readonly inventory?: Inventory;
  readonly signs: readonly Sign[];
  /** What could not be asked, and why, in a sentence each. */
  readonly caveats?: readonly string[];
}

/** Checks a definition's type and leaves it as it is. */
export function defineStore(definition: StoreDefinition): StoreDefinition {
  return definition;
}

/** Common products before occasional and rare ones, and by name among equals. */
export function likelyFirst(stores: readonly StoreDefinition[]): StoreDefinition[] {
  const rank = { common: 0, occasional: 1, rare: 2 };
  return [...stores].sort(
    (a, b) => rank[a.prevalence] - rank[b.prevalence] || a.products[0].id.localeCompare(b.products[0].id, 'en'),
  );
}
