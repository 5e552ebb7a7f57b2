// A line over a real socket. Reading is paused while nobody waits, so a flood stays in the kernel and not in memory.
import { createHash, type Hash } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { Budgets } from '../budgets.ts';
import { Ended, type EndReason, type Exchange, type Frame, type Line, type ReceiveLimits } from '../line.ts';
import type { TranscriptLine } from '../transcript.ts';

/** What a line is opened with. */
export interface LineContext {
  readonly host: string;
  readonly budgets: Budgets;
  readonly transcript: TranscriptLine;
  readonly openedInMs: number;
  readonly onClose: () => void;
}

export class SocketLine implements Line {
  #socket: Socket;
  readonly #context: LineContext;
  #tls = false;
  /** Bytes received and not yet taken by a frame, at the start of a buffer that grows by doubling. */
  #buffer: Uint8Array<ArrayBuffer> = new Uint8Array(4096);
  #length = 0;
  #end: EndReason | undefined;
  #wake: (() => void) | undefined;
  readonly #overall: NodeJS.Timeout;
  #sent: Uint8Array[] = [];
  #received: Hash = createHash('sha256');
  #receivedBytes = 0;
  readonly #onData = (chunk: Uint8Array) => this.#store(chunk);
  readonly #onEnd = () => this.#finish('closed');
  readonly #onError = (error: Error) => this.#finish(reasonOf(error));

  constructor(socket: Socket, context: LineContext) {
    this.#socket = socket;
    this.#context = context;
    this.#attach(socket);
    this.#overall = setTimeout(() => this.abandon('timeout'), context.budgets.connectionMs);
    this.#overall.unref();
  }

  get tls(): boolean {
    return this.#tls;
  }

  get openedInMs(): number {
    return this.#context.openedInMs;
  }

  send(bytes: Uint8Array | string): void {
    const data = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    this.#flushExchange();
    this.#sent.push(data);
    this.#socket.write(data);
  }

  async ask<T>(bytes: Uint8Array | string, frame: Frame<T>, limits?: ReceiveLimits): Promise<T | Ended> {
    this.send(bytes);
    return this.receive(frame, limits);
  }

  async receive<T>(frame: Frame<T>, limits: ReceiveLimits = {}): Promise<T | Ended> {
    const maxBytes = limits.maxBytes ?? this.#context.budgets.replyBytes;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      this.#wake?.();
    }, limits.withinMs ?? this.#context.budgets.replyMs);
    try {
      for (let seen = -1; ; ) {
        const over = this.#length > maxBytes;
        const final = timedOut || over || this.#end !== undefined;
        if (this.#length !== seen || final) {
          seen = this.#length;
          const framed = frame(this.#buffer.subarray(0, this.#length), final);
          if (typeof framed === 'object') return this.#take(framed.used, framed.reply);
          if (framed === 'foreign') return new Ended('foreign', 'read');
        }
        if (over) return this.abandon('over-budget');
        if (this.#end !== undefined) return new Ended(this.#end, 'read');
        if (timedOut) return new Ended('timeout', 'read');
        await this.#more();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async startTls(): Promise<undefined | Ended> {
    if (this.#end !== undefined) return new Ended(this.#end, 'tls');
    const plain = this.#socket;
    this.#detach(plain);
    const { host, budgets } = this.#context;
    const secured = tlsConnect({
      socket: plain,
      // A scanner looks at what is there: old versions, weak ciphers and unknown certificates included.
      rejectUnauthorized: false,
      minVersion: 'TLSv1',
      ciphers: 'DEFAULT@SECLEVEL=0',
      ...(isIP(host) === 0 && { servername: host }),
    });
    const outcome = await new Promise<'secured' | EndReason>((resolve) => {
      const timer = setTimeout(() => resolve('timeout'), budgets.replyMs);
      const settle = (result: 'secured' | EndReason) => {
        clearTimeout(timer);
        resolve(result);
      };
      secured.once('secureConnect', () => settle('secured'));
      secured.once('error', () => settle('tls'));
      secured.once('close', () => settle('tls'));
      plain.on('error', () => settle('tls'));
    });
    this.#socket = secured;
    this.#context.transcript.note('tls', outcome === 'secured' ? 'handshake done' : 'handshake failed');
    this.#attach(secured);
    if (outcome !== 'secured') {
      this.abandon(outcome);
      return new Ended(outcome, 'tls');
    }
    this.#tls = true;
    return undefined;
  }

  exchange(): Exchange {
    return {
      sent: Buffer.concat(this.#sent),
      receivedBytes: this.#receivedBytes,
      receivedSha256: this.#received.copy().digest('hex'),
    };
  }

  close(): void {
    this.abandon('closed');
  }

  /** Closes for a reason that every later `receive` tells. */
  abandon(reason: EndReason): Ended {
    this.#finish(reason);
    this.#flushExchange();
    clearTimeout(this.#overall);
    this.#socket.destroy();
    this.#context.onClose();
    return new Ended(reason, 'read');
  }

  #attach(socket: Socket): void {
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
    socket.on('error', this.#onError);
    socket.pause();
  }

  #detach(socket: Socket): void {
    socket.off('data', this.#onData);
    socket.off('end', this.#onEnd);
    socket.off('close', this.#onEnd);
    socket.off('error', this.#onError);
  }

  #store(chunk: Uint8Array): void {
    this.#received.update(chunk);
    this.#receivedBytes += chunk.length;
    const needed = this.#length + chunk.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = needed;
    this.#wake?.();
  }

  #take<T>(used: number, reply: T): T {
    // A frame's reply may point into the buffer, so the rest moves to a new one instead of over it.
    this.#buffer = this.#buffer.slice(used, Math.max(this.#length, used + 64));
    this.#length -= used;
    return reply;
  }

  async #more(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#socket.resume();
    });
    this.#wake = undefined;
    if (this.#end === undefined) this.#socket.pause();
  }

  #finish(reason: EndReason): void {
    this.#end ??= reason;
    this.#wake?.();
  }

  #flushExchange(): void {
    if (this.#sent.length > 0 || this.#receivedBytes > 0) this.#context.transcript.exchange(this.exchange());
    this.#sent = [];
    this.#received = createHash('sha256');
    this.#receivedBytes = 0;
  }
}

/** The end reason of a socket error. */
export function reasonOf(error: Error): EndReason {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ECONNREFUSED':
      return 'refused';
    case 'ETIMEDOUT':
      return 'timeout';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EACCES':
    case 'EPERM':
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
      return 'unreachable';
    case 'EPROTO':
      return 'tls';
    default:
      return 'reset';
  }
}
