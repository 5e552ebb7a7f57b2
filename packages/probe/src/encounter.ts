// An encounter: one open port, from the first word to the report. Recognise, examine, and make what was found safe to keep.
import type { Budgets } from './budgets.ts';
import { type Finding, findingOf } from './finding.ts';
import { safeName, safeVersion } from './foreign-text.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { type Inventory, MAX_COLLECTIONS, MAX_COLUMNS } from './inventory.ts';
import { Ended, type Endpoint, type Line } from './line.ts';
import type { Dialler } from './net/dial.ts';
import { type Posture, posture, type Verdict, verdictOf } from './posture.ts';
import { type Recognised, recognise, type Unrecognised } from './recognise.ts';
import type { Examination, StoreDefinition } from './store.ts';
import type { Visit } from './visit.ts';

/** A store as a scan reports it. */
export interface StoreReport {
  readonly address: string;
  /** The name by which the owner called the address, where it was called by name. */
  readonly name?: string;
  readonly port: number;
  readonly transport: string;
  readonly tls: boolean;
  readonly product: string;
  readonly version?: string;
  readonly software?: string;
  readonly posture: Posture;
  readonly verdict: Verdict;
  readonly inventory?: Inventory;
  readonly findings: readonly Finding[];
  readonly caveats?: readonly string[];
}

/** A port that is open and shows no store that is known. */
export interface OtherService extends Unrecognised {
  readonly address: string;
  readonly port: number;
}

export interface EncounterContext {
  readonly stores: readonly StoreDefinition[];
  readonly budgets: Budgets;
  readonly dialler: Dialler;
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
  /** Hears of a programming mistake in a store's file. */
  readonly onFault: (fault: unknown, product: string) => void;
}

/** Meets whatever answers at an endpoint, over a line that is open already. */
export async function encounter(
  endpoint: Endpoint,
  line: Line,
  context: EncounterContext,
): Promise<StoreReport | OtherService> {
  const open = boundedOpener(endpoint, context);
  let greeted: Line | undefined;
  const clients = new Map<boolean, HttpClient>();
  const http = (tls: boolean): HttpClient => {
    const known = clients.get(tls);
    const client = known ?? createHttpClient(endpoint, tls, () => open(tls), context.budgets);
    clients.set(tls, client);
    return client;
  };
  try {
    const { stores, budgets, random } = context;
    const met = await recognise(line, { endpoint, stores, budgets, http, open: () => open(false) });
    if (!('store' in met)) return { address: endpoint.address, port: endpoint.port, ...met };
    greeted = met.line;
    const connect = () => {
      const first = greeted;
      greeted = undefined;
      return first ? Promise.resolve(first) : open(met.tls);
    };
    const visit: Visit = { endpoint, tls: met.tls, http: http(met.tls), connect, random };
    return await examine(endpoint, met, visit, context);
  } finally {
    greeted?.close();
    line.close();
    for (const client of clients.values()) client.close();
  }
}

async function examine(endpoint: Endpoint, met: Recognised, visit: Visit, context: EncounterContext) {
  try {
    return reportOf(endpoint, met, await met.store.examine(visit, met.sighting));
  } catch (fault) {
    // A mistake of ours in one store's file must not end the scan of all the others; it is told, never swallowed.
    const [{ id, title }] = met.store.products;
    context.onFault(fault, id);
    const caveat = `Vigie itself failed while it examined this ${title}; its posture is not known.`;
    return reportOf(endpoint, met, { product: id, posture: posture({}), signs: [], caveats: [caveat] });
  }
}

/** Opens lines as long as the endpoint's budgets of time and connections last. */
function boundedOpener(endpoint: Endpoint, context: EncounterContext) {
  const { budgets, dialler, now } = context;
  const deadline = now() + budgets.endpointMs;
  let opened = 0;
  return async (tls: boolean): Promise<Line | Ended> => {
    opened += 1;
    if (opened > budgets.connectionsPerEndpoint || now() > deadline) return new Ended('over-budget', 'connect');
    const line = await dialler.dial(endpoint);
    if (line instanceof Ended || !tls) return line;
    const ended = await line.startTls();
    if (ended) line.close();
    return ended ?? line;
  };
}

function reportOf(endpoint: Endpoint, met: Recognised, examination: Examination): StoreReport {
  const { address, port, host } = endpoint;
  const { transport } = met.sighting;
  const version = safeVersion(examination.version);
  return {
    address,
    ...(host !== address && { name: host }),
    port,
    transport,
    tls: met.tls,
    product: examination.product,
    ...(version !== undefined && { version }),
    ...(examination.software !== undefined && { software: safeName(examination.software) }),
    posture: examination.posture,
    verdict: verdictOf(examination.posture),
    ...(examination.inventory && { inventory: safeInventory(examination.inventory) }),
    findings: examination.signs.map((sign) => findingOf(sign, { address, port, transport }, version)),
    ...(examination.caveats && examination.caveats.length > 0 && { caveats: examination.caveats }),
  };
}

/** The inventory with its names made safe, and cut where a store tells of more than a report can hold. */
function safeInventory(inventory: Inventory): Inventory {
  let collections = 0;
  let columns = 0;
  let truncated = inventory.truncated === true;
  const containers = inventory.containers.map((container) => ({
    name: safeName(container.name),
    collections: container.collections.flatMap((collection) => {
      collections += 1;
      columns += collection.columns.length;
      if (collections > MAX_COLLECTIONS) {
        truncated = true;
        return [];
      }
      const keepsColumns = columns <= MAX_COLUMNS;
      truncated ||= !keepsColumns;
      const safeColumns = collection.columns.map(({ name, type, kinds }) => ({
        name: safeName(name),
        type: safeName(type),
        kinds,
      }));
      return [{ ...collection, name: safeName(collection.name), columns: keepsColumns ? safeColumns : [] }];
    }),
  }));
  return { containers, ...(truncated && { truncated }) };
}
