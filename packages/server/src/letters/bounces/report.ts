// A mail that came back, read: about which letters it is, and what it says of them. Standard reports (RFC 3464 in multipart/report, RFC 6522),
// those of qmail, Exim and others that are plain text, complaints (RFC 5965), and answers of machines that are no bounce (RFC 3834).
import PostalMime, { type Email } from 'postal-mime';
import { type TokenParts, tokensIn } from '../identity.ts';
import { recipientStatuses, statusIn } from './delivery-status.ts';

export const VERDICTS = [
  'failed',
  'delayed',
  'delivered',
  'complaint',
  'auto-reply',
  'no-report',
  'unreadable',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface BounceReport {
  readonly verdict: Verdict;
  /** RFC 3463. */
  readonly status: string | undefined;
  /** Letters that it may be about; the run's secret tells which are real. */
  readonly tokens: readonly TokenParts[];
}

/** What is read of a mail: a bounce may carry the whole letter, and what counts stands before it. */
const MOST_BYTES = 512 * 1024;
/** Whoever sends a mail with a thousand tokens guesses. */
const MOST_TOKENS = 5;

export async function readReport(raw: Uint8Array): Promise<BounceReport> {
  let mail: Email;
  try {
    const options = { forceRfc822Attachments: true, attachmentEncoding: 'utf8', maxNestingDepth: 20 } as const;
    mail = await PostalMime.parse(raw.subarray(0, MOST_BYTES), options);
  } catch {
    // The parser's limits: no mail server sends such a thing.
    return { verdict: 'unreadable', status: undefined, tokens: [] };
  }
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: typeof content === 'string' ? content : '',
  }));
  return { ...judge(mail, parts), tokens: tokensOf(mail, parts) };
}

interface Part {
  readonly mimeType: string;
  readonly text: string;
}

/** The address it was sent to is the letter's own; where a server lost that, the letter's message id stands in what it sends back. */
function tokensOf(mail: Email, parts: readonly Part[]): readonly TokenParts[] {
  const addressed = mail.headers.filter(({ key }) => ADDRESSED.has(key)).map(({ value }) => value);
  const quoted = [
    mail.inReplyTo ?? '',
    mail.references ?? '',
    ...parts.map(({ text }) => text.slice(0, 64 * 1024)),
    (mail.text ?? '').slice(0, 64 * 1024),
  ];
  const found = [...tokensIn(addressed.join('\n')), ...tokensIn(quoted.join('\n'))];
  const once = new Map(found.map((one) => [one.token, one]));
  return [...once.values()].slice(0, MOST_TOKENS);
}

const ADDRESSED: ReadonlySet<string> = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);

function judge(mail: Email, parts: readonly Part[]): { verdict: Verdict; status: string | undefined } {
  const status = parts.find(
    ({ mimeType }) => mimeType === 'message/delivery-status' || mimeType === 'message/global-delivery-status',
  );
  if (status) return judgeStatus(status.text);
  const isComplaint = parts.some(({ mimeType }) => mimeType === 'message/feedback-report');
  if (isComplaint) return { verdict: 'complaint', status: undefined };
  // Exim marks its bounces as answers of a machine, and machines answer for people with the null return path of bounces.
  if (!isMailers(mail) && isAutoReply(mail)) return { verdict: 'auto-reply', status: undefined };
  if (!isMailers(mail) && !seemsReturned(mail)) return { verdict: 'no-report', status: undefined };
  return judgeText(`${mail.subject ?? ''}\n${mail.text ?? ''}`);
}

/** The gravest of what it says: a list's expansion may have reached some. */
function judgeStatus(text: string): { verdict: Verdict; status: string | undefined } {
  const statuses = recipientStatuses(text);
  const of = (action: string) => statuses.find((one) => one.action === action);
  const failed = of('failed');
  if (failed) return { verdict: 'failed', status: failed.status };
  const delayed = of('delayed');
  if (delayed) return { verdict: 'delayed', status: delayed.status };
  const good = of('delivered') ?? of('relayed') ?? of('expanded');
  return good ? { verdict: 'delivered', status: good.status } : { verdict: 'no-report', status: undefined };
}

function headerOf(mail: Email, name: string): string {
  return mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';
}

/** RFC 3834, section 5, and what programs did before it. */
function isAutoReply(mail: Email): boolean {
  const submitted = headerOf(mail, 'auto-submitted');
  if (submitted.startsWith('auto-replied')) return true;
  if (headerOf(mail, 'x-autoreply') !== '' || headerOf(mail, 'x-autorespond') !== '') return true;
  return ABSENT.test(mail.subject ?? '');
}

const ABSENT =
  /^(?:re:\s*)?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?reply|r[ée]ponse automatique|absence du bureau|abwesenheit|automatische antwort|respuesta autom[áa]tica|risposta automatica|fuori sede|自动回复)/i;

function isMailers(mail: Email): boolean {
  const from = mail.from?.address?.toLowerCase() ?? '';
  return MAILER.test(from) || headerOf(mail, 'x-failed-recipients') !== '';
}

const MAILER = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)(?:@|$)/;

function seemsReturned(mail: Email): boolean {
  return headerOf(mail, 'return-path').trim() === '<>' || FAILED.test(mail.subject ?? '');
}

const FAILED =
  /undeliver(?:able|ed)|delivery (?:status notification|failure|has failed)|mail delivery (?:failed|failure|system)|returned mail|failure notice|non remis|unzustellbar|zustellung fehlgeschlagen|no se pudo entregar|mancata consegna|退信/i;
const DELAYED =
  /\b(?:delayed|will (?:be )?retr(?:y|ied)|still being retried|warning: could not send|not yet been delivered|verz[öo]gert|retard[ée])\b/i;

/** A text for people: the code in it, if there is one, or the reply of the other server that it quotes. */
function judgeText(text: string): { verdict: Verdict; status: string | undefined } {
  const some = text.slice(0, 64 * 1024);
  if (DELAYED.test(some)) return { verdict: 'delayed', status: statusIn(some) };
  const reply = /(?:^|[\s:])([45])\d\d[ -]/m.exec(some)?.[1];
  return { verdict: 'failed', status: statusIn(some) ?? (reply === undefined ? undefined : `${reply}.0.0`) };
}
