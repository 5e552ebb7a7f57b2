// How commands on this machine speak to a server that runs: a Unix domain socket in the data directory, for its owner only. One line of
// JSON asks; one line answers, and after a `backup` that can begin, the backup's bytes follow until the end of the connection.
import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import * as v from 'valibot';
import type { BackupFault } from './fault.ts';
import type { OldKey } from './old-keys.ts';

/** What a server does when it is asked. */
export interface Control {
  /** The file of the key ring, which is in no backup. */
  readonly keyRing: string;
  /** Writes a whole backup, compressed, to `take`. */
  backup(take: (part: Uint8Array) => Promise<void>): Promise<BackupFault | undefined>;
  rotateKeys(): Promise<{ readonly currentKey: string } | BackupFault>;
  /** Looks at older keys, and takes those out of the ring that are out of use, where `retire` says so. */
  oldKeys(retire: boolean): Promise<readonly OldKey[] | BackupFault>;
}

export interface ControlFault {
  readonly code: 'control-failed';
  readonly message: string;
  readonly remedy: string;
}

const QUESTIONS = ['backup', 'rotate-keys', 'old-keys', 'retire-keys'] as const;
type Ask = (typeof QUESTIONS)[number];

const Question = v.object({ ask: v.picklist(QUESTIONS) });
const Fault = v.object({ code: v.string(), message: v.string(), remedy: v.string() });
const OldKeySchema = v.object({
  id: v.string(),
  madeAt: v.string(),
  uses: v.array(v.object({ table: v.string(), rows: v.number() })),
  isRetired: v.boolean(),
});
const Answer = v.object({
  fault: v.optional(Fault),
  keyRing: v.optional(v.string()),
  currentKey: v.optional(v.string()),
  oldKeys: v.optional(v.array(OldKeySchema)),
});

/** A question is short; whoever sends more is none of our commands. */
const MAX_QUESTION = 1000;
/** The length of a path in sockaddr_un, its end included, on the systems that have the least. */
const MAX_PATH = 103;

/** Listens; resolves to how to stop. Nobody else may have the data directory open: a socket that is there is a dead one. */
export async function listenForCommands(path: string, control: Control): Promise<(() => Promise<void>) | ControlFault> {
  if (Buffer.byteLength(path) > MAX_PATH) return tooLong(path);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A command that ends early is its own affair.
    socket.on('error', () => socket.destroy());
    void answer(socket, control);
  });
  try {
    await rm(path, { force: true });
    server.listen(path);
    await once(server, 'listening');
    await chmod(path, 0o600);
  } catch (error) {
    server.close();
    return notListening(path, error);
  }
  return async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

async function answer(socket: Socket, control: Control): Promise<void> {
  const ask = questionIn(await firstLine(socket));
  if (ask === undefined || socket.destroyed) return void socket.destroy();
  const say = (line: object) => send(socket, `${JSON.stringify(line)}\n`);
  try {
    if (ask === 'rotate-keys') {
      const rotated = await control.rotateKeys();
      await say('code' in rotated ? { fault: rotated } : rotated);
    } else if (ask !== 'backup') {
      const keys = await control.oldKeys(ask === 'retire-keys');
      await say('code' in keys ? { fault: keys } : { oldKeys: keys });
    } else {
      let isBegun = false;
      const begin = () => {
        if (isBegun) return Promise.resolve();
        isBegun = true;
        return say({ keyRing: control.keyRing });
      };
      const fault = await control.backup(async (part) => {
        await begin();
        await send(socket, part);
      });
      // Once bytes have gone, the manifest that is missing at their end says that they are not all.
      if (fault !== undefined && isBegun) return void socket.destroy();
      if (fault !== undefined) await say({ fault });
    }
    socket.end();
  } catch {
    // The other end is gone, or a store failed under way.
    socket.destroy();
  }
}

async function firstLine(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    text += String(part);
    if (text.includes('\n') || text.length > MAX_QUESTION) break;
  }
  return text.split('\n', 1)[0] ?? '';
}

function questionIn(line: string): Ask | undefined {
  try {
    const parsed = v.safeParse(Question, JSON.parse(line));
    return parsed.success ? parsed.output.ask : undefined;
  } catch {
    // No JSON is no question.
    return undefined;
  }
}

function send(socket: Socket, part: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(part, (error) => (error ? reject(error) : resolve()));
  });
}

/** Asks the server that has this socket; undefined where none runs. @param take gets what follows the first line */
async function ask(path: string, question: Ask, take: (part: Uint8Array) => Promise<void>) {
  const socket = createConnection(path);
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isOpen) return undefined;
  try {
    await send(socket, `${JSON.stringify({ ask: question })}\n`);
    let head: Buffer | undefined = Buffer.alloc(0);
    let said: v.InferOutput<typeof Answer> | undefined;
    for await (const part of socket as AsyncIterable<Buffer>) {
      if (head === undefined) await take(part);
      else {
        head = Buffer.concat([head, part]);
        const end = head.indexOf('\n');
        if (end === -1) continue;
        said = v.parse(Answer, JSON.parse(head.subarray(0, end).toString()));
        if (end + 1 < head.length) await take(head.subarray(end + 1));
        head = undefined;
      }
    }
    return said ?? BROKEN_OFF;
  } catch {
    // The connection broke, or what answers is no server of ours.
    return BROKEN_OFF;
  } finally {
    socket.destroy();
  }
}

/** Has the server that runs make a backup; undefined where none runs. What was taken is whole only if its manifest says so. */
export async function askForBackup(
  path: string,
  take: (part: Uint8Array) => Promise<void>,
): Promise<{ readonly keyRing: string } | BackupFault | undefined> {
  const said = await ask(path, 'backup', take);
  return said && (faultIn(said) ?? { keyRing: said.keyRing ?? '' });
}

/** Has the server that runs rotate its keys; undefined where none runs. */
export async function askToRotate(path: string): Promise<{ readonly currentKey: string } | BackupFault | undefined> {
  const said = await ask(path, 'rotate-keys', async () => undefined);
  if (said === undefined) return undefined;
  const { currentKey } = said;
  return faultIn(said) ?? (currentKey === undefined ? faultIn(BROKEN_OFF) : { currentKey });
}

/** Has the server that runs look at older keys, and retire what is out of use; undefined where none runs. */
export async function askForOldKeys(
  path: string,
  retire: boolean,
): Promise<readonly OldKey[] | BackupFault | undefined> {
  const said = await ask(path, retire ? 'retire-keys' : 'old-keys', async () => undefined);
  return said && (faultIn(said) ?? said.oldKeys ?? faultIn(BROKEN_OFF));
}

function faultIn({ fault }: v.InferOutput<typeof Answer>): BackupFault | undefined {
  return fault && { ...fault, code: 'server-failed' };
}

const BROKEN_OFF: v.InferOutput<typeof Answer> = {
  fault: {
    code: 'server-failed',
    message: 'the server that runs broke off',
    remedy: 'look at what it says, and try again',
  },
};

function tooLong(path: string): ControlFault {
  return {
    code: 'control-failed',
    message: `${path} is longer than the ${MAX_PATH} bytes that a socket's path may have`,
    remedy: 'backups and rotations work while the server is stopped; a shorter --data-dir lets them work while it runs',
  };
}

function notListening(path: string, error: unknown): ControlFault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return {
    code: 'control-failed',
    message: `commands cannot be heard on ${path} (${reason})`,
    remedy: 'check that its folder is on a file system that has sockets; without it stop the server for a backup',
  };
}
