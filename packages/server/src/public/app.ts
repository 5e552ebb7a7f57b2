// The public listener's app: pages for people whose data was concerned. It knows no session and no cookie, reads only what is published, and
// has limits and headers of its own.
import { type Context, Hono } from 'hono';
import type { ClientAddress } from '../http/client.ts';
import { createRateLimit } from '../http/rate.ts';
import { mailAddressIn } from '../letters/contacts/mail-address.ts';
import { readMailSettings } from '../mail/mail-settings.ts';
import type { Room } from '../room.ts';
import { keepQuestion } from './affected-questions.ts';
import { publishedIncident, publishedIncidents } from './incidents.ts';
import { askedPage, incidentList, incidentPage } from './pages/incident.ts';
import { LETTER_NAMES, letterFor, rightsList, rightsPage } from './pages/rights.ts';
import { notFoundPage, tooManyPage } from './pages/short-pages.ts';
import { rightsCountry } from './rights/countries.ts';
import { securityTxt } from './security-txt.ts';
import { STYLE } from './style.ts';
import { PUBLIC_LANGUAGES, type PublicLanguage } from './words.ts';
import { languageFor } from './words-in.ts';

const POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'x-frame-options': 'DENY',
};

/** Of one address: a person who reads, with a reload now and then. */
const PAGES_AT_ONCE = 60;
const PAGES_PER_SECOND = 5;
/** A family behind one address; a list of addresses to try out not. */
const QUESTIONS_AT_ONCE = 6;
const QUESTIONS_PER_SECOND = 1 / 60;
const LARGEST_FORM_BYTES = 4096;
const CACHE = 'public, max-age=60';

export function createPublicApp(room: Room, addressOf: ClientAddress): Hono {
  const pages = createRateLimit(PAGES_AT_ONCE, PAGES_PER_SECOND);
  const questions = createRateLimit(QUESTIONS_AT_ONCE, QUESTIONS_PER_SECOND);
  const app = new Hono();
  app.use(async (context, next) => {
    const seconds = pages.take(addressOf(context.req.raw), room.clock.now().getTime());
    if (seconds > 0) context.res = page(tooManyPage(languageOf(context)), 429, { 'retry-after': String(seconds) });
    else await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });
  app.onError((error, context) => {
    room.log.mistake(error, { part: 'public pages' });
    return page(notFoundPage(languageOf(context)), 500);
  });
  app.notFound((context) => page(notFoundPage(languageOf(context)), 404));
  app.get('/style.css', () => text(STYLE, 'text/css; charset=utf-8', 'public, max-age=3600'));
  app.get('/robots.txt', () => text('User-agent: *\nDisallow: /rights/\n', 'text/plain; charset=utf-8', CACHE));
  app.get('/.well-known/security.txt', async (context) => {
    const mail = await readMailSettings(room.records);
    if (mail === undefined) return context.notFound();
    const contact = `mailto:${mail.settings.replyTo ?? mail.settings.from.address}`;
    return text(
      securityTxt({ contact, languages: PUBLIC_LANGUAGES, canonical: undefined }, room.clock.now()),
      'text/plain; charset=utf-8',
      CACHE,
    );
  });
  app.get('/', async (context) => {
    const language = languageOf(context);
    return page(incidentList(await publishedIncidents(room.records, language), language), 200, {}, CACHE);
  });
  app.get('/incidents/:slug', async (context) => {
    const language = languageOf(context);
    const incident = await publishedIncident(room.records, context.req.param('slug'), language);
    return incident === undefined ? context.notFound() : page(incidentPage(incident, language), 200, {}, CACHE);
  });
  app.post('/incidents/:slug/am-i-affected', async (context) => {
    const { req } = context;
    const seconds = questions.take(addressOf(req.raw), room.clock.now().getTime());
    if (seconds > 0) return page(tooManyPage(languageOf(context)), 429, { 'retry-after': String(seconds) });
    return answerQuestion(room, context, req.param('slug'));
  });
  addRights(app);
  return app;
}

async function answerQuestion(room: Room, context: Context, slug: string): Promise<Response> {
  const { req } = context;
  // A page elsewhere that sends visitors' browsers here would spend their questions.
  const site = req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return page(notFoundPage(languageOf(context)), 403);
  const form = await readForm(req.raw);
  const language = languageFor(form?.get('lang') ?? undefined, req.header('accept-language'));
  const incident = await publishedIncident(room.records, slug, language);
  if (incident === undefined) return page(notFoundPage(language), 404);
  const address = mailAddressIn((form?.get('email') ?? '').trim());
  if (address === undefined) return page(incidentPage(incident, language, true), 422);
  const kept = await keepQuestion(room, { caseId: incident.caseId, address, language });
  return kept ? page(askedPage(incident, language)) : page(tooManyPage(language), 503, { 'retry-after': '600' });
}

async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function addRights(app: Hono): void {
  app.get('/rights', (context) => page(rightsList(languageOf(context)), 200, {}, CACHE));
  app.get('/rights/:country', (context) => {
    const country = rightsCountry(context.req.param('country'));
    return country === undefined ? context.notFound() : page(rightsPage(country, languageOf(context)), 200, {}, CACHE);
  });
  for (const name of LETTER_NAMES) {
    app.get(`/rights/:country/${name}.txt`, (context) => {
      const country = rightsCountry(context.req.param('country') ?? '');
      if (country === undefined) return context.notFound();
      return text(letterFor(country, languageOf(context), name), 'text/plain; charset=utf-8', CACHE);
    });
  }
}

function languageOf({ req }: Context): PublicLanguage {
  return languageFor(req.query('lang'), req.header('accept-language'));
}

function page(document: string, status = 200, more: Record<string, string> = {}, cache = 'no-store'): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': cache,
    vary: 'accept-language',
    ...more,
  };
  return new Response(document, { status, headers });
}

function text(body: string, type: string, cache: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'cache-control': cache, vary: 'accept-language' } });
}
