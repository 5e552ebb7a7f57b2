// What all public pages share: head, languages, foot.
import { type Html, html } from '../html.ts';
import { PUBLIC_LANGUAGES, type PublicLanguage } from '../words.ts';
import { wordsIn } from '../words-in.ts';

export interface Page {
  readonly language: PublicLanguage;
  readonly title: string;
  /** The path of the page, for its other languages; undefined where it has none. */
  readonly path: string | undefined;
  readonly body: readonly Html[] | Html;
}

export function document({ language, title, path, body }: Page): string {
  const words = wordsIn(language);
  const others = path === undefined ? [] : PUBLIC_LANGUAGES.filter((other) => other !== language);
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><nav aria-label="${words.otherLanguages}"><ul>${others.map(
      (other) =>
        html`<li><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${wordsIn(other).languageName}</a></li>`,
    )}<li><a href="/?lang=${language}">${words.incidents}</a></li><li><a href="/rights?lang=${language}">${words.rightsTitle}</a></li></ul></nav></header>
<main id="content">
<h1>${title}</h1>
${body}
</main>
<footer><p>${words.phishing}</p></footer>
</body>
</html>`.text
  }\n`;
}
