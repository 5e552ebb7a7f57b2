// Apache Kafka and what speaks its protocol (Redpanda): brokers, and KRaft controllers. https://kafka.apache.org/protocol
// Only the endpoint itself is ever connected to, whatever other brokers the metadata names.
import type { Evidence, Rule, Sign } from '../finding.ts';
import type { Collection, Inventory } from '../inventory.ts';
import { Ended, type Line } from '../line.ts';
import { type Answer, posture, refused } from '../posture.ts';
import { defineStore, type Examination, type Sighting } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  API,
  type ApiVersions,
  apiVersionsRequest,
  describeAclsRequest,
  describeLogDirsRequest,
  EARLIEST,
  KAFKA_ERROR,
  type KafkaRequest,
  LATEST,
  listOffsetsRequest,
  type Metadata,
  metadataRequest,
  OPERATION,
  type PartitionOffset,
  type PartitionSize,
  saslHandshakeRequest,
  type Topic,
} from '../wire/kafka.ts';

const ACL_PAGE = 'https://kafka.apache.org/44/security/authorization-and-acls/';
const SASL_LISTENER =
  'listeners=SASL_SSL://INTERNAL-ADDRESS:9093\nsasl.enabled.mechanisms=SCRAM-SHA-512\n' +
  'ssl.keystore.location=/etc/kafka/broker.keystore.p12\n';
const AUTHORIZER =
  '# with KRaft:\nauthorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n' +
  '# with ZooKeeper (before Kafka 4.0):\n# authorizer.class.name=kafka.security.authorizer.AclAuthorizer\n' +
  'super.users=User:admin\nallow.everyone.if.no.acl.found=false';
const CLOSE_FIRST = 'Close the listener to everybody but the applications and the other brokers, before anything else.';
const VERIFY =
  'kafka-topics.sh --bootstrap-server HOST:PORT --list without a client configuration has to fail, and not to list topics.';

const NO_AUTHENTICATION: Rule = {
  id: 'kafka/no-authentication',
  severity: 'critical',
  title: 'Kafka lets anyone who connects read or write its topics',
  why:
    'Kafka carries what the systems of an organisation tell each other: orders, logs, messages, changes of every database, ' +
    'days or weeks of it. This listener asks nobody for a login and grants strangers the right to read topics or to write ' +
    'to them: they can copy all of it, follow it live, and put false messages between the true ones.',
  remedy: () => ({
    summary: 'Offer clients a listener with SASL over TLS (or client certificates) only, and give rights by ACL.',
    steps: [
      CLOSE_FIRST,
      'Add a listener with SASL_SSL, or SSL with ssl.client.auth=required, and move the applications to it.',
      'Set an authorizer, name the super users (the brokers among them), and give each application ACLs for its topics and groups.',
      'Remove the PLAINTEXT listener, and the ACLs of User:ANONYMOUS and User:* where there are any.',
    ],
    configuration: { file: 'config/server.properties', text: SASL_LISTENER + AUTHORIZER },
    verify: VERIFY,
    reference: 'https://kafka.apache.org/44/security/listener-configuration/',
  }),
};

const ANONYMOUS_LISTING: Rule = {
  id: 'kafka/anonymous-listing',
  severity: 'medium',
  title: 'Kafka tells strangers its topics',
  why:
    'Clients without a login see names and sizes of topics here, though the rules do not let them read. Names tell how an ' +
    'organisation works and what it stores, and one more grant to anonymous clients opens the messages too.',
  remedy: () => ({
    summary: 'Take the grants of anonymous clients away, or close the listener to them.',
    steps: [
      'List the ACLs with kafka-acls.sh --list and remove those of User:ANONYMOUS and User:*.',
      'Let clients use a listener with SASL or client certificates.',
    ],
    verify: VERIFY,
    reference: ACL_PAGE,
  }),
};

