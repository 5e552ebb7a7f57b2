// Clients of PostgreSQL and MariaDB that come from a loopback address of one's choice and name a program, one statement after the other,
// for tests and measurements that need to be several people at once.
import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import mysql from 'mysql2/promise';
import pg from 'pg';

export interface ClientOf {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Such as 127.10.0.3. */
  readonly from: string;
  /** Empty where it does not say. */
  readonly program: string;
}

export interface StoreClient {
  /** The number that the server's log has for the connection. */
  readonly connection: number;
  /** Reads all rows and drops them. @returns whether the store did as it was asked */
  readonly run: (sql: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** @returns undefined where the sign-in was refused */
export async function postgresqlClient(who: ClientOf): Promise<StoreClient | undefined> {
  const { port, user, password, database, from, program } = who;
  const stream = () => {
    const socket = new Socket();
    const plain = socket.connect.bind(socket);
    // The client says port and host; where from is said here.
    socket.connect = (() => plain({ port, host: HOST, localAddress: from })) as typeof socket.connect;
    return socket;
  };
  const named = program === '' ? {} : { application_name: program };
  const client = new pg.Client({ host: HOST, port, user, password, database, stream, ...named });
  // A server that hangs up is heard of by the statement that fails.
  client.on('error', () => undefined);
  if (!(await succeeds(client.connect()))) return undefined;
  const { processID } = client as unknown as { readonly processID: number };
  return {
    connection: processID,
    run: (sql) => succeeds(client.query(sql)),
    close: async () => {
      await succeeds(client.end());
    },
  };
}

/** @returns undefined where the sign-in was refused */
export async function mariadbClient(who: ClientOf): Promise<StoreClient | undefined> {
  const { port, user, password, database, from } = who;
  const stream = connect({ port, host: HOST, localAddress: from });
  await once(stream, 'connect');
  try {
    const client = await mysql.createConnection({ stream, user, password, database, multipleStatements: true });
    client.on('error', () => undefined);
    return {
      connection: client.threadId,
      run: (sql) => succeeds(client.query(sql)),
      close: async () => {
        await succeeds(client.end());
      },
    };
  } catch {
    // Refused, which is what brute force is about.
    stream.destroy();
    return undefined;
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    // That a statement fails is an answer here; the server's log says why.
    return false;
  }
}
