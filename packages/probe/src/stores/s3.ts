// Object stores that speak Amazon's S3 protocol: MinIO, Ceph, Garage, SeaweedFS, Amazon itself.
// https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html
import type { Evidence, Rule, Sign } from '../finding.ts';
import { type Collection, MAX_COLLECTIONS } from '../inventory.ts';
import { Ended } from '../line.ts';
import { posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import type { Answer as HttpAnswer } from '../wire/http.ts';
import { type XmlLeaf, xmlLeaves } from '../wire/xml.ts';

const WHY =
  'An object store keeps files: backups, exports, documents, pictures, data sets, often the most complete copies that there are. ';

const NO_AUTHENTICATION: Rule = {
  id: 's3/no-authentication',
  severity: 'critical',
  title: 'The object store lists all of its buckets to anyone',
  why:
    `${WHY}The list of all buckets is for account holders only in this protocol, and no policy of a bucket can grant it. This store ` +
    'gives it to a visitor without a login, so it does not check who is asking: whoever reaches the port may list and fetch the ' +
    'files, and probably store and delete some.',
  remedy: () => ({
    summary: 'Turn authentication on, make access keys for each application, and listen on internal addresses only.',
    steps: [
      'Close the port to everybody but the application hosts, before anything else.',
      'Configure identities: without any, SeaweedFS and several small servers let everybody do everything (SeaweedFS: weed s3 -config=FILE).',
      'Give each application an access key of its own with the buckets and actions it needs, and no anonymous identity.',
      'Read the access log for who fetched what, and treat every secret in the files as known to strangers.',
    ],
    verify: 'curl http://HOST:PORT/ has to answer 403 and AccessDenied.',
    reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  }),
};

const BUCKET_LISTABLE: Rule = {
  id: 's3/bucket-listable',
  severity: 'high',
  title: 'A bucket lists its files to anyone',
  why:
    `${WHY}This store has logins, but the policy of a bucket lets everybody list it: the names and sizes of all files are ` +
    'told to whoever asks. Policies that allow listing usually allow fetching too, and the list makes that a matter of minutes. ' +
    'Whether the files can be fetched was not tried.',
  remedy: () => ({
    summary: 'Take the public grants off the bucket.',
    steps: [
      'Read the policy and the access control list of the bucket, and remove every statement for everybody (Principal "*").',
      'MinIO: mc anonymous set none ALIAS/BUCKET. Amazon: turn Block Public Access on for the account and the bucket.',
      'Hand out single files by presigned addresses that expire, where the public needs some.',
      'Read the access log for who listed and fetched, and treat every secret in the files as known to strangers.',
    ],
    verify: "curl 'http://HOST:PORT/BUCKET?list-type=2' has to answer 403 and AccessDenied.",
    reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  }),
};

const METRICS_PUBLIC: Rule = {
  id: 's3/minio-metrics-public',
  severity: 'medium',
  title: 'MinIO tells the names and sizes of all buckets in its metrics',
  why:
    'The metrics of this MinIO are served without a token. They name every bucket with its number of files and bytes, also ' +
    'of buckets that are closed. The names are what an attacker needs to try each bucket for a public policy, and they often ' +
    'hold those of customers and projects.',
  remedy: () => ({
    summary: 'Serve the metrics to the monitoring system only.',
    steps: [
      'Remove MINIO_PROMETHEUS_AUTH_TYPE=public from the environment of the server; the default asks for a token.',
      'Make a scrape configuration with a token: mc admin prometheus generate ALIAS.',
      'Restart MinIO.',
    ],
    configuration: { file: '/etc/default/minio', text: 'MINIO_PROMETHEUS_AUTH_TYPE="jwt"' },
    verify: 'curl http://HOST:9000/minio/v2/metrics/bucket has to answer 403.',
    reference: 'https://min.io/docs/minio/linux/operations/monitoring/collect-minio-metrics-using-prometheus.html',
  }),
};

export default defineStore({
  products: [{ id: 's3', title: 'S3 object store' }],
  ports: [
    { port: 9000, transport: 'http' }, // MinIO
    { port: 7480, transport: 'http' }, // Ceph
    { port: 3900, transport: 'http' }, // Garage
    { port: 8333, transport: 'http' }, // SeaweedFS
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'version', 'inventory'],
  protocol: 'https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html',
  testedAgainst: 'stand-in',
  recognise: { http: { transport: 'http', root: (answer) => (rootOf(answer) ? 'yes' : 'no') } },
  rules: [NO_AUTHENTICATION, BUCKET_LISTABLE, METRICS_PUBLIC],
  examine,
});

// ---- recognition

/** What the reply to `GET /` is: the list of buckets, one bucket (the host names it), or a refusal. */
type Root =
  | { readonly type: 'buckets'; readonly owner: string; readonly names: readonly string[]; readonly isWhole: boolean }
  | { readonly type: 'bucket' }
  | { readonly type: 'error'; readonly code: string };

function rootOf(answer: HttpAnswer): Root | undefined {
  // Azure's blob store answers in a similar shape.
  if (answer.headers.has('x-ms-request-id')) return undefined;
  if (answer.status === 307 && answer.header('server') === 'AmazonS3') return { type: 'error', code: 'AccessDenied' };
  const document = answer
    .text()
    .slice(0, 512)
    .match(/^\s*(?:<\?xml[^>]{0,100}\?>\s*)?<(\w{1,40})[\s>]/)?.[1];
  if (document === 'ListAllMyBucketsResult' && answer.status === 200) return bucketsOf(answer);
  if (document === 'ListBucketResult' && answer.status === 200) return { type: 'bucket' };
  return document === 'Error' ? errorOf(answer) : undefined;
}

function bucketsOf(answer: HttpAnswer): Root {
  const names: string[] = [];
  let owner = '';
  const leaves = xmlLeaves(answer.text());
  let next = leaves.next();
  for (; next.done !== true; next = leaves.next()) {
    const { path, text } = next.value;
    if (path === 'ListAllMyBucketsResult/Owner/ID') owner = text;
    if (path === 'ListAllMyBucketsResult/Buckets/Bucket/Name' && names.length < MAX_COLLECTIONS) names.push(text);
  }
  return { type: 'buckets', owner, names, isWhole: next.value };
}

/** Many servers put an Error element at the root of XML; the ones of this protocol tell where and in which request. */
function errorOf(answer: HttpAnswer): Root | undefined {
  const leaves: XmlLeaf[] = [...xmlLeaves(answer.text().slice(0, 8192))];
  const text = (name: string) => leaves.find((leaf) => leaf.path === `Error/${name}`)?.text;
  const code = text('Code');
  if (code === undefined) return undefined;
  const isOwn =
    answer.headers.has('x-amz-request-id') ||
    text('HostId') !== undefined ||
    (text('Resource') !== undefined && (text('RequestId') ?? text('Region')) !== undefined);
  return isOwn ? { type: 'error', code } : undefined;
}

/** The program, as its headers and words give it away. */
function softwareOf(answer: HttpAnswer): { software?: string; version?: string } {
  const server = answer.header('server');
  const version = server.match(/^(?:MinIO\/RELEASE\.|SeaweedFS[ /])(\d[\w.:-]*)/)?.[1];
  const start = answer.text().slice(0, 2048);
  const signs: readonly [string, boolean][] = [
    ['minio', /^MinIO/.test(server)],
    ['amazon s3', server === 'AmazonS3'],
    ['seaweedfs', /^SeaweedFS/.test(server)],
    ['aliyun oss', server === 'AliyunOSS'],
    ['garage', /<Region>garage<|Garage does not support anonymous/.test(start)],
    ['google cloud storage', answer.headers.has('x-guploader-uploadid')],
    ['s3rver', /<DisplayName>S3rver</.test(start)],
    ['ceph', /^tx0000/.test(answer.header('x-amz-request-id')) || /<RequestId>tx0000|<ID>anonymous</.test(start)],
  ];
  const software = signs.find(([, holds]) => holds)?.[0];
  return { ...(software !== undefined && { software }), ...(version !== undefined && { version }) };
}

// ---- the conversation

/** Codes that mean: not without a login. */
const LOGIN_WANTED = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'MissingSecurityHeader',
  'MissingAuthenticationToken',
]);

