// The courier: takes letters, sends them over several connections, and says of each how it ended.

import { type Dialogue, openDialogue, PATIENCE, type Patience, type Sending } from './dialogue.ts';
import type { Journal } from './journal.ts';
import { createMessages } from './message.ts';
import type { AwayReason, Frame, LetterOrder, Outcome, Relay, Told } from './orders.ts';

export interface CourierOptions {
  readonly relay: Relay;
  readonly frame: Frame;
  readonly journal: Journal;
  readonly now: () => number;
  readonly tell: (told: Told) => void;
  readonly patience?: Patience;
}

export interface Courier {
  take(letter: LetterOrder): void;
  /** Ends letters that are under way, begins no other, and resolves when all connections are closed. */
  finish(): Promise<void>;
  /** Resolves when no further letter can go out. */
  readonly ended: Promise<void>;
}

/** A connection that cannot be opened so often in a row is given up; the last one takes the courier with it. */
const TRIES_TO_CONNECT = 3;
const PAUSE_MS = 500;
/** A letter whose connection broke so often before the dot is put off: it may be the letter that breaks it. */
const MOST_BROKEN = 3;
/** So many refused in a row, and none taken between them: it is the sender or the text, and the rest of the run must not follow them. */
const MOST_REFUSED_IN_A_ROW = 25;

/** RFC 6531, section 3.5: the address is internationalised, and the way to it is not. */
const NEEDS_UTF8 = '5.6.7';

export async function startCourier(options: CourierOptions): Promise<Courier> {
  const { relay, journal, tell, now } = options;
  const messageOf = await createMessages(options.frame);
  const patience = options.patience ?? PATIENCE;
  const waiting: { letter: LetterOrder; broken: number }[] = [];
  const idle: (() => void)[] = [];
  let isEnding = false;
  let refusedInARow = 0;

  const wakeAll = () => {
    for (const wake of idle.splice(0)) wake();
  };
  const giveUp = (reason: AwayReason) => {
    if (!isEnding) tell({ kind: 'away', reason });
    isEnding = true;
    wakeAll();
  };
  const settle = (outcome: Outcome) => {
    journal.outcome(outcome);
    tell(outcome);
  };
  const next = async () => {
    while (!isEnding) {
      const found = waiting.shift();
      if (found) return found;
      await new Promise<void>((resolve) => idle.push(resolve));
    }
    return undefined;
  };

  function judge(sending: Sending, item: { letter: LetterOrder; broken: number }): void {
    const [{ number }, atMs] = [item.letter, now()];
    switch (sending.kind) {
      case 'sent':
        refusedInARow = 0;
        settle({ kind: 'sent', number, code: sending.code, atMs });
        return;
      case 'doubt':
        settle({ kind: 'doubt', number, atMs });
        return;
      case 'needs-utf8':
        // As a server says it that offers SMTPUTF8 and may not pass the address on (RFC 6531, 3.5).
        settle({ kind: 'refused', number, code: 553, enhanced: NEEDS_UTF8, atMs });
        return;
      case 'broken':
        if (item.broken + 1 < MOST_BROKEN) waiting.unshift({ ...item, broken: item.broken + 1 });
        else settle({ kind: 'deferred', number, code: 0, enhanced: '', atMs });
        return;
      case 'answered':
        judgeAnswer(sending, number, atMs);
        return;
    }
  }

  function judgeAnswer({ about, code, enhanced }: Sending & { kind: 'answered' }, number: number, atMs: number): void {
    const isForGood = code >= 500;
    // Who may not send at all may not send to anybody: the letter is not to blame.
    const isOurs = about === 'sender' && isForGood;
    settle({ kind: isForGood && !isOurs ? 'refused' : 'deferred', number, code, enhanced, atMs });
    if (isOurs) giveUp('sender-refused');
    refusedInARow += 1;
    if (refusedInARow >= MOST_REFUSED_IN_A_ROW) giveUp('everything-refused');
  }

  async function connected(): Promise<Dialogue | AwayReason> {
    let reason: AwayReason = 'no-answer';
    for (let tries = 0; tries < TRIES_TO_CONNECT && !isEnding; tries += 1) {
      if (tries > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** tries));
      const opened = await openDialogue(relay, patience);
      if (typeof opened !== 'string') return opened;
      reason = opened;
      if (reason !== 'no-answer') return reason;
    }
    return reason;
  }

  let working = relay.connections;
  /** One connection after the other, and one letter after the other over each. */
  async function work(): Promise<void> {
    let dialogue: Dialogue | undefined;
    let item = await next();
    while (item) {
      if (!dialogue?.isUsable()) {
        const opened = await connected();
        if (typeof opened === 'string') {
          waiting.unshift(item);
          // A relay may allow fewer connections than we would like.
          if (working === 1) giveUp(opened);
          idle.shift()?.();
          break;
        }
        dialogue = opened;
      }
      const { letter } = item;
      const message = messageOf(letter, new Date(now()));
      judge(await dialogue.send(letter.returnPath, letter.to, message, () => journal.dot(letter.number)), item);
      item = await next();
    }
    working -= 1;
    dialogue?.quit();
  }

  const failed = (error: unknown) => {
    giveUp('journal-failed');
    throw error;
  };
  const ended = Promise.all(Array.from({ length: relay.connections }, () => work().catch(failed))).then(
    () => undefined,
  );
  return {
    ended,
    take(letter) {
      waiting.push({ letter, broken: 0 });
      idle.shift()?.();
    },
    async finish() {
      isEnding = true;
      wakeAll();
      await ended;
    },
  };
}
