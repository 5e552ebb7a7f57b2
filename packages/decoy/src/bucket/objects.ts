// The buckets of the decoy store: exports of the honey tables, a backup and settings with keys, and a web site.
import { createHash } from 'node:crypto';
import { type Honey, type HoneyTable, rowObject } from '../honey/honey.ts';

export interface HoneyObject {
  readonly key: string;
  readonly type: string;
  readonly size: number;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly content: () => Buffer;
}

export interface Bucket {
  readonly name: string;
  readonly created: number;
  readonly objects: readonly HoneyObject[];
}

const HOUR_MS = 3_600_000;
const known = new WeakMap<Honey, readonly Bucket[]>();

/** @param since when the decoy was stood up; objects are older */
export function bucketsOf(honey: Honey, since: number): readonly Bucket[] {
  const before = known.get(honey);
  if (before) return before;
  const object = (key: string, type: string, text: string, hours: number): HoneyObject => {
    const content = Buffer.from(text);
    const etag = createHash('md5').update(content).digest('hex');
    return { key, type, size: content.length, etag, modified: since - hours * HOUR_MS, content: () => content };
  };
  const table = (name: string) => honey.tables.find((one) => one.name === name);
  const csv = (name: string) => csvOf(table(name));
  const buckets: readonly Bucket[] = [
    {
      name: 'backups',
      created: since - 9_000 * HOUR_MS,
      objects: [
        object('config/production.env', 'text/plain', settingsOf(table('api_keys')), 410),
        object('db/customers.csv', 'text/csv', csv('customers'), 26),
        object('db/orders.csv', 'text/csv', csv('orders'), 26),
        object('keys/api_keys.csv', 'text/csv', csv('api_keys'), 700),
      ],
    },
    {
      name: 'customer-exports',
      created: since - 4_100 * HOUR_MS,
      objects: [
        object('crm/customers.ndjson', 'application/x-ndjson', linesOf(table('customers')), 5),
        object('finance/orders.csv', 'text/csv', csv('orders'), 31),
      ],
    },
    {
      name: 'www',
      created: since - 9_400 * HOUR_MS,
      objects: [
        object(
          'index.html',
          'text/html',
          '<!doctype html><title>Shop</title><h1>We are back soon</h1><a href="/customer-exports/">exports</a>\n',
          2_000,
        ),
        object('robots.txt', 'text/plain', 'User-agent: *\nDisallow: /backups/\nDisallow: /customer-exports/\n', 2_000),
      ],
    },
  ];
  known.set(honey, buckets);
  return buckets;
}

/** No value of the honey rows has a comma, a quote or a line's end in it. */
function csvOf(table: HoneyTable | undefined): string {
  if (!table) return '';
  return `${[table.columns.map(({ name }) => name), ...table.rows].map((row) => row.join(',')).join('\n')}\n`;
}

function linesOf(table: HoneyTable | undefined): string {
  return table ? table.rows.map((row) => `${JSON.stringify(rowObject(table, row))}\n`).join('') : '';
}

function settingsOf(table: HoneyTable | undefined): string {
  const [first] = table?.rows ?? [];
  if (!table || !first) return '';
  const { access_key_id, secret_access_key, deploy_token } = rowObject(table, first);
  return `AWS_ACCESS_KEY_ID=${access_key_id}\nAWS_SECRET_ACCESS_KEY=${secret_access_key}\nGITHUB_TOKEN=${deploy_token}\nAPP_ENV=production\n`;
}
