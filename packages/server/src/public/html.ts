// HTML of the public pages: a template that makes every value safe, so that nothing that somebody wrote becomes markup.

/** HTML that is safe as it stands. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[] | undefined;

/**
 * @example
 * html`<p>${name}</p>`.text; // <p>&lt;b&gt;</p> for a name of <b>
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, at) => (at === 0 ? part : `${rendered(values[at - 1])}${part}`)).join(''));
}

function rendered(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value.map(({ text }) => text).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text as a person wrote it: an empty line ends a paragraph, a line end stays one. */
export function paragraphs(text: string): readonly Html[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [first = '', ...lines] = part.split('\n');
      return html`<p>${first}${lines.map((line) => html`<br>${line}`)}</p>`;
    });
}