const UNNAMED =
  'The list of buckets is refused. Each bucket is opened and closed on its own, so one whose name a stranger knows may still ' +
  'be public; names were not guessed. To have a bucket tested, name it in the host of the target (BUCKET.HOST).';

async function examine(visit: Visit): Promise<Examination> {
  const answer = await visit.http.get('/');
  const root = answer instanceof Ended ? undefined : rootOf(answer);
  if (answer instanceof Ended || !root) return { product: 's3', posture: posture({}), signs: [] };
  const about = { product: 's3', ...softwareOf(answer) };
  const identify = about.software === undefined ? 'no' : 'yes';
  if (root.type === 'bucket') return { ...about, ...(await examineHostBucket(visit)) };
  if (root.type === 'buckets' && !isCourtesy(root)) {
    const isListed = root.names.length > 0 || root.isWhole;
    if (!isListed) return { ...about, posture: posture({ identify }), signs: [] };
    return { ...about, ...(await examineBuckets(visit, root.names, answer)) };
  }
  const isRefused = root.type === 'buckets' || (LOGIN_WANTED.has(root.code) && answer.status < 500);
  if (!isRefused) return { ...about, posture: posture({ identify }), signs: [] };
  const told = about.software === 'minio' ? await readMetrics(visit) : undefined;
  if (told) return { ...about, ...(await examineTold(visit, told)) };
  // Garage has no anonymous access at all on this port.
  const caveats = about.software === 'garage' ? [] : [UNNAMED];
  return { ...about, posture: refused(identify), signs: [], caveats };
}

