// The page of an incident: what is known, dated, and the question whether one is concerned.
import { type Html, html, paragraphs } from '../html.ts';
import type { PublicLanguage } from '../words.ts';
import { wordsIn } from '../words-in.ts';
import { document } from './layout.ts';

export interface PublicIncident {
  readonly slug: string;
  readonly title: string;
  readonly organisation: string;
  readonly contact: string;
  /** In the language of the page, the newest first. */
  readonly updates: readonly {
    readonly at: Date;
    readonly body: string;
    /** When it was corrected or taken back. */
    readonly correctedAt: Date | null;
    readonly removed: boolean;
  }[];
}

/** @param hasBadAddress what was sent is no address: the form is shown again and says so */
export function incidentPage(incident: PublicIncident, language: PublicLanguage, hasBadAddress = false): string {
  const words = wordsIn(language);
  const { slug, title, organisation, contact, updates } = incident;
  return document({
    language,
    title,
    path: `/incidents/${slug}`,
    body: html`<p>${organisation}</p>
<h2>${words.updates}</h2>
${updates.length === 0 ? html`<p>${words.noUpdates}</p>` : updates.map((update) => updateArticle(update, language))}
<h2 id="affected">${words.affectedTitle}</h2>
<p>${words.affectedIntro}</p>
${affectedForm(slug, language, hasBadAddress)}
<h2>${words.contact}</h2>
<p>${contactLink(contact)}</p>
<p><a href="/rights?lang=${language}">${words.rightsLink}</a></p>`,
  });
}

function updateArticle(
  { at, body, correctedAt, removed }: PublicIncident['updates'][number],
  language: PublicLanguage,
): Html {
  const words = wordsIn(language);
  const changed = removed ? words.removedAt : words.correctedAt;
  const note = correctedAt === null ? undefined : html`<p class="note">${changed} ${moment(correctedAt, language)}</p>`;
  return html`<article><h3>${words.updatedAt} ${moment(at, language)}</h3>${removed ? undefined : paragraphs(body)}${note}</article>`;
}

function moment(at: Date, language: PublicLanguage): Html {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at);
  return html`<time datetime="${at.toISOString()}">${when} UTC</time>`;
}

function affectedForm(slug: string, language: PublicLanguage, hasBadAddress: boolean): Html {
  const words = wordsIn(language);
  const error = hasBadAddress ? html`<p class="error" id="email-error" role="alert">${words.noAddress}</p>` : undefined;
  const invalid = hasBadAddress ? html` aria-invalid="true" aria-describedby="email-error" autofocus` : undefined;
  return html`<form method="post" action="/incidents/${slug}/am-i-affected">${error}
<label for="email">${words.emailLabel}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"${invalid}>
<input type="hidden" name="lang" value="${language}">
<button type="submit">${words.ask}</button>
</form>`;
}

function contactLink(contact: string): Html {
  if (/^https:\/\//.test(contact)) return html`<a href="${contact}" rel="noreferrer">${contact}</a>`;
  return contact.includes('@') ? html`<a href="mailto:${contact}">${contact}</a>` : html`${contact}`;
}

export function askedPage(incident: PublicIncident, language: PublicLanguage): string {
  const words = wordsIn(language);
  return document({
    language,
    title: words.askedTitle,
    path: undefined,
    body: html`<p class="note">${words.asked}</p><p><a href="/incidents/${incident.slug}?lang=${language}">${incident.title}</a></p>`,
  });
}

export function incidentList(
  incidents: readonly { readonly slug: string; readonly title: string; readonly organisation: string }[],
  language: PublicLanguage,
): string {
  const words = wordsIn(language);
  const items = incidents.map(
    ({ slug, title, organisation }) =>
      html`<li><a href="/incidents/${slug}?lang=${language}">${title}</a>, ${organisation}</li>`,
  );
  return document({
    language,
    title: words.incidents,
    path: '/',
    body: items.length === 0 ? html`<p>${words.noIncidents}</p>` : html`<ul>${items}</ul>`,
  });
}
