// An alert as mail: a text and the same as HTML.
import { type Html, html } from '../../public/html.ts';
import type { AlertView, TopicView } from './alert-view.ts';

export interface AlertMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function alertMail(view: AlertView): AlertMail {
  return { subject: `Vigie: ${view.heading.replace(/^Vigie\s?: /, '')}`, text: textOf(view), html: htmlOf(view) };
}

function textOf({ heading, lines, topics, after, open, colon }: AlertView): string {
  const isAlone = topics.length === 1;
  const parts = topics.map(({ heading: title, why, facts, url }) =>
    [
      ...(isAlone ? [] : [title]),
      ...(why === '' ? [] : [why]),
      ...facts.map(({ name, value }) => `${name}${colon}${value}`),
      ...(isAlone ? [] : [url]),
    ].join('\n'),
  );
  return `${[heading, ...lines, ...parts, `${open.label}${colon}${open.url}`, after.join('\n')].join('\n\n')}\n`;
}

function htmlOf({ heading, lines, topics, after, open }: AlertView): string {
  const isAlone = topics.length === 1;
  return html`<h1 style="font-size:1.25em">${heading}</h1>
${lines.map((line) => html`<p>${line}</p>`)}
${topics.map((topic) => topicHtml(topic, isAlone))}
<p><a href="${open.url}">${open.label}</a></p>
${after.map((line) => html`<p style="color:#555">${line}</p>`)}`.text;
}

function topicHtml({ heading, why, facts, url }: TopicView, isAlone: boolean): Html {
  const title = isAlone ? html`` : html`<h2 style="font-size:1em"><a href="${url}">${heading}</a></h2>`;
  const rows = facts.map(({ name, value }) => html`<tr><th align="left">${name}</th><td>${value}</td></tr>`);
  return html`${title}<p>${why}</p><table>${rows}</table>`;
}
