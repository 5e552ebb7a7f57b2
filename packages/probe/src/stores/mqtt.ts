// MQTT brokers: mosquitto, EMQX, HiveMQ, RabbitMQ's and NATS' plugins … https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/ and /v5.0/
import type { Rule } from '../finding.ts';
import type { Inventory } from '../inventory.ts';
import { Ended, type Exchange, type Line } from '../line.ts';
import { type Answer, type Posture, posture, refused } from '../posture.ts';
import { defineStore, type Examination } from '../store.ts';
import { evidence, type Visit } from '../visit.ts';
import {
  MQTT_DISCONNECT,
  MQTT_PING,
  type MqttLevel,
  type MqttPacket,
  mqttConnect,
  mqttPacket,
  mqttSubscribe,
} from '../wire/mqtt.ts';

const NO_AUTHENTICATION: Rule = {
  id: 'mqtt/no-authentication',
  severity: 'critical',
  title: 'The MQTT broker delivers messages to anyone who connects',
  why:
    'Sensors, locks, vehicles, medical devices and applications report over MQTT, and a broker hands each message to ' +
    'everyone who has subscribed. This one asks nobody for a name or a password and grants subscriptions to strangers: ' +
    'whoever reaches the port can listen to all that passes and to the last message kept of each topic, and on most such ' +
    'brokers can send commands to the devices as well.',
  remedy: ({ version }) => ({
    summary: 'Refuse anonymous clients, and give each device a login with the topics that it needs and no others.',
    steps: [
      'Close the port to everybody but the devices and applications that use it, before anything else.',
      'Create a login for each of them (mosquitto_passwd for mosquitto) and give it to the device.',
      'Refuse anonymous clients, and list in an access file which login may read and write which topics.',
      'Use TLS (port 8883) where the network is not your own, so that logins and messages cannot be overheard.',
      'Restart the broker, and treat what was sent over it as known to strangers.',
    ],
    configuration: {
      file: '/etc/mosquitto/conf.d/access.conf (mosquitto; other brokers have settings of their own)',
      text: mosquittoSettings(version),
    },
    verify:
      "mosquitto_sub -h HOST -p PORT -t '$SYS/broker/version' -C 1 -W 5 has to answer: Connection Refused: not authorised.",
    reference: 'https://mosquitto.org/documentation/authentication-methods/',
  }),
};

const ANONYMOUS_CLIENTS: Rule = {
  id: 'mqtt/anonymous-clients',
  severity: 'medium',
  title: 'The MQTT broker lets strangers in, with restricted rights',
  why:
    'This broker accepts clients without a name and a password. What was asked for was not delivered, so an access list ' +
    'seems to keep strangers from the topics; but they are inside, the list is one line away from letting them listen, ' +
    'and whether it leaves them some topics was not tried, since that would mean listening to messages.',
  remedy: () => ({
    summary:
      'Refuse anonymous clients, or check that the access list leaves them nothing but what is meant for everyone.',
    steps: [
      'Find out who connects without a login; health checks and public displays can have a login of their own.',
      'Refuse anonymous clients, or keep the rights of clients without a login in the access file to what is public.',
      'Restart the broker and look in its log for clients that are now refused.',
    ],
    configuration: { file: '/etc/mosquitto/conf.d/access.conf (mosquitto)', text: 'allow_anonymous false' },
    verify:
      "mosquitto_sub -h HOST -p PORT -t '$SYS/broker/version' -C 1 -W 5 has to answer: Connection Refused: not authorised.",
    reference: 'https://mosquitto.org/documentation/authentication-methods/',
  }),
};

/** What the broker publishes of itself; no client's messages. https://mosquitto.org/man/mosquitto-8.html, "Broker status" */
const VERSION_TOPIC = '$SYS/broker/version';
const RETAINED_TOPIC = '$SYS/broker/retained messages/count';
const BYTES_TOPIC = '$SYS/broker/store/messages/bytes';
const SYS_TOPICS = [VERSION_TOPIC, RETAINED_TOPIC, BYTES_TOPIC];

