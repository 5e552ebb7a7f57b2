// What `vigie ask-issuer` says: before it asks, so that a person can decide; and what the answer is.
import { type HeldSecret, type Issuer, type IssuerReport, placeOfSecret, shownAddress } from '@vigie/exposure';

/** Said with every answer: what it cannot tell. */
const NOT_TOLD =
  'This says whether it is accepted now, and nothing of who used it before: look at what the issuer logs of its use.';

const STEPS: Readonly<Record<IssuerReport['verdict'], string>> = {
  live: 'It opens what it opened when it was lost. Rotate it now:',
  restricted: 'It is still known to its issuer. Rotate it now:',
  revoked: 'It need not be revoked again. Find out what it was used for while it was accepted, and remove its copies.',
  'cannot tell': 'Take it for live until you know better. Rotate it:',
};

/** What will be sent to whom, and what that may set off. */
export function questionText(issuer: Issuer, secret: HeldSecret): string {
  const { title, request } = issuer;
  const lines = [
    `vigie: this asks ${title} whether it still accepts a secret: ${secret.entry.title}, ${secret.shape}`,
    `  sent:   one request, ${request.method} ${shownAddress(issuer)};`,
    `          ${placeOfSecret(issuer)}`,
    `  logged: ${title} will log the time, your address, which secret it was, and the request`,
    '  alarm:  to ask is to use it. That may alert the issuer, whoever watches the account, or an attacker who sees',
    '          when it was last used; some issuers revoke what they take for stolen',
    '  yours:  ask only about a secret that is your own, or whose owner asked you to',
    '  answer: whether it is accepted now; nothing of who used it before',
    ...(issuer.caveat === undefined ? [] : [`  note:   ${issuer.caveat}`]),
    ...doubt(issuer, secret),
  ];
  return `${lines.join('\n')}\n`;
}

function doubt({ title }: Issuer, { hasMarks, alike }: HeldSecret): string[] {
  if (!hasMarks)
    return [`  doubt:  nothing in its form shows that it is one of ${title}, which gets it whatever it is`];
  if (alike.length === 0) return [];
  return [`  doubt:  secrets of ${alike.join(' and ')} may have the same form; ${title} gets it whatever it is`];
}

export function reportText(report: IssuerReport, issuer: Issuer, secret: HeldSecret): string {
  const { verdict, means, status, sent, scopes } = report;
  const { entry } = secret;
  const answered = status === undefined ? '' : `, answered with status ${status}`;
  const asked = `${report.askedAt}, ${report.method} ${report.url}${sent ? answered : ', not sent'}`;
  const steps = verdict === 'revoked' ? [] : entry.rotate.map((step, at) => `  ${at + 1}. ${step}`);
  const lines = [
    `${entry.title}, ${report.shape}: ${verdict}`,
    '',
    `The secret ${means}.`,
    ...(scopes.length > 0 ? [`Scopes and roles: ${scopes.join(', ')}`] : []),
    ...(issuer.caveat === undefined ? [] : [issuer.caveat]),
    `Asked: ${asked}`,
    NOT_TOLD,
    '',
    STEPS[verdict],
    ...steps,
    `See ${entry.link}`,
  ];
  return `${lines.join('\n')}\n`;
}

export function reportJson(report: IssuerReport, issuer: Issuer, { entry }: HeldSecret): string {
  const document = {
    schema: 'vigie.issuer-answer/1',
    ...report,
    title: entry.title,
    ...(issuer.caveat !== undefined && { caveat: issuer.caveat }),
    notTold: NOT_TOLD,
    rotate: entry.rotate,
    link: entry.link,
    source: issuer.source,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