const NO_AUTHORIZER: Rule = {
  id: 'kafka/no-authorizer',
  severity: 'high',
  title: 'Kafka has no authorizer: whoever is in may do everything',
  why:
    'The broker itself says that no access rules are in force. Even when logins are added, each login will be able to read, ' +
    'write and delete every topic and to change the settings of the cluster.',
  remedy: () => ({
    summary: 'Set an authorizer on every broker and controller.',
    steps: [
      'Name the super users, the principals of the brokers among them, before the authorizer is on.',
      'Set the authorizer that fits the cluster (KRaft or ZooKeeper) and restart node by node.',
      'Give each application the ACLs it needs with kafka-acls.sh.',
    ],
    configuration: { file: 'config/server.properties', text: AUTHORIZER },
    verify:
      'kafka-acls.sh --bootstrap-server HOST:PORT --list has to list rules or to be refused, not to fail with "No Authorizer is configured".',
    reference: ACL_PAGE,
  }),
};

const CONTROLLER_OPEN: Rule = {
  id: 'kafka/controller-open',
  severity: 'critical',
  title: 'The controller of a Kafka cluster takes orders from anyone',
  why:
    'KRaft controllers keep the metadata of the cluster and are meant to be spoken to by brokers and administrators only. ' +
    'This one asks nobody for a login and has no access rules: a stranger can create and delete topics and change settings here.',
  remedy: () => ({
    summary:
      'Let only the nodes of the cluster reach the controller listener, and protect it by SASL or client certificates.',
    steps: [
      'Close the port of the controller listener to everybody but brokers and controllers, before anything else.',
      'Map the listener in controller.listener.names to SASL_SSL, or to SSL with client certificates, in listener.security.protocol.map.',
      'Set the authorizer on the controllers too.',
    ],
    configuration: {
      file: 'config/server.properties',
      text: 'listener.security.protocol.map=CONTROLLER:SASL_SSL\nauthorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\nsuper.users=User:admin',
    },
    verify:
      'kafka-acls.sh --bootstrap-controller HOST:PORT --list from a host that is no broker has to fail to connect.',
    reference: 'https://kafka.apache.org/44/security/listener-configuration/',
  }),
};

/** The number of a first question: bytes that no other protocol would repeat. */
const HELLO_ID = 0x56_49_47_49;

/** A cluster with a hundred thousand partitions must not make one question of megabytes. */
const MAX_PARTITIONS = 10_000;

export default defineStore({
  products: [
    { id: 'kafka', title: 'Apache Kafka' },
    { id: 'redpanda', title: 'Redpanda' },
  ],
  ports: [
    { port: 9092, transport: 'kafka' },
    { port: 9093, transport: 'kafka' },
    { port: 9094, transport: 'kafka' },
  ],
  prevalence: 'common',
  tells: ['identify', 'list', 'count', 'read', 'write', 'administer', 'inventory'],
  protocol: 'https://kafka.apache.org/protocol',
  testedAgainst: 'recorded real server',
  recognise: {
    hello: {
      bytes: () => apiVersionsRequest(HELLO_ID, 0).bytes,
      frame: (bytes, final) => {
        const framed = apiVersionsRequest(HELLO_ID, 0).frame(bytes, final);
        return typeof framed === 'object' ? { reply: sightingOf(framed.reply), used: framed.used } : framed;
      },
    },
  },
  rules: [NO_AUTHENTICATION, ANONYMOUS_LISTING, NO_AUTHORIZER, CONTROLLER_OPEN],
  examine,
});

function sightingOf({ error, ranges }: ApiVersions): Sighting | undefined {
  return error === KAFKA_ERROR.none && ranges.has(API.apiVersions) ? { transport: 'kafka' } : undefined;
}

async function examine(visit: Visit): Promise<Examination> {
  const line = await visit.connect();
  if (line instanceof Ended) return nothingCertain();
  try {
    return await converse(createClient(line), visit);
  } finally {
    line.close();
  }
}

function nothingCertain(): Examination {
  return { product: 'kafka', posture: posture({}), signs: [] };
}

