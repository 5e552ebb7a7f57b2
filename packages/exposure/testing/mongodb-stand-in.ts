// A stand-in for MongoDB, from https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ and its manual of
// commands: OP_MSG, cursors, a login by SCRAM, and as much of aggregation as is asked of it here.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { Binary, type Document, deserialize, Long, ObjectId, serialize } from 'bson';

export interface MongodbStandIn {
  readonly port: number;
  /** Names of commands, in order. */
  readonly commands: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface MongodbOptions {
  /** Databases, their collections, their documents. */
  readonly data: Readonly<Record<string, Readonly<Record<string, readonly Document[]>>>>;
  /** A user whose login is demanded. */
  readonly login?: {
    readonly user: string;
    readonly password: string;
    readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-1';
  };
  /** Answers in place of the stand-in's own: a document, bytes as they are, or the end of the connection. */
  readonly instead?: (name: string, command: Document) => Document | Buffer | 'end' | undefined;
}

const ITERATIONS = 4096;
const SALT = Buffer.from('a salt of sixteen');

export async function startMongodbStandIn({ data, login, instead }: MongodbOptions): Promise<MongodbStandIn> {
  const commands: string[] = [];
  const cursors = new Map<bigint, Document[]>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    const guest: Guest = { isIn: login === undefined, first: '', server: '' };
    let waiting = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
        const size = waiting.readInt32LE(0);
        const command = deserialize(waiting.subarray(21, size), { useBigInt64: true });
        const id = waiting.readInt32LE(4);
        waiting = waiting.subarray(size);
        const name = Object.keys(command)[0] ?? '';
        commands.push(name);
        const answer = instead?.(name, command) ?? answerTo(name, command, guest);
        if (answer === 'end') return void socket.destroy();
        socket.write(Buffer.isBuffer(answer) ? answer : replyOf(id, answer));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: address.port, commands, stop };

  function answerTo(name: string, command: Document, guest: Guest): Document {
    if (/^(?:hello|ismaster)$/i.test(name)) {
      const mechanisms = login && { saslSupportedMechs: [login.mechanism] };
      return {
        ok: 1,
        isWritablePrimary: true,
        ismaster: true,
        maxWireVersion: 21,
        minWireVersion: 0,
        maxBsonObjectSize: 16 << 20,
        maxMessageSizeBytes: 48_000_000,
        ...mechanisms,
      };
    }
    if (name === 'saslStart' || name === 'saslContinue')
      return login ? scramOf(name, command, guest, login) : { ok: 0, code: 59 };
    if (!guest.isIn) return { ok: 0, code: 13, errmsg: 'hidden-word requires authentication' };
    const database = data[String(command.$db)] ?? {};
    const documents = database[String(command[name])];
    switch (name) {
      case 'listDatabases':
        return { ok: 1, databases: [...Object.keys(data), 'admin', 'local', 'config'].map((each) => ({ name: each })) };
      case 'listCollections':
        return cursorOf(
          [
            ...Object.keys(database).map((each) => ({ name: each, type: 'collection' })),
            { name: 'system.views', type: 'collection' },
            { name: 'seen', type: 'view' },
          ],
          command,
          '$cmd.listCollections',
        );
      case 'count':
        return { ok: 1, n: documents?.length ?? 0 };
      case 'find': {
        const wanted = command.projection as Document | undefined;
        return cursorOf(
          (documents ?? []).map((each) => (wanted ? projected(each, wanted) : each)),
          command,
          String(command[name]),
        );
      }
      case 'aggregate':
        return cursorOf(
          (command.pipeline as Document[]).reduce(stage, [...(documents ?? [])]),
          command,
          String(command[name]),
        );
      case 'getMore':
        return nextOf(command);
      case 'killCursors':
        for (const id of command.cursors as bigint[]) cursors.delete(BigInt(id));
        return { ok: 1 };
      case 'ping':
      case 'endSessions':
        return { ok: 1 };
      default:
        return { ok: 0, code: 59, errmsg: `no such command: ${name}` };
    }
  }

  function cursorOf(documents: Document[], command: Document, collection: string): Document {
    const size = Number(command.batchSize ?? (command.cursor as Document | undefined)?.batchSize ?? 101);
    const id = documents.length > size ? BigInt(cursors.size + 1) + (1n << 60n) : 0n;
    if (id !== 0n) cursors.set(id, documents.slice(size));
    return {
      ok: 1,
      cursor: { id: Long.fromBigInt(id), ns: `${command.$db}.${collection}`, firstBatch: documents.slice(0, size) },
    };
  }

  function nextOf(command: Document): Document {
    const id = BigInt(command.getMore);
    const left = cursors.get(id);
    if (!left) return { ok: 0, code: 43, errmsg: 'cursor not found' };
    const size = Number(command.batchSize ?? 1000);
    const nextBatch = left.splice(0, size);
    if (left.length === 0) cursors.delete(id);
    return {
      ok: 1,
      cursor: {
        id: Long.fromBigInt(left.length === 0 ? 0n : id),
        ns: `${command.$db}.${command.collection}`,
        nextBatch,
      },
    };
  }
}

