// Starts a real RabbitMQ broker (Debian package rabbitmq-server, Erlang) in a given state of openness.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ListenOptions, LoggedServer } from './logged-server.ts';
import { freePort, makeDir, startServer } from './server.ts';

/** RabbitMQ lets no one into AMQP 0-9-1 without a name and a password, so no state is called `open`. */
export type RabbitmqState =
  /** The account guest with its well-known password works from any address (loopback_users = none). */
  | 'guest-anywhere'
  /** The MQTT plugin lets strangers in as guest: half open. A port of role `mqtt`; AMQP as in `guest-anywhere`. */
  | 'anonymous-mqtt'
  /** guest is gone; there is one account of the owner's. */
  | 'closed';

export interface RabbitmqOptions extends ListenOptions {
  /** Adds the management plugin: a port of role `management` that speaks HTTP. */
  readonly management?: boolean;
  /** Adds the Prometheus plugin: a port of role `metrics` that speaks HTTP and asks nobody for a password. */
  readonly metrics?: boolean;
}

const USER = 'rabbitmq';

/** The log is the broker's at level `info`: connections, logins and refusals. Takes some seconds to start. */
export async function startRabbitmq(state: RabbitmqState, options: RabbitmqOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const ports: Record<string, number> = { amqp: options.port ?? (await freePort()) };
  if (options.management === true) ports.management = await freePort();
  if (options.metrics === true) ports.metrics = await freePort();
  if (state === 'anonymous-mqtt') ports.mqtt = await freePort();
  const dir = makeDir('rabbitmq', USER);
  writeFileSync(join(dir, 'definitions.json'), JSON.stringify(definitions(state)));
  writeFileSync(join(dir, 'rabbitmq.conf'), settings(host, ports, dir));
  writeFileSync(join(dir, 'enabled_plugins'), `[${Object.keys(ports).flatMap(pluginOf).join(',')}].\n`);
  const env = await environment(dir);
  const server = await startServer({
    name: 'rabbitmq',
    // Erlang's port mapper stays behind as a daemon unless it runs here, as a child of the same process group.
    command: '/bin/sh',
    args: ['-c', 'epmd -address 127.0.0.1 & exec /usr/lib/rabbitmq/bin/rabbitmq-server'],
    dir,
    user: USER,
    host,
    ports,
    env,
    // A polite stop waits up to 5 s for clients that keep their connection; nothing here is worth the wait.
    stopSignal: 'SIGKILL',
  });
  return { ...server, log: () => stripVTControlCharacters(server.output()) };
}

/** Everything in `dir`, with a node name, a port mapper and a distribution port of its own. */
async function environment(dir: string): Promise<Record<string, string>> {
  const at = (name: string) => join(dir, name);
  return {
    HOME: dir,
    RUNNING_UNDER_SYSTEMD: '1',
    ERL_EPMD_PORT: String(await freePort()),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_CRASH_DUMP_SECONDS: '0',
    RABBITMQ_NODENAME: 'vigie@localhost',
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-start_epmd false -kernel inet_dist_use_interface {127,0,0,1} +sbwt none',
    RABBITMQ_CONF_ENV_FILE: at('rabbitmq-env.conf'),
    RABBITMQ_CONFIG_FILE: at('rabbitmq'),
    RABBITMQ_ENABLED_PLUGINS_FILE: at('enabled_plugins'),
    RABBITMQ_GENERATED_CONFIG_DIR: at('generated'),
    RABBITMQ_SCHEMA_DIR: at('schema'),
    RABBITMQ_MNESIA_BASE: at('mnesia'),
    RABBITMQ_LOG_BASE: at('logs'),
    RABBITMQ_PID_FILE: at('pid'),
  };
}

function pluginOf(role: string): readonly string[] {
  if (role === 'management') return ['rabbitmq_management'];
  if (role === 'metrics') return ['rabbitmq_prometheus'];
  return role === 'mqtt' ? ['rabbitmq_mqtt'] : [];
}

function settings(host: string, ports: Readonly<Record<string, number>>, dir: string): string {
  const lines = [
    `listeners.tcp.1 = ${host}:${ports.amqp}`,
    'loopback_users = none',
    `load_definitions = ${join(dir, 'definitions.json')}`,
    'log.console = true',
    'log.file = false',
  ];
  if (ports.management) lines.push(`management.tcp.ip = ${host}`, `management.tcp.port = ${ports.management}`);
  if (ports.metrics) lines.push(`prometheus.tcp.ip = ${host}`, `prometheus.tcp.port = ${ports.metrics}`);
  if (ports.mqtt) {
    lines.push(`mqtt.listeners.tcp.1 = ${host}:${ports.mqtt}`, 'mqtt.allow_anonymous = true');
    lines.push('mqtt.default_user = guest', 'mqtt.default_pass = guest');
  }
  return `${lines.join('\n')}\n`;
}

/** Two queues, and the account that the state calls for. */
function definitions(state: RabbitmqState): object {
  const name = state === 'closed' ? 'keeper' : 'guest';
  const password = state === 'closed' ? 'a-password-of-the-test-bench' : 'guest';
  const hashing = { password_hash: passwordHash(password), hashing_algorithm: 'rabbit_password_hashing_sha256' };
  const queue = { vhost: '/', durable: true, auto_delete: false, arguments: {} };
  return {
    users: [{ name, ...hashing, tags: ['administrator'] }],
    vhosts: [{ name: '/' }],
    permissions: [{ user: name, vhost: '/', configure: '.*', write: '.*', read: '.*' }],
    queues: [
      { name: 'orders', ...queue },
      { name: 'mail', ...queue },
    ],
  };
}

/** Salt and SHA-256 of salt and password (RabbitMQ manual, "Passwords"). */
function passwordHash(password: string): string {
  const salt = Buffer.from('vigi');
  const hash = createHash('sha256').update(salt).update(password).digest();
  return Buffer.concat([salt, hash]).toString('base64');
}