async function converse(client: Client, visit: Visit): Promise<Examination> {
  const apis = await readApis(client);
  if (!apis) return nothingCertain();
  const caveats = releaseOf(apis);
  const version = ([8, 4, 1] as const).find((wanted) => knows(apis, API.metadata, wanted));
  if (version === undefined) return controllerExamination(client, apis, visit, caveats);
  const metadata = await client.ask((id) => metadataRequest(id, version));
  if (!metadata) return (await wantsLogin(visit)) ? loginDemanded(caveats) : { ...nothingCertain(), caveats };
  return brokerExamination(client, apis, metadata, caveats);
}

function loginDemanded(caveats: readonly string[]): Examination {
  return { product: 'kafka', posture: refused('yes'), signs: [], caveats };
}

interface Client {
  readonly ask: <T>(request: (id: number) => KafkaRequest<T>) => Promise<T | undefined>;
  readonly evidence: (asked: string, answered: string) => Evidence;
}

function createClient(line: Line): Client {
  let id = 0;
  return {
    async ask(request) {
      id += 1;
      const { bytes, frame } = request(id);
      const reply = await line.ask(bytes, frame);
      return reply instanceof Ended ? undefined : reply;
    },
    evidence: (asked, answered) => evidence(line.exchange(), asked, answered),
  };
}

/** Version 3 of the question, or version 0 of a broker before 2.4. */
async function readApis(client: Client): Promise<ApiVersions | undefined> {
  const apis = await client.ask((id) => apiVersionsRequest(id, 3));
  if (apis?.error !== KAFKA_ERROR.unsupportedVersion) return apis;
  return client.ask((id) => apiVersionsRequest(id, 0));
}

function knows({ ranges }: ApiVersions, api: number, version: number): boolean {
  const range = ranges.get(api);
  return range !== undefined && range.min <= version && version <= range.max;
}

/**
 * A listener with SASL closes a connection that asks before it has logged in, and so may a broken one: only its answer
 * to a handshake tells. One without SASL would say that the handshake is out of place.
 */
async function wantsLogin(visit: Visit): Promise<boolean> {
  const line = await visit.connect();
  if (line instanceof Ended) return false;
  const reply = await createClient(line).ask(saslHandshakeRequest);
  line.close();
  return reply?.error === KAFKA_ERROR.unsupportedSaslMechanism;
}

/** A KRaft controller answers no question about topics; whether it has access rules tells who may give it orders. */
async function controllerExamination(
  client: Client,
  apis: ApiVersions,
  visit: Visit,
  caveats: readonly string[],
): Promise<Examination> {
  const about = [...caveats, 'This is a controller of the cluster: it keeps no messages and lists no topics.'];
  const rules = await readRules(client, apis);
  if (rules === 'none') {
    const sign: Sign = {
      rule: CONTROLLER_OPEN,
      evidence: [client.evidence('DescribeAcls of a user that does not exist', 'no access rules are in force')],
    };
    const known = posture({ identify: 'yes', write: 'yes', administer: 'yes' });
    return { product: 'kafka', posture: known, signs: [sign], caveats: about };
  }
  if (rules === 'unknown' && (await wantsLogin(visit))) return loginDemanded(about);
  return { product: 'kafka', posture: posture({ identify: 'yes' }), signs: [], caveats: about };
}

/** Whether access rules are in force: none, or there are and they are hidden or shown, or it is not known. */
async function readRules(client: Client, apis: ApiVersions): Promise<'none' | 'some' | 'unknown'> {
  if (!knows(apis, API.describeAcls, 1)) return 'unknown';
  const reply = await client.ask(describeAclsRequest);
  if (reply?.error === KAFKA_ERROR.securityDisabled) return 'none';
  const isAnswer = reply?.error === KAFKA_ERROR.none || reply?.error === KAFKA_ERROR.clusterAuthorizationFailed;
  return isAnswer ? 'some' : 'unknown';
}

