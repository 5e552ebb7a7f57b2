// The whole way in the browser, from a machine that nobody has looked at to the draft for the authority. The demonstration shows it, and
// the end-to-end test follows it.
import type { Browser, Page } from 'playwright-core';
import { KEEPER, type Member, OFFICER, RESPONDER } from './team.ts';

export interface WalkPlace {
  readonly browser: Browser;
  readonly url: string;
  /** The first administrator's link. */
  readonly setUpUrl: string;
  /** Lets the others join once the first administrator is there. */
  readonly invite: () => Promise<void>;
  /** Called at each station with its page, for pictures and checks. */
  readonly station: (name: string, page: Page) => Promise<void>;
}

/** Long enough for a machine with much else to do. */
const PATIENCE_MS = 90_000;

export async function walk({ browser, url, setUpUrl, invite, station }: WalkPlace): Promise<void> {
  const keeper = await openPage(browser);
  await comeIn(keeper, setUpUrl, KEEPER);
  await station('first-start', keeper);
  await keeper.getByRole('button', { name: 'Scan this machine' }).click();
  await keeper.getByText(/stores? stands? open/).waitFor();
  await station('now', keeper);
  await invite();

  const responder = await openPage(browser);
  await signIn(responder, url, RESPONDER);
  await responder
    .getByRole('link', { name: /ClickHouse answers queries/ })
    .first()
    .click();
  await responder.getByRole('heading', { name: /ClickHouse answers queries/ }).waitFor();
  await station('finding', responder);
  await findOutWhatIsInIt(responder, station);
  await openCase(responder, station);

  const officer = await openPage(browser);
  await signIn(officer, url, OFFICER);
  await officer.goto(responder.url());
  await draftNotice(officer, station);
}

/** A page of somebody's own, with cookies that nobody else has. */
export async function openPage(browser: Browser): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

async function comeIn(page: Page, setUpUrl: string, { name, email, password }: Member): Promise<void> {
  await page.goto(setUpUrl);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Scan this machine' }).waitFor();
}

export async function signIn(page: Page, url: string, { email, password }: Member): Promise<void> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Now' }).waitFor();
}

async function findOutWhatIsInIt(page: Page, station: WalkPlace['station']): Promise<void> {
  await page.getByRole('link', { name: 'Stores' }).click();
  await page.getByRole('heading', { name: 'Stores' }).waitFor();
  await page.getByRole('row').filter({ hasText: '127.0.0.1:8123' }).click();
  await page.getByRole('button', { name: 'Find out what is in it' }).click();
  await page.getByText('Conversations', { exact: true }).first().waitFor();
  await station('store', page);
}

async function openCase(page: Page, station: WalkPlace['station']): Promise<void> {
  await page.getByRole('button', { name: 'Open a case' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('On what grounds').fill('The scan reads rows without a login; the on-call engineer saw it.');
  await station('open-case', page);
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { name: 'Clocks' }).waitFor();
  await station('case', page);
  await page.getByRole('link', { name: 'Facts', exact: true }).click();
  await page.getByText('People concerned').first().waitFor();
  await station('facts', page);
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByText('Contain, with a snapshot first').first().waitFor();
  await station('tasks', page);
}

async function draftNotice(page: Page, station: WalkPlace['station']): Promise<void> {
  await page.getByRole('link', { name: 'Notices', exact: true }).click();
  await page.getByRole('button', { name: 'Draft a notice' }).click();
  await page.getByRole('button', { name: 'Draft it' }).click();
  await page.getByText('From draft to filing').waitFor();
  await station('notice', page);
}