/** Ceph gives a visitor the list of the visitor's own buckets, which is empty: a courtesy, not an opening. */
function isCourtesy(root: Extract<Root, { type: 'buckets' }>): boolean {
  return root.isWhole && root.owner === 'anonymous' && root.names.length === 0;
}

/** All buckets are listed to strangers: each is asked for the size of its content. */
async function examineBuckets(visit: Visit, names: readonly string[], root: HttpAnswer) {
  const { collections, proofs, caveats, truncated } = await sizesOf(visit, names);
  const counted = proofs.length > 0;
  const listed = evidence(root.exchange, 'GET /', `HTTP ${root.status}: a list of buckets, without a login`);
  return {
    posture: posture({
      identify: 'yes',
      list: 'yes',
      count: counted ? 'yes' : 'unknown',
      // No policy grants the list of buckets to everybody, so nobody is asked who they are, here as at the objects.
      read: counted ? 'yes' : 'unknown',
    }),
    inventory: { containers: [{ name: 'buckets', collections }], ...(truncated && { truncated }) },
    signs: [{ rule: NO_AUTHENTICATION, evidence: [listed, ...proofs.slice(0, 1)] }],
    caveats,
  };
}

/** The host names one bucket, and it lists itself. */
async function examineHostBucket(visit: Visit) {
  const page = readPage(await visit.http.get(`/${PAGE}`));
  const known = posture({ identify: 'yes', list: 'yes', count: page ? 'yes' : 'unknown' });
  if (!page) return { posture: known, signs: [] };
  return {
    posture: known,
    inventory: {
      containers: [{ name: 'buckets', collections: [collectionOf(page.name, page)] }],
      ...(page.goesOn && { truncated: true as const }),
    },
    signs: [{ rule: BUCKET_LISTABLE, evidence: [page.proof] }],
    caveats: [NOT_FETCHED, ...(page.goesOn ? [GOES_ON] : [])],
  };
}

/** The metrics of MinIO told the buckets; those that list themselves are found among them. */
async function examineTold(visit: Visit, told: Metrics) {
  const { proofs, truncated } = await sizesOf(
    visit,
    told.collections.map(({ name }) => name),
  );
  const signs: Sign[] = [{ rule: METRICS_PUBLIC, evidence: [told.proof] }];
  if (proofs.length > 0) signs.push({ rule: BUCKET_LISTABLE, evidence: proofs });
  return {
    posture: posture({ identify: 'yes', list: 'yes', count: 'yes' }),
    inventory: {
      containers: [{ name: 'buckets', collections: told.collections }],
      ...((truncated || told.truncated) && { truncated: true as const }),
    },
    signs,
    caveats: [NOT_FETCHED],
  };
}

// ---- buckets

const NOT_FETCHED =
  'Whether files can be fetched, stored or deleted was not tried: the smallest question would be to fetch one.';
