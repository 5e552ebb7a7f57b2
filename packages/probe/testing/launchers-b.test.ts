// Every state of the launchers is what it says, as a plain client sees it, and leaves nothing behind.
import { describe } from 'node:test';
import { lacksChroma, startChroma } from './chroma.ts';
import { lacksDocker, startDocker } from './docker.ts';
import { startJupyter } from './jupyter.ts';
import { all, answers, type Check, each, prints, says, saysNothing } from './launcher-cases.ts';
import { logTells } from './log-reading.ts';
import { startMariadb } from './mariadb.ts';
import { startMosquitto } from './mosquitto.ts';
import { OPENLDAP_SUFFIX, startOpenldap } from './openldap.ts';
import { startRabbitmq } from './rabbitmq.ts';
import { startRsync } from './rsync.ts';
import { freePort, lacks } from './server.ts';
import { startVsftpd } from './vsftpd.ts';
import { startZookeeper } from './zookeeper.ts';

/** Another address, and a port that the caller names. */
const elsewhere = { host: '127.0.0.2', port: await freePort() };

const logs =
  (pattern: RegExp): Check =>
  (server) =>
    logTells(server, pattern);

describe('mariadb', { skip: lacks('mariadbd', 'mariadb-server') || lacks('mariadb', 'mariadb-client') }, () => {
  const asks = (user: string, sql: string, pattern: RegExp, ...flags: readonly string[]) => {
    const login = ['--no-defaults', '--skip-column-names', `--user=${user}`, ...flags];
    return prints('mariadb', ({ host, port }) => [...login, `--host=${host}`, `--port=${port}`, `-e${sql}`], pattern);
  };
  const customers = 'SELECT COUNT(*) FROM shop.customers';
  each(startMariadb, [
    {
      state: 'open',
      finds: 'root without a password, in the log',
      check: all(asks('root', customers, /^3$/m), asks('ada', customers, /ERROR 1045/), logs(/Query\tSELECT COUNT/)),
    },
    { state: 'open', options: elsewhere, finds: 'root', check: asks('root', customers, /^3$/m) },
    {
      state: 'open',
      options: { tls: true },
      finds: 'root with TLS and without',
      check: all(
        asks('root', 'STATUS', /SSL:\s+Cipher in use/, '--ssl'),
        asks('root', 'STATUS', /SSL:\s+Not in use/, '--skip-ssl'),
      ),
    },
    {
      state: 'half-open',
      finds: 'any name, one table',
      check: all(asks('ada', 'SELECT COUNT(*) FROM shop.products', /^2$/m), asks('ada', customers, /ERROR 1142/)),
    },
    {
      state: 'closed',
      finds: 'ERROR 1045',
      check: all(asks('root', customers, /ERROR 1045/), asks('app', customers, /ERROR 1045/), logs(/Access denied/)),
    },
    {
      state: 'skip-grant-tables',
      finds: 'any name with any password',
      check: all(asks('ada', customers, /^3$/m, '--password=x'), asks('ada', 'SHOW GRANTS', /ERROR 1290/)),
    },
    {
      state: 'tls-required',
      finds: 'ERROR 1045 without TLS, everything with it',
      check: all(asks('root', customers, /ERROR 1045/, '--skip-ssl'), asks('root', customers, /^3$/m, '--ssl')),
    },
    {
      state: 'host-refused',
      finds: 'error 1130 for a greeting',
      check: says('mysql', '', /^D<00><00><00><ff>j<04>Host/),
    },
  ]);
});

describe('rsync', { skip: lacks('rsync') }, () => {
  const lists = (module: string, pattern: RegExp) =>
    prints('rsync', ({ host, port }) => ['-r', '--list-only', `rsync://${host}:${port}/${module}`], pattern);
  const puts = (pattern: RegExp) =>
    prints('rsync', ({ host, port, dir }) => ['-v', `${dir}/rsyncd.conf`, `rsync://${host}:${port}/backup/`], pattern);
  each(startRsync, [
    {
      state: 'open',
      finds: 'files, and no writing',
      check: all(lists('backup/', /customers\.csv/), puts(/module is read only/), logs(/rsync on backup\/ from/)),
    },
    { state: 'open', options: elsewhere, finds: 'the list', check: lists('', /^backup\s+nightly copies/) },
    { state: 'writable', finds: 'files, and writing', check: all(lists('backup/', /notes/), puts(/^sent \d+ bytes/m)) },
    {
      state: 'half-open',
      finds: 'one module of two',
      check: all(lists('public/', /readme\.txt/), says('rsync', '@RSYNCD: 31.0\nbackup\n', /\n@RSYNCD: AUTHREQD /)),
    },
    {
      state: 'closed',
      finds: 'the name only',
      check: all(lists('', /^backup/), lists('backup/', /auth failed on module backup/), logs(/auth failed/)),
    },
    { state: 'unlisted', finds: 'no list, yet files', check: all(lists('', /^$/), lists('backup/', /customers\.csv/)) },
    {
      state: 'host-refused',
      finds: 'access denied',
      check: all(lists('', /^backup/), lists('backup/', /access denied/)),
    },
  ]);
});

