// What a reminder says. A mail is read on many screens: it has the codename, the duty and the time, and nothing of the case.
import type { DuePoint } from './send-reminders.ts';

interface Words {
  readonly soon: (left: string) => string;
  readonly now: string;
  readonly due: (at: string) => string;
  readonly open: string;
  readonly days: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly why: string;
}

const WORDS: Record<'en' | 'fr', Words> = {
  en: {
    soon: (left) => `${left} left`,
    now: 'the time has come',
    due: (at) => `Due: ${at}`,
    open: 'The case:',
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    why: 'You get this since you sit on a seat of this case, or since nobody does.',
  },
  fr: {
    soon: (left) => `il reste ${left}`,
    now: 'l’heure est venue',
    due: (at) => `Échéance : ${at}`,
    open: 'Le dossier :',
    days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
    hours: (count) => (count === 1 ? '1 heure' : `${count} heures`),
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    why: 'Vous recevez ce message parce que vous tenez un rôle dans ce dossier, ou parce que personne n’en tient.',
  },
};

/** @param origin where the pages are */
export function mailOf(
  { codename, article, what, recipient, dueAt, caseId }: DuePoint,
  language: 'en' | 'fr',
  now: Date,
  origin: string,
): { readonly subject: string; readonly text: string } {
  const words = WORDS[language];
  const leftS = Math.max(0, Math.round((dueAt.getTime() - now.getTime()) / 1000));
  const left = leftS < 60 ? words.now : words.soon(durationIn(words, leftS));
  const at = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(dueAt);
  return {
    subject: `${codename}: ${article}, ${left}`,
    text: [
      `${what} (${article})`,
      `→ ${recipient}`,
      '',
      `${words.due(`${at} UTC`)} (${left})`,
      '',
      `${words.open} ${origin}/cases/${caseId}`,
      '',
      words.why,
      '',
    ].join('\n'),
  };
}

/** A reminder goes out some seconds after its point: a day less a moment is told as a day. Otherwise what is begun does not count. */
const GRACE_S = 300;
/** Deadlines of three days are told in hours, as the law does. */
const LONG_HOURS = 96;

function durationIn({ days, hours, minutes }: Words, seconds: number): string {
  const wholeHours = Math.floor((seconds + GRACE_S) / 3600);
  if (wholeHours >= LONG_HOURS) return days(Math.floor(wholeHours / 24));
  return wholeHours > 0 ? hours(wholeHours) : minutes(Math.floor(seconds / 60));
}
