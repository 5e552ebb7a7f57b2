// One connection to the relay (RFC 5321), over which letters go one after the other. What it adds to nodemailer's: the journal is
// written before the final dot, and after a failure it is known on which side of the dot it happened.
import { connect as connectSocket, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { needsUtf8 } from '../contacts/mail-address.ts';
import type { AwayReason, Relay } from './orders.ts';

/** How the sending of one letter ended, seen from the dialogue. */
export type Sending =
  | { readonly kind: 'sent'; readonly code: number }
  /** An answer of the server's: 4yz or 5yz, at the sender, the recipient or the message. */
  | {
      readonly kind: 'answered';
      readonly about: 'sender' | 'recipient' | 'message';
      readonly code: number;
      readonly enhanced: string;
    }
  /** The address is internationalised and the server does not offer SMTPUTF8: nothing was sent. */
  | { readonly kind: 'needs-utf8' }
  /** The connection ended before the dot: the letter was not sent, and may go over another one. */
  | { readonly kind: 'broken' }
  /** The connection ended after the dot. */
  | { readonly kind: 'doubt' };

export interface Dialogue {
  /**
   * Sends one letter.
   *
   * @param beforeDot resolves when the dot may leave; where it fails the dot does not leave
   */
  send(from: string, to: string, message: Buffer, beforeDot: () => Promise<void>): Promise<Sending>;
  /** Whether another letter can go over it. */
  isUsable(): boolean;
  quit(): void;
}

/** RFC 5321, 4.5.3.2: five minutes for commands, ten for the answer to the dot. */
export interface Patience {
  readonly connectMs: number;
  readonly answerMs: number;
}
export const PATIENCE: Patience = { connectMs: 30_000, answerMs: 600_000 };

/** Connects and signs in. */
export async function openDialogue(relay: Relay, patience: Patience): Promise<Dialogue | AwayReason> {
  const socket = await openSocket(relay, patience.connectMs);
  if (typeof socket === 'string') return socket;
  const connection = new SMTPConnection({
    connection: socket,
    host: relay.serverName,
    port: relay.port,
    name: relay.helloName,
    secure: relay.security === 'tls',
    requireTLS: relay.security === 'starttls',
    ignoreTLS: relay.security === 'none',
    tls: {
      servername: relay.serverName,
      minVersion: 'TLSv1.2',
      ...(relay.certificate === undefined ? {} : { ca: relay.certificate }),
    },
    greetingTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
  });
  let offersUtf8 = false;
  const failed = await new Promise<AwayReason | undefined>((resolve) => {
    connection.once('error', (error) => resolve(reasonOf(error)));
    connection.once('end', () => resolve('no-answer'));
    connection.connect((error) => {
      // The last answer was the one to EHLO, with a line for each extension (RFC 5321, 4.1.1.1).
      offersUtf8 = /^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || '');
      if (error) resolve(reasonOf(error));
      else if (relay.user === undefined) resolve(undefined);
      else {
        const credentials = { user: relay.user, pass: relay.password ?? '' };
        connection.login({ user: relay.user, credentials }, (refused) =>
          resolve(refused ? loginReason(refused) : undefined),
        );
      }
    });
  });
  // Later failures reach whoever sends; without a listener they would end the process.
  connection.on('error', () => {});
  if (failed === undefined) return dialogueOver(connection, socket, offersUtf8);
  connection.close();
  socket.destroy();
  return failed;
}

function openSocket({ address, port }: Relay, timeoutMs: number): Promise<Socket | AwayReason> {
  return new Promise((resolve) => {
    // The dot is a small segment behind a large one: with Nagle's algorithm it would wait for a delayed acknowledgement.
    const socket = connectSocket({ host: address, port, noDelay: true });
    const timer = setTimeout(() => {
      socket.destroy();
      resolve('no-answer');
    }, timeoutMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(error.code === 'ECONNREFUSED' ? 'connection-refused' : 'no-answer');
    });
  });
}