describe('vsftpd', { skip: lacks('vsftpd') }, () => {
  const login = 'USER anonymous\r\nPASS vigie@\r\n';
  const enters = says('ftp', login, /\r\n230 Login successful/);
  // A listing within the control connection (RFC 959, STAT with a pathname).
  const stat = (pattern: RegExp) => says('ftp', `${login}STAT .\r\n`, pattern);
  const size = says('ftp', `${login}SIZE customers.csv\r\n`, /\r\n213 23\r\n/);
  const makes = (pattern: RegExp) => says('ftp', `${login}MKD incoming/new\r\n`, pattern);
  each(startVsftpd, [
    {
      state: 'open',
      finds: 'files, and no writing',
      check: all(stat(/customers\.csv\r\n/), size, makes(/\r\n550 Permission denied/), logs(/OK LOGIN.*vigie@/)),
    },
    { state: 'open', options: elsewhere, finds: 'files', check: size },
    { state: 'writable', finds: 'files, and writing', check: all(size, makes(/\r\n257 ".*\/incoming\/new" created/)) },
    { state: 'half-open', finds: 'files without a list', check: all(stat(/\r\n550 Permission denied/), size) },
    {
      state: 'empty',
      finds: 'an empty list',
      check: all(enters, stat(/213-Status follows:\r\n.* \.\r\n.* \.\.\r\n213 End/)),
    },
    { state: 'closed', finds: '530 for a password', check: says('ftp', login, /\r\n530 Login incorrect/) },
    {
      state: 'tls-required',
      finds: '530 for a name',
      check: says('ftp', login, /\r\n530 Anonymous sessions must use enc/),
    },
  ]);
});

describe('mosquitto', { skip: lacks('mosquitto') }, () => {
  const packet = (head: number, ...parts: readonly (string | readonly number[])[]) => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : Buffer.from(part))));
    return Buffer.concat([Buffer.from([head, body.length]), body]);
  };
  const text = (value: string) => Buffer.from(`\0${String.fromCharCode(value.length)}${value}`);
  const hello = packet(0x10, 'MQTT', [4, 2, 0, 30], 'vigie');
  const reads = (topic: string) => Buffer.concat([hello, packet(0x82, [0, 1], topic, [0])]);
  const granted = ' <02><00><00><90><03><00><01><00>';
  each(startMosquitto, [
    {
      state: 'open',
      finds: 'every topic',
      check: all(says('mqtt', reads('home/#'), /home\/ada\/heart-rate71/), logs(/Received SUBSCRIBE from vigie/)),
    },
    { state: 'open', options: elsewhere, finds: 'topics', check: says('mqtt', reads('#'), /home\/dooropen/) },
    {
      state: 'open',
      options: { tls: true },
      finds: 'topics within TLS',
      check: says('mqtt', reads('#'), /heart/, true),
    },
    {
      state: 'open',
      options: { websockets: true },
      finds: 'an upgrade to websockets',
      check: says('websockets', upgrade(), /^HTTP\/1\.1 101 .*Sec-WebSocket-Protocol: mqtt/s),
    },
    {
      state: 'half-open',
      finds: 'public topics only',
      check: all(
        says('mqtt', reads('#'), new RegExp(`^${granted}.*public/weather21`)),
        says('mqtt', reads('$SYS/broker/version'), /mosquitto version 2\.0/),
        says('mqtt', Buffer.concat([reads('home/#'), packet(0xc0)]), new RegExp(`^${granted}<d0><00>$`)),
      ),
    },
    {
      state: 'no-topics',
      finds: 'a grant and nothing more',
      check: says('mqtt', Buffer.concat([reads('#'), packet(0xc0)]), new RegExp(`^${granted}<d0><00>$`)),
    },
    {
      state: 'closed',
      finds: 'CONNACK 5',
      check: all(says('mqtt', hello, /^ <02><00><05>$/), logs(/disconnected, not authorised/)),
    },
  ]);
});