async function brokerExamination(
  client: Client,
  apis: ApiVersions,
  metadata: Metadata,
  caveats: readonly string[],
): Promise<Examination> {
  const listed = client.evidence(
    'Metadata of all topics, without a login',
    'a list of topics, with what may be done to each',
  );
  const topics = metadata.topics.filter((topic) => topic.error === KAFKA_ERROR.none && topic.name !== '');
  const rules = await readRules(client, apis);
  const ruled = client.evidence('DescribeAcls of a user that does not exist', 'no access rules are in force');
  const sizes = knows(apis, API.describeLogDirs, 1) ? await client.ask(describeLogDirsRequest) : undefined;
  const counts = await readCounts(client, apis, topics);
  const rights = rightsOf({ ...metadata, topics }, rules);
  const product = metadata.clusterId.startsWith('redpanda.') ? 'redpanda' : 'kafka';
  if (rights === 'nothing') return { product, posture: refused('yes'), signs: [], caveats };
  const known = posture({ identify: 'yes', count: counts.answer, ...rights });
  const isOpen = known.read === 'yes' || known.write === 'yes' || known.administer === 'yes';
  const isListing = topics.length > 0 || isOpen;
  return {
    product,
    posture: known,
    inventory: inventoryOf(topics, counts, sizes ?? []),
    signs: [
      ...(isListing ? [{ rule: isOpen ? NO_AUTHENTICATION : ANONYMOUS_LISTING, evidence: [listed] }] : []),
      ...(rules === 'none' ? [{ rule: NO_AUTHORIZER, evidence: [ruled] }] : []),
    ],
    caveats: [...caveats, ...(topics.length > 0 ? [COUNTS_ARE_OFFSETS] : []), ...otherBrokers(metadata)],
  };
}

const COUNTS_ARE_OFFSETS =
  'Rows are the distance between first and next offset of each partition: more than the messages where a topic is compacted or written in transactions.';

function otherBrokers({ brokers }: Metadata): string[] {
  if (brokers <= 1) return [];
  const others = `The cluster has ${brokers} brokers; the others were not asked.`;
  return [`${others} Topics with partitions led elsewhere have no counts here.`];
}

type Rights = Record<'list' | 'read' | 'write' | 'administer', Answer>;

/**
 * What a stranger may do: with no access rules, all; else as the broker says of each topic and of the cluster. A list
 * is filtered by what may be seen, so an empty one together with no right on the cluster is a refusal.
 */
function rightsOf({ topics, operations }: Metadata, rules: 'none' | 'some' | 'unknown'): Rights | 'nothing' {
  if (rules === 'none') return { list: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
  if (topics.length === 0 && operations === 0) return 'nothing';
  const onTopics = topics.map((topic) => topic.operations);
  const may = (...wanted: readonly number[]): Answer => answerOf(onTopics, wanted);
  const onCluster = (...wanted: readonly number[]): Answer => answerOf([operations], wanted);
  return {
    list: topics.length > 0 ? 'yes' : onCluster(OPERATION.alter),
    read: may(OPERATION.read),
    write: either(may(OPERATION.write), onCluster(OPERATION.create)),
    administer: either(
      may(OPERATION.delete, OPERATION.alter, OPERATION.alterConfigs),
      onCluster(OPERATION.alter, OPERATION.alterConfigs),
    ),
  };
}

/** Yes where one field has one of the bits; no where all were told and none has. */
function answerOf(fields: readonly (number | undefined)[], wanted: readonly number[]): Answer {
  const has = (field: number | undefined) => wanted.some((bit) => field !== undefined && ((field >> bit) & 1) === 1);
  if (fields.some(has)) return 'yes';
  return fields.length > 0 && fields.every((field) => field !== undefined) ? 'no' : 'unknown';
}

function either(a: Answer, b: Answer): Answer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}

interface Counts {
  readonly answer: Answer;
  readonly truncated: boolean;
  readonly rowsOf: (topic: Topic) => number | undefined;
}