function reasonOf({ code, originalCode = '' }: NodemailerError): AwayReason {
  // What the TLS socket says of a certificate has a code of OpenSSL's: DEPTH_ZERO_SELF_SIGNED_CERT, ERR_TLS_CERT_ALTNAME_INVALID …
  if (code === 'ETLS' || /CERT|TLS|SSL|SELF_SIGNED/.test(originalCode)) return 'tls-failed';
  return code === 'EPROTOCOL' ? 'protocol-broken' : 'no-answer';
}

function loginReason(error: NodemailerError): AwayReason {
  return error.responseCode === undefined ? reasonOf(error) : 'login-refused';
}

function dialogueOver(connection: SMTPConnection, socket: Socket, offersUtf8: boolean): Dialogue {
  let usable = true;
  connection.once('end', () => {
    usable = false;
  });
  const drop = () => {
    usable = false;
    connection.close();
    socket.destroy();
  };
  return {
    isUsable: () => usable,
    quit() {
      usable = false;
      connection.quit();
    },
    async send(from, to, message, beforeDot) {
      if (needsUtf8(to) && !offersUtf8) return { kind: 'needs-utf8' };
      const passage = passageOf(message, beforeDot);
      const { error, info } = await new Promise<{ error?: NodemailerError; info?: SMTPConnectionSendInfo }>(
        (resolve) => {
          connection.send({ from, to: [to], size: message.length }, passage.stream, (failure, result) =>
            resolve(failure ? { error: failure } : { info: result }),
          );
        },
      );
      const place = passage.close();
      if (error === undefined && place === 'behind the dot') return { kind: 'sent', code: codeIn(info?.response) };
      if (error?.code === 'EMESSAGE' && error.responseCode === undefined) return TOO_LARGE;
      const code = error?.responseCode;
      if (code === undefined || code < 400) {
        drop();
        return { kind: place === 'behind the dot' ? 'doubt' : 'broken' };
      }
      // Within a message RSET would be a line of it; after 421 the server closes.
      const isBetweenMessages = place !== 'in the message' && code !== 421;
      if (!isBetweenMessages || !(await reset(connection))) drop();
      return {
        kind: 'answered',
        about: error === undefined ? 'message' : aboutOf(error),
        code,
        enhanced: enhancedIn(error?.response),
      };
    },
  };
}

/** The server told its limit before (RFC 1870), and the message is over it. */
const TOO_LARGE: Sending = { kind: 'answered', about: 'message', code: 552, enhanced: '5.3.4' };

type Place = 'before the message' | 'in the message' | 'behind the dot';

/** The message on its way to the socket, which knows where it is. */
function passageOf(message: Buffer, beforeDot: () => Promise<void>) {
  let place: Place = 'before the message';
  let isClosed = false;
  const goOn = () => {
    if (isClosed) throw new Error('the transaction has ended before the end of the message');
  };
  async function* parts() {
    goOn();
    place = 'in the message';
    yield message;
    goOn();
    await beforeDot();
    goOn();
    place = 'behind the dot';
  }
  const stream = Readable.from(parts(), { objectMode: false });
  // Told to whoever sends.
  stream.on('error', () => {});
  return {
    stream,
    /** The transaction has ended: nothing more of the message leaves, the dot least of all. */
    close(): Place {
      isClosed = true;
      return place;
    },
  };
}

function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => connection.reset((error) => resolve(!error)));
}

function aboutOf({ command }: NodemailerError): 'sender' | 'recipient' | 'message' {
  if (command === 'MAIL FROM') return 'sender';
  return command === 'RCPT TO' ? 'recipient' : 'message';
}

function codeIn(response: string | undefined): number {
  return Number(/^\d{3}/.exec(response ?? '')?.[0] ?? 250);
}

/** RFC 3463: class, subject, detail. Nothing else of the answer is kept. */
function enhancedIn(response: string | undefined): string {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? '';
}