/** A search of the root entry, by hand (RFC 4511, 4.5.1): base "", scope base, filter (objectClass=*), no bind before. */
const SEARCH_ROOT = Buffer.from(
  '3025020101632004000a01000a0100020101020105010100870b6f626a656374436c6173733000',
  'hex',
);

describe('openldap', { skip: lacks('slapd') || lacks('ldapsearch', 'ldap-utils') }, () => {
  const finds = (base: string, scope: string, pattern: RegExp, scheme = 'ldap') =>
    prints(
      'ldapsearch',
      ({ host, ports }) => ['-x', '-LLL', '-H', `${scheme}://${host}:${ports[scheme]}`, '-b', base, '-s', scope],
      pattern,
    );
  const people = `ou=people,${OPENLDAP_SUFFIX}`;
  const root = finds('', 'base', /^dn:/m);
  each(startOpenldap, [
    {
      state: 'open',
      finds: 'people, without passwords',
      check: all(root, finds(people, 'one', /^(?!.*userPassword).*mail: ada@/s), logs(/SRCH base="ou=people/)),
    },
    { state: 'open', options: elsewhere, finds: 'people', check: finds(people, 'one', /mail: bo@/) },
    {
      state: 'open',
      options: { tls: true },
      finds: 'a handshake on its second port',
      check: all(finds(people, 'one', /mail: bo@/), says('ldaps', SEARCH_ROOT, /OpenLDAProotDSE/, true)),
    },
    { state: 'half-open', finds: 'the root entry only', check: all(root, finds(people, 'one', /Insufficient access/)) },
    { state: 'search-only', finds: 'success and no entry', check: all(root, finds(OPENLDAP_SUFFIX, 'sub', /^$/)) },
    {
      state: 'public-branch',
      finds: 'rooms, no people',
      check: all(finds(`ou=rooms,${OPENLDAP_SUFFIX}`, 'one', /cn: hall/), finds(people, 'one', /No such object/)),
    },
    { state: 'hidden', finds: 'no tree', check: all(root, finds(people, 'one', /No such object/)) },
    {
      state: 'tls-required',
      options: { tls: true },
      finds: 'a demand for TLS, and the root entry within it',
      check: all(finds('', 'base', /onfidentiality required/), says('ldaps', SEARCH_ROOT, /OpenLDAProotDSE/, true)),
    },
    {
      state: 'closed',
      finds: 'no bind, and no search without one',
      check: all(
        finds('', 'base', /anonymous bind disallowed/),
        says('ldap', SEARCH_ROOT, /\n<01>5.*authentication required/),
      ),
    },
  ]);
});

describe('zookeeper', { skip: lacks('java', 'zookeeper openjdk-17-jre-headless') }, () => {
  const number = (value: number) => value.toString(16).padStart(8, '0');
  const session = `0000002c${'00'.repeat(12)}${number(4000)}${'00'.repeat(8)}${number(16)}${'00'.repeat(16)}`;
  /** getChildren is request type 8; the last byte asks for no watch. */
  const children = (path: string, pattern: RegExp) => {
    const request = `${number(1)}${number(8)}${number(path.length)}${Buffer.from(path).toString('hex')}00`;
    return says('client', Buffer.from(`${session}${number(request.length / 2)}${request}`, 'hex'), pattern);
  };
  const srvr = says('client', 'srvr', /^Zookeeper version: 3\..*Node count: \d+/s);
  each(startZookeeper, [
    {
      state: 'open',
      finds: 'nodes, and srvr alone of the words',
      check: all(srvr, says('client', 'envi', /not in the whitelist/), children('/', /app/), logs(/type:getChildren/)),
    },
    { state: 'open', options: elsewhere, finds: 'nodes', check: children('/app', /users/) },
    { state: 'wide', finds: 'every word', check: all(says('client', 'envi', /java\.version/), children('/', /app/)) },
    {
      state: 'wide',
      options: { admin: true },
      finds: 'the admin server',
      check: all(answers('admin', '/commands/stats', 200, /"version" : "3\./), answers('admin', '/', 404)),
    },
    {
      state: 'half-open',
      finds: 'error -102 for the root, and what lies below',
      check: all(srvr, children('/', /<ff><ff><ff><9a>$/), children('/app', /users/)),
    },
    { state: 'closed', finds: 'error -124 for each request', check: all(srvr, children('/', /<ff><ff><ff><84>$/)) },
  ]);
});

describe('rabbitmq', { skip: lacks('rabbitmq-server') }, () => {
  const start = says('amqp', 'AMQP\0\0\x09\x01', /version.*3\.1.*PLAIN/);
  const as = (account: string) => ({ authorization: `Basic ${Buffer.from(account).toString('base64')}` });
  const knows = (account: string, status: number) => answers('management', '/api/whoami', status, /^/, as(account));
  each(startRabbitmq, [
    {
      state: 'guest-anywhere',
      options: { management: true, ...elsewhere },
      finds: 'guest, and nothing without it',
      check: all(start, answers('management', '/api/overview', 401), knows('guest:guest', 200), logs(/accepting AMQP/)),
    },
    {
      state: 'anonymous-mqtt',
      finds: 'a stranger by MQTT',
      check: all(start, says('mqtt', '\x10\x11\0\x04MQTT\x04\x02\0\x1e\0\x05vigie', /^ <02><00><00>$/)),
    },
    {
      state: 'closed',
      options: { management: true, metrics: true },
      finds: 'no guest; the names of queues in the metrics',
      check: all(
        start,
        knows('guest:guest', 401),
        answers('metrics', '/metrics/per-object', 200, /queue_messages\{vhost="\/",queue="orders"\} 0/),
        logs(/HTTP access denied: user 'guest'/),
      ),
    },
  ]);
});

describe('jupyter', { skip: lacks('jupyter-notebook') }, () => {
  const version = answers('http', '/api', 200, /"version": "6\./);
  const contents = answers('http', '/api/contents', 200, /customers\.ipynb/);
  const otherName = { host: 'notebook.example.org' };
  each(startJupyter, [
    {
      state: 'open',
      finds: 'files and terminals, under its own name only',
      check: all(
        version,
        contents,
        answers('http', '/api/terminals', 200, /^\[\]/),
        answers('http', '/api', 403, /^/, otherName),
        logs(/200 GET \/api\/contents/),
      ),
    },
    {
      state: 'open',
      options: { anyHostName: true, ...elsewhere },
      finds: 'files under any name',
      check: all(contents, answers('http', '/api', 200, /^/, otherName)),
    },
    { state: 'no-terminals', finds: 'files', check: all(contents, answers('http', '/api/terminals', 404)) },
    { state: 'closed', finds: 'the version only', check: all(version, answers('http', '/api/contents', 403)) },
  ]);
});

describe('docker', { skip: lacksDocker() }, () => {
  const ping = (pattern: RegExp, tls: boolean) => says('api', 'GET /_ping HTTP/1.0\r\n\r\n', pattern, tls);
  const containers = '/containers/json?all=1';
  each(startDocker, [
    {
      state: 'open',
      options: elsewhere,
      finds: 'containers',
      check: all(answers('api', containers, 200, /"Names":\["\/shop"\]/), logs(/Calling GET \/containers\/json/)),
    },
    {
      state: 'tls-open',
      finds: 'containers within TLS',
      check: all(ping(/400 Bad Request/, false), answers('api', containers, 200, /shop/, {}, true)),
    },
    {
      state: 'closed',
      finds: 'an alert for an answer',
      check: all(ping(/400 Bad Request/, false), saysNothing('api', 'GET /_ping HTTP/1.0\r\n\r\n', true)),
    },
  ]);
});

describe('chroma', { skip: lacksChroma() }, () => {
  const database = '/api/v2/tenants/default_tenant/databases/default_database';
  each(startChroma, [
    {
      state: 'open',
      options: elsewhere,
      finds: 'a collection',
      check: all(answers('http', `${database}/collections`, 200, /"name":"chats"/), answers('http', '/', 404)),
    },
  ]);
});

/** RFC 6455, section 4.1. */
function upgrade(): string {
  const lines = ['GET /mqtt HTTP/1.1', 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket'];
  const socket = [
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: mqtt',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  return `${[...lines, ...socket].join('\r\n')}\r\n\r\n`;
}
