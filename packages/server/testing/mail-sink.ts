// An SMTP server on loopback that keeps what it was sent, refuses on demand, and can be slow or drop connections.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SunkMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

/** What the sink does with a recipient: takes it, answers with a code, or closes the connection. */
export type SinkManner =
  | 'take'
  /** Closes right after the dot, before an answer, and keeps the mail. */
  | 'take-and-vanish'
  | { readonly refuseRecipient: number }
  | { readonly refuseMessage: number };

export interface MailSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** How often each recipient got a mail. */
  countsByRecipient(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export interface SinkOptions {
  /** 0: any port. */
  readonly port?: number;
  readonly manner?: (to: string) => SinkManner;
  readonly refuseSender?: number;
  /** Between the dot and the answer, in ms. */
  readonly answerAfterMs?: number;
  readonly user?: string;
  readonly password?: string;
  /** Offers STARTTLS with its built-in certificate. */
  readonly hasTls?: boolean;
  /** PEM of key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly keepsText?: boolean;
  /** False: internationalised addresses are not offered (RFC 6531). */
  readonly offersUtf8?: boolean;
}

function refusal(code: number): Error {
  return Object.assign(new Error(`${code >= 500 ? 5 : 4}.1.1 <somebody@example.org> is not taken`), {
    responseCode: code,
  });
}

export async function openMailSink(options: SinkOptions = {}): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const counts = new Map<string, number>();
  const manner = options.manner ?? (() => 'take');
  const hidden = [...(options.hasTls ? [] : ['STARTTLS']), ...(options.user === undefined ? ['AUTH'] : [])];
  const settings: SMTPServerOptions = {
    disabledCommands: hidden,
    authOptional: options.user === undefined,
    disableReverseLookup: true,
    logger: false,
    hideSMTPUTF8: options.offersUtf8 === false,
    closeTimeout: 100,
    ...(options.tls ?? {}),
    onAuth: ({ username, password }, _session, done) =>
      username === options.user && password === options.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('no'), { responseCode: 535 })),
    onMailFrom: (_address, _session, done) =>
      options.refuseSender === undefined ? done() : done(refusal(options.refuseSender)),
    onRcptTo({ address }, _session, done) {
      const how = manner(address);
      if (typeof how === 'object' && 'refuseRecipient' in how) done(refusal(how.refuseRecipient));
      else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => {
        if (options.keepsText !== false) parts.push(part);
      });
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const how = manner(to);
        if (typeof how === 'object' && 'refuseMessage' in how) return done(refusal(how.refuseMessage));
        counts.set(to, (counts.get(to) ?? 0) + 1);
        if (options.keepsText !== false) mails.push({ from, to, raw: Buffer.concat(parts).toString('utf8') });
        if (how === 'take-and-vanish') return dropConnection(session.id);
        if (options.answerAfterMs === undefined) return done();
        setTimeout(() => done(), options.answerAfterMs);
      });
    },
  };
  const server = new SMTPServer(settings);
  server.on('error', () => {});
  const dropConnection = (id: string) => {
    for (const connection of server.connections) {
      if (connection.id === id) connection.close();
    }
  };
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    countsByRecipient: () => counts,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