/** Connection refused: bad user name or password, not authorized (3.1.1); the same and bad method (5.0), section 3.2.2. */
const LOGIN_REFUSED = new Set([4, 5, 0x86, 0x87, 0x8c]);
/** The server does not speak the protocol version of our first try. */
const OTHER_VERSION = new Set([1, 0x84]);
/** Codes from here on in a SUBACK are refusals. */
const SUBSCRIPTION_REFUSED = 0x80;
/** A broker that floods the connection in place of answering. */
const MAX_PACKETS = 200;

export default defineStore({
  products: [{ id: 'mqtt', title: 'MQTT broker' }],
  ports: [
    { port: 1883, transport: 'mqtt' },
    { port: 8883, transport: 'mqtt', tls: true },
  ],
  prevalence: 'common',
  tells: ['identify', 'count', 'read', 'version', 'inventory'],
  protocol: 'https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html',
  testedAgainst: 'real server',
  recognise: {
    hello: {
      // No client id: the server gives one for the time of the connection (3.1.1, 3.1.3.1).
      bytes: () => mqttConnect(4, ''),
      frame: (bytes, final) => {
        const framed = mqttPacket(4)(bytes, final);
        if (typeof framed === 'string') return framed;
        const isConnack = framed.reply.type === 'connack';
        return { reply: isConnack ? { transport: 'mqtt' } : undefined, used: framed.used };
      },
    },
  },
  rules: [NO_AUTHENTICATION, ANONYMOUS_CLIENTS],
  examine,
});

async function examine(visit: Visit): Promise<Examination> {
  const first = await logIn(visit, 4);
  const login = 'code' in first && OTHER_VERSION.has(first.code) ? await logIn(visit, 5) : first;
  if (login instanceof Ended) return nothingKnown(posture({}));
  const { code, line, level } = login;
  try {
    if (code !== 0) return nothingKnown(LOGIN_REFUSED.has(code) ? refused('no') : posture({ identify: 'no' }));
    const found = await converse(line, level, `vigie/no-such-topic/${hex(visit.random(8))}`);
    line.send(MQTT_DISCONNECT);
    return found;
  } finally {
    line.close();
  }
}

interface Login {
  readonly line: Line;
  readonly level: MqttLevel;
  readonly code: number;
}

/** A line on which the server has answered the login, whatever the answer. */
async function logIn(visit: Visit, level: MqttLevel): Promise<Login | Ended> {
  const line = await visit.connect();
  if (line instanceof Ended) return line;
  // Letters and digits, 23 at most, are what every server has to accept (3.1.1, 3.1.3.1).
  const reply = await line.ask(mqttConnect(level, `vigie${hex(visit.random(9))}`), mqttPacket(level));
  if (!(reply instanceof Ended) && reply.type === 'connack') return { line, level, code: reply.code };
  line.close();
  return reply instanceof Ended ? reply : new Ended('foreign', 'read');
}

/** What came back on subscriptions. */
interface Heard {
  /** For each of the broker's own topics, and last for one that nobody uses. */
  readonly codes: readonly number[];
  readonly told: ReadonlyMap<string, string>;
  readonly exchange: Exchange;
}

/**
 * Subscribes to what the broker tells of itself, and to a topic that nobody uses: the grant is the answer, and no
 * message of a user can come of it. That one is asked for with quality 2: a broker that grants less has thought of it.
 */
async function converse(line: Line, level: MqttLevel, unusedTopic: string): Promise<Examination> {
  const letIn = line.exchange();
  const heard = await subscribe(line, level, unusedTopic);
  const told = heard instanceof Ended ? new Map<string, string>() : heard.told;
  const about = told.get(VERSION_TOPIC)?.match(/^([\w .-]{1,40}?)(?: version)? v?(\d[\w.+~-]*)/);
  const known = postureOf(heard);
  const inventory = inventoryOf(told);
  const isOpen = known.read === 'yes';
  const proofs = [evidence(letIn, 'CONNECT without name and password', 'accepted')];
  if (isOpen && !(heard instanceof Ended)) {
    proofs.push(evidence(heard.exchange, 'SUBSCRIBE to three $SYS topics and an unused one', 'granted'));
  }
  return {
    product: 'mqtt',
    ...(about?.[2] !== undefined && { version: about[2] }),
    ...(about?.[1] !== undefined && { software: about[1].toLowerCase() }),
    posture: known,
    ...(inventory && { inventory }),
    signs: [{ rule: isOpen ? NO_AUTHENTICATION : ANONYMOUS_CLIENTS, evidence: proofs }],
    caveats: [
      isOpen ? OPEN_CAVEAT : 'Whether strangers may listen to some topics was not tried: it would mean listening.',
    ],
  };
}

