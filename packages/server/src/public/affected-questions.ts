// "Am I affected?": a question is kept, sealed, whoever asks and whatever the answer; the answer goes to the address itself, later and
// elsewhere. So the page can tell nobody who was a customer, neither by what it says nor by how long it takes.
import { normaliseValue } from '@vigie/classify/values';
import { sql } from 'kysely';
import { isConfirmed } from '../letters/contacts/confirmed.ts';
import { EMAIL_PURPOSE } from '../letters/contacts/contact.ts';
import { openDialogue } from '../letters/courier/dialogue.ts';
import { createMessages } from '../letters/courier/message.ts';
import { domainOf, type MailSettings, readMailSettings, relayOf } from '../mail/mail-settings.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { titleIn } from './incidents.ts';
import type { PublicLanguage } from './words.ts';
import { wordsIn } from './words-in.ts';

const QUESTION_PURPOSE = 'affected-question/email';
/** Questions that wait at most: more are a flood, and the page says so to everybody. */
const MOST_WAITING = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Question {
  readonly caseId: string;
  /** Already read as an address. */
  readonly address: string;
  readonly language: PublicLanguage;
}

/** Keeps a question. @returns false where too many wait */
export async function keepQuestion(room: Room, { caseId, address, language }: Question): Promise<boolean> {
  const now = room.clock.now();
  const { waiting } = await room.records
    .selectFrom('affected_question')
    .select(({ fn }) => fn.countAll().as('waiting'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  if (Number(waiting) >= MOST_WAITING) return false;
  await room.records
    .insertInto('affected_question')
    .values({
      id: room.newId(),
      case_id: caseId,
      asked_at: now,
      language,
      sealed: room.vault.seal(address, QUESTION_PURPOSE),
      email_index: room.vault.index(normaliseValue('person/email', address), EMAIL_PURPOSE),
      due_at: now,
    })
    .execute();
  return true;
}

export interface AnswerDesk {
  /** Answers what is due now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_MS = 5000;
const AT_ONCE = 50;
const MOST_TRIES = 10;
const FIRST_PAUSE_MS = 60_000;

export function openAnswerDesk(room: Room, allowed: AllowedAddresses, lookMs = LOOK_MS): AnswerDesk {
  let looking: Promise<void> | undefined;
  const look = (): Promise<void> => {
    looking ??= answerDue(room, allowed)
      .catch((error: unknown) => room.log.mistake(error, { part: 'affected questions' }))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return {
    look,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

async function answerDue(room: Room, allowed: AllowedAddresses): Promise<void> {
  const now = room.clock.now();
  await room.records
    .deleteFrom('affected_question')
    .where('state', '<>', 'waiting')
    .where('asked_at', '<', new Date(now.getTime() - DAY_MS))
    .execute();
  const due = await room.records
    .selectFrom('affected_question')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(AT_ONCE)
    .execute();
  if (due.length === 0) return;
  const mail = await readMailSettings(room.records);
  const relay = mail && (await relayOf(room, mail.settings, allowed));
  if (!mail || !relay || typeof relay === 'string') return;
  const dialogue = await openDialogue(relay, { connectMs: 10_000, answerMs: 60_000 });
  // They wait, and are answered when the mail server is back.
  if (typeof dialogue === 'string') return;
  for (const question of due) {
    if (!dialogue.isUsable()) break;
    if (await wasAnsweredToday(room, question)) {
      await close(room, question.id, 'dropped');
      continue;
    }
    const opened = room.vault.open(question.sealed, QUESTION_PURPOSE);
    const message = 'code' in opened ? undefined : await answerTo(room, mail.settings, question, opened.text);
    if ('code' in opened || message === undefined) {
      await close(room, question.id, 'dropped');
      continue;
    }
    const sending = await dialogue.send(mail.settings.from.address, opened.text, message, async () => {});
    // A doubt is an answer: a second mail to somebody who asked once would be worse than none, and they can ask again.
    if (sending.kind === 'sent' || sending.kind === 'doubt') await close(room, question.id, 'answered');
    else if (sending.kind === 'needs-utf8' || (sending.kind === 'answered' && sending.code >= 500))
      await close(room, question.id, 'dropped');
    else await putOff(room, question.id, question.tries);
  }
  dialogue.quit();
}

interface AskedRow {
  readonly id: string;
  readonly case_id: string;
  readonly email_index: string;
  readonly language: string;
  readonly asked_at: Date;
}

async function wasAnsweredToday(room: Room, { id, case_id, email_index, asked_at }: AskedRow): Promise<boolean> {
  const row = await room.records
    .selectFrom('affected_question')
    .select('id')
    .where('email_index', '=', email_index)
    .where('case_id', '=', case_id)
    .where('state', '=', 'answered')
    .where('asked_at', '>', new Date(asked_at.getTime() - DAY_MS))
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Undefined where the page was withdrawn meanwhile. */
async function answerTo(
  room: Room,
  settings: MailSettings,
  question: AskedRow,
  address: string,
): Promise<Buffer | undefined> {
  const page = await room.records
    .selectFrom('incident_page')
    .selectAll()
    .where('case_id', '=', question.case_id)
    .where('published', '=', true)
    .executeTakeFirst();
  if (page === undefined) return undefined;
  const indexes = room.vault.indexes(normaliseValue('person/email', address), EMAIL_PURPOSE);
  const contact = await room.records
    .selectFrom('contact')
    .select('id')
    .where('case_id', '=', question.case_id)
    .where(isConfirmed)
    .where((eb) =>
      eb.or([
        eb('email_index', 'in', [...indexes]),
        sql<boolean>`other_email_indexes && ${[...indexes]}::text[] AND other_email_indexes <> '{}'`,
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  const language: PublicLanguage = question.language === 'fr' ? 'fr' : 'en';
  const words = wordsIn(language).answer;
  const about = { title: titleIn(page.titles, language), organisation: page.organisation };
  const isGone = contact === undefined && (await wereErased(room, question.case_id));
  const found = contact === undefined ? words.no(about) : words.yes(about);
  const text = `${isGone ? words.gone(about) : found}\n\n${words.close({ contact: page.contact })}\n`;
  const domain = domainOf(settings.from.address);
  const messageOf = await createMessages({
    from: settings.from,
    ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
    subject: words.subject(about),
    text,
    html: `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
    language,
    listId: `answers.${domain}`,
  });
  return messageOf(
    { number: 0, to: address, messageId: `${question.id}@${domain}`, returnPath: settings.from.address },
    room.clock.now(),
  );
}

/** Then a no would be a guess. */
async function wereErased({ records }: Room, caseId: string): Promise<boolean> {
  const row = await records
    .selectFrom('contact_erasure')
    .select('id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The address is forgotten with the answer; that there was one is kept for a day, so that nobody is flooded. */
async function close(room: Room, id: string, state: 'answered' | 'dropped'): Promise<void> {
  await room.records.updateTable('affected_question').set({ state, sealed: '' }).where('id', '=', id).execute();
}

async function putOff(room: Room, id: string, tries: number): Promise<void> {
  if (tries + 1 >= MOST_TRIES) return close(room, id, 'dropped');
  const due = new Date(room.clock.now().getTime() + FIRST_PAUSE_MS * 2 ** tries);
  await room.records
    .updateTable('affected_question')
    .set({ tries: tries + 1, due_at: due })
    .where('id', '=', id)
    .execute();
}