interface Guest {
  isIn: boolean;
  first: string;
  server: string;
}

function scramOf(name: string, command: Document, guest: Guest, login: NonNullable<MongodbOptions['login']>): Document {
  const said = Buffer.from((command.payload as Binary).buffer).toString();
  const say = (text: string, done: boolean) => ({
    ok: 1,
    conversationId: 1,
    done,
    payload: new Binary(Buffer.from(text)),
  });
  if (name === 'saslStart') {
    guest.first = said.slice(3);
    guest.server = `r=${guest.first.split(',r=')[1]}and-more,s=${SALT.toString('base64')},i=${ITERATIONS}`;
    return say(guest.server, false);
  }
  const isOld = login.mechanism === 'SCRAM-SHA-1';
  const digest = isOld ? 'sha1' : 'sha256';
  const secret = isOld
    ? createHash('md5').update(`${login.user}:mongo:${login.password}`).digest('hex')
    : login.password;
  const salted = pbkdf2Sync(secret, SALT, ITERATIONS, isOld ? 20 : 32, digest);
  const hmac = (key: Buffer, text: string) => createHmac(digest, key).update(text).digest();
  const [withoutProof = '', proof = ''] = said.split(',p=');
  const message = `${guest.first},${guest.server},${withoutProof}`;
  const clientKey = hmac(salted, 'Client Key');
  const signature = hmac(createHash(digest).update(clientKey).digest(), message);
  const expected = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0))).toString('base64');
  const isUser = guest.first.startsWith(`n=${login.user},`);
  if (proof !== expected || !isUser) return { ok: 0, code: 18, errmsg: 'hidden-word' };
  guest.isIn = true;
  return say(`v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}`, true);
}

/** The stages that are asked for here. */
function stage(documents: Document[], step: Document): Document[] {
  const [name, argument] = Object.entries(step)[0] ?? ['', undefined];
  switch (name) {
    case '$count':
      return documents.length === 0 ? [] : [{ [argument]: documents.length }];
    case '$sample':
      return documents
        .filter((_, at) => at % Math.ceil(documents.length / argument.size) === 0)
        .slice(0, argument.size);
    case '$match':
      return documents.filter((each) => matches(each, argument));
    case '$limit':
      return documents.slice(0, argument);
    case '$project':
      return documents.map((each) => {
        const made = Object.entries(argument as Document).filter(([key]) => key !== '_id');
        return Object.fromEntries(made.map(([key, expression]) => [key, evaluated(expression, each)]));
      });
    case '$unwind': {
      const key = String(argument).slice(1);
      return documents.flatMap((each) => [each[key]].flat().map((value) => ({ [key]: value })));
    }
    case '$group':
      return grouped(documents, argument);
    default:
      throw new Error(`no stage ${name}`);
  }
}

/** The conditions that are asked for here: something stands there, and it has another form. */
function matches(document: Document, condition: Document): boolean {
  if (condition.$and) return condition.$and.every((each: Document) => matches(document, each));
  const [column = ''] = Object.keys(condition.$or?.[0] ?? condition);
  const values = [valuesAt(document, column)].flat().filter((value) => value !== null && value !== undefined);
  if (condition.$or) return values.some((value) => value !== '');
  const form = new RegExp(condition[column].$not.$regex);
  return !values.some((value) => typeof value === 'string' && form.test(value));
}

function grouped(documents: Document[], { _id, n }: Document): Document[] {
  const groups = new Map<string, Document>();
  for (const each of documents) {
    const id = Array.isArray(_id) ? _id.map((part) => evaluated(part, each) ?? null) : evaluated(_id, each);
    const key = JSON.stringify(id);
    const group = groups.get(key) ?? { _id: id, ...(n && { n: 0 }) };
    if (n) group.n += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** As much of https://www.mongodb.com/docs/manual/reference/operator/aggregation/ as is asked of it here. */
function evaluated(expression: unknown, document: Document): unknown {
  if (expression === '$$ROOT') return document;
  if (typeof expression === 'string') return valuesAt(document, expression.slice(1));
  if (Array.isArray(expression)) return expression.map((part) => evaluated(part, document));
  const [operator, argument] = Object.entries(expression as Document)[0] ?? [];
  switch (operator) {
    case '$type':
      return typeOf(evaluated(argument, document));
    case '$eq':
      return evaluated(argument[0], document) === argument[1];
    case '$cond':
      return evaluated(argument[evaluated(argument[0], document) ? 1 : 2], document);
    case '$objectToArray':
      return Object.entries(evaluated(argument, document) as Document).map(([k, v]) => ({ k, v }));
    default:
      throw new Error(`no operator ${operator}`);
  }
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Long) return 'long';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function valuesAt(document: Document, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Document | undefined)?.[key], document);
}

function projected(document: Document, wanted: Document): Document {
  const heads = new Set(['_id', ...Object.keys(wanted).map((path) => path.split('.')[0])]);
  return Object.fromEntries(Object.entries(document).filter(([key]) => heads.has(key)));
}

function replyOf(id: number, answer: Document): Buffer {
  const body = serialize(answer);
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
}