const OPEN_CAVEAT =
  'No topic of a user was subscribed to, so it is not known whether an access list keeps some topics from strangers.';

async function subscribe(line: Line, level: MqttLevel, unusedTopic: string): Promise<Heard | Ended> {
  const filters = [...SYS_TOPICS.map((topic) => [topic, 0] as const), [unusedTopic, 2] as const];
  const told = new Map<string, string>();
  let codes: readonly number[] | undefined;
  line.send(mqttSubscribe(level, filters));
  // Packets are answered in order: what is kept for a subscriber has come when the answer to the ping has.
  line.send(MQTT_PING);
  for (let count = 0; count < MAX_PACKETS; count += 1) {
    const packet: MqttPacket | Ended = await line.receive(mqttPacket(level));
    if (packet instanceof Ended) return packet;
    if (packet.type === 'suback') codes = packet.codes;
    if (packet.type === 'publish' && !told.has(packet.topic)) told.set(packet.topic, packet.payload);
    if (packet.type === 'pong') break;
  }
  if (codes?.length !== filters.length) return new Ended('foreign', 'read');
  return { codes, told, exchange: line.exchange() };
}

/**
 * mosquitto grants every subscription and applies its access list to each message, so there only a delivered message
 * proves that this client is served; a broker that refuses or lowers anything has decided on the subscription itself.
 */
function postureOf(heard: Heard | Ended): Posture {
  if (heard instanceof Ended) return posture({ identify: 'yes' });
  const granted = heard.codes.at(-1) ?? SUBSCRIPTION_REFUSED;
  const decides = granted < 2 || heard.codes.some((code) => code >= SUBSCRIPTION_REFUSED);
  const isServed = heard.told.has(VERSION_TOPIC);
  const counted = SYS_TOPICS.some((topic) => topic !== VERSION_TOPIC && heard.told.has(topic));
  const mayRead = granted < SUBSCRIPTION_REFUSED && (isServed || decides);
  const read: Answer = mayRead ? 'yes' : 'unknown';
  // The protocol has no question for the list of topics: they show to one who listens.
  const count: Answer = counted ? 'yes' : isServed ? 'unknown' : 'no';
  return posture({ identify: 'yes', list: mayRead ? 'unknown' : 'no', count, read });
}

/** The last messages of topics that the broker keeps for whoever comes, its own status topics among them. */
function inventoryOf(told: ReadonlyMap<string, string>): Inventory | undefined {
  const number = (topic: string) => {
    const value = told.get(topic);
    return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  };
  const rows = number(RETAINED_TOPIC);
  if (rows === undefined) return undefined;
  const bytes = number(BYTES_TOPIC);
  // The bytes are of all messages in the store: those that wait for a client are among them.
  const size = bytes === undefined ? {} : ({ bytes, bytesBasis: 'estimate' } as const);
  const retained = { name: 'retained messages', rows, rowsBasis: 'exact' as const, ...size, columns: [] };
  return { containers: [{ name: 'broker', collections: [retained] }] };
}

function nothingKnown(known: Posture): Examination {
  return { product: 'mqtt', posture: known, signs: [] };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** mosquitto 1.x opens port 1883 by itself; since 2.0 listeners are named, and anonymous clients are refused by default. */
function mosquittoSettings(version: string | undefined): string {
  const listener = version?.startsWith('1.') ? [] : ['listener 1883'];
  return [
    ...listener,
    'allow_anonymous false',
    'password_file /etc/mosquitto/passwords',
    'acl_file /etc/mosquitto/acl',
  ].join('\n');
}