const GOES_ON =
  'A bucket holds more files than one page of its listing; their number and bytes are lower bounds, since the mark of the next ' +
  'page holds the name of a file, which is not sent.';

/** A page of a bucket's listing, as long as servers make one. */
const PAGE = '?list-type=2&max-keys=1000';
/** A store with thousands of buckets is not asked about each. */
const MAX_BUCKETS_ASKED = 25;

interface Page {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  /** There are more pages. */
  readonly goesOn: boolean;
  readonly proof: Evidence;
}

/** Counts a page. The keys, which are content, are passed over. */
function readPage(answer: HttpAnswer | Ended): Page | undefined {
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  const proof = evidence(answer.exchange, 'GET a page of the listing', 'HTTP 200: a listing, without a login');
  const page = { name: '', rows: 0, bytes: 0, goesOn: true };
  let isListing = false;
  const leaves = xmlLeaves(answer.text());
  let next = leaves.next();
  for (; next.done !== true; next = leaves.next()) {
    const { path, text } = next.value;
    const [root, part, field] = path.split('/');
    if (root !== 'ListBucketResult') return undefined;
    isListing = true;
    if (part === 'Name' && field === undefined) page.name = text;
    if (part === 'IsTruncated') page.goesOn = text !== 'false';
    if (part !== 'Contents') continue;
    if (field === 'Key') page.rows += 1;
    if (field === 'Size' && /^\d{1,15}$/.test(text)) page.bytes += Number(text);
  }
  const isWhole = next.value;
  return isListing ? { ...page, goesOn: page.goesOn || !isWhole, proof } : undefined;
}

function collectionOf(name: string, page: Page | undefined): Collection {
  if (!page) return { name, columns: [] };
  const basis = page.goesOn ? ('estimate' as const) : ('exact' as const);
  return { name, rows: page.rows, rowsBasis: basis, bytes: page.bytes, bytesBasis: basis, columns: [] };
}

async function sizesOf(visit: Visit, names: readonly string[]) {
  const collections: Collection[] = [];
  const proofs: Evidence[] = [];
  let goesOn = false;
  for (const [i, name] of names.entries()) {
    const path = `/${encodeURIComponent(name)}${PAGE}`;
    const page = i < MAX_BUCKETS_ASKED ? readPage(await visit.http.get(path)) : undefined;
    collections.push(collectionOf(name, page));
    if (page) proofs.push(page.proof);
    goesOn ||= page?.goesOn === true;
  }
  const truncated = goesOn || names.length > MAX_BUCKETS_ASKED;
  return { collections, proofs, caveats: goesOn ? [GOES_ON] : [], ...(truncated && { truncated: true as const }) };
}

// ---- the metrics of MinIO

interface Metrics {
  readonly collections: readonly Collection[];
  readonly truncated: boolean;
  readonly proof: Evidence;
}

/** Numbers of files and bytes of each bucket, where they are served without a token. */
async function readMetrics(visit: Visit): Promise<Metrics | undefined> {
  const answer = await visit.http.get('/minio/v2/metrics/bucket');
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  const told = new Map<string, { rows?: number; bytes?: number }>();
  const sample =
    /^minio_bucket_usage_(object_total|total_bytes)\{[^}\n]*\bbucket="([^"\n]{1,100})"[^}\n]*\} ([\d.e+]{1,30})$/gm;
  for (const [, what, name = '', number] of answer.text().matchAll(sample)) {
    const value = Number(number);
    if (!Number.isFinite(value) || told.size >= MAX_COLLECTIONS) continue;
    told.set(name, { ...told.get(name), ...(what === 'object_total' ? { rows: value } : { bytes: value }) });
  }
  if (told.size === 0) return undefined;
  const collections = [...told].map(([name, { rows, bytes }]) => ({
    name,
    // MinIO counts in the background, so the numbers are those of a while ago.
    ...(rows !== undefined && { rows, rowsBasis: 'estimate' as const }),
    ...(bytes !== undefined && { bytes, bytesBasis: 'estimate' as const }),
    columns: [],
  }));
  const proof = evidence(
    answer.exchange,
    'GET /minio/v2/metrics/bucket',
    'HTTP 200: sizes of buckets, without a token',
  );
  return { collections, truncated: answer.truncated, proof };
}