/** Messages by topic: the next offset less the first. Both are numbers of the broker's books; no message is fetched. */
async function readCounts(client: Client, apis: ApiVersions, topics: readonly Topic[]): Promise<Counts> {
  const asked = withinBudget(topics);
  const canAsk = asked.length > 0 && knows(apis, API.listOffsets, 1);
  const first = canAsk ? await client.ask((id) => listOffsetsRequest(id, asked, EARLIEST)) : undefined;
  const next = first ? await client.ask((id) => listOffsetsRequest(id, asked, LATEST)) : undefined;
  const from = byPartition(first ?? []);
  const to = byPartition(next ?? []);
  const replies = [...(first ?? []), ...(next ?? [])];
  const isAnswered = to.size > 0 && from.size > 0;
  const isRefused = replies.length > 0 && replies.every(({ error }) => error === KAFKA_ERROR.topicAuthorizationFailed);
  return {
    answer: isAnswered ? 'yes' : isRefused ? 'no' : 'unknown',
    truncated: asked.length < topics.length,
    rowsOf: ({ name, partitions }) =>
      sum(partitions.map((partition) => difference(to.get(key(name, partition)), from.get(key(name, partition))))),
  };
}

function withinBudget(topics: readonly Topic[]): Topic[] {
  let partitions = 0;
  return topics.filter((topic) => {
    partitions += topic.partitions.length;
    return partitions <= MAX_PARTITIONS;
  });
}

function byPartition(offsets: readonly PartitionOffset[]): ReadonlyMap<string, bigint> {
  const known = offsets.filter(({ error, offset }) => error === KAFKA_ERROR.none && offset >= 0n);
  return new Map(known.map(({ topic, partition, offset }) => [key(topic, partition), offset]));
}

function key(topic: string, partition: number): string {
  return `${partition} ${topic}`;
}

function difference(to: bigint | undefined, from: bigint | undefined): number | undefined {
  return to === undefined || from === undefined || to < from ? undefined : Number(to - from);
}

/** The sum, or undefined where one part is not known or there is none. */
function sum(parts: readonly (number | undefined)[]): number | undefined {
  let total = parts.length > 0 ? 0 : undefined;
  for (const part of parts) total = part === undefined || total === undefined ? undefined : total + part;
  return total;
}

function inventoryOf(topics: readonly Topic[], counts: Counts, sizes: readonly PartitionSize[]): Inventory {
  const bytes = new Map(sizes.map((size) => [key(size.topic, size.partition), Number(size.bytes)]));
  const collections = topics.map((topic): Collection => {
    const rows = counts.rowsOf(topic);
    const size = sum(topic.partitions.map((partition) => bytes.get(key(topic.name, partition))));
    return {
      name: topic.name,
      ...(rows !== undefined && { rows, rowsBasis: 'estimate' }),
      ...(size !== undefined && size >= 0 && { bytes: size, bytesBasis: 'exact' }),
      columns: [],
    };
  });
  return { containers: [{ name: 'topics', collections }], ...(counts.truncated && { truncated: true }) };
}

/** The highest level of the feature metadata.version by release: MetadataVersion.java in Kafka's repository. */
const RELEASES: readonly (readonly [number, string])[] = [
  [7, '3.3'],
  [8, '3.4'],
  [11, '3.5'],
  [14, '3.6'],
  [19, '3.7'],
  [20, '3.8'],
  [21, '3.9'],
  [25, '4.0'],
  [27, '4.1'],
  [29, '4.2'],
  [30, '4.3'],
  [33, '4.4'],
];

/** Kafka does not tell its version; what it supports fits one line of releases, which is said as what it is. */
function releaseOf({ features }: ApiVersions): string[] {
  const level = features.get('metadata.version');
  const release = RELEASES.find(([highest]) => level === highest)?.[1];
  return release === undefined
    ? []
    : [`The version is not told; the features it supports are those of Kafka ${release}.`];
}
