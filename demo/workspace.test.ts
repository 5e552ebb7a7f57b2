// The journeys through the breach workspace in a real browser, against the real platform: the past of facts, versions, receipts, the
// register, who may know of a case, and statements that were wrong.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { act, isAccessible, leave, skipReason } from './acts.ts';
import { approveLetter, CASE_NAME, type Floor, openFloor, SECOND_RESPONDER } from './floor.ts';
import { OFFICER, RESPONDER } from './team.ts';
import { openPage } from './walk.ts';

describe('the breach workspace, in the browser', { skip: skipReason() }, () => {
  let folder: string;
  let floor: Floor;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigie-workspace-'));
    floor = await openFloor(folder);
  });
  after(async () => {
    await floor.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inCase = (part: string) => `${floor.url}/cases/${floor.caseId}${part}`;

  it('keeps every value of a fact, and shows another’s statement in its history without reloading', async () => {
    const page = await floor.enter(OFFICER);
    await page.goto(inCase('/facts'));
    await page.getByRole('button', { name: /of How passwords or keys were kept/ }).click();
    const rows = page.getByRole('dialog').locator('tbody tr');
    await rows.first().waitFor();
    const before = await rows.count();
    const { version } = await floor.ask(RESPONDER, 'GET', `/api/cases/${floor.caseId}`);
    const fact = { value: 'plain', certainty: 'likely', source: 'the code was read' };
    await floor.ask(RESPONDER, 'PUT', `/api/cases/${floor.caseId}/facts/credentials`, fact, version);
    await page.getByRole('dialog').getByText('the code was read').waitFor();
    assert.equal(await rows.count(), before + 1);
    await isAccessible(page, 'history');
    await leave(page);
  });

  it('keeps the file of a receipt sealed, and hands it to whoever may read the case', async () => {
    const id = await approveLetter(floor);
    const officer = await floor.enter(OFFICER);
    await officer.goto(inCase(`/notices/${id}`));
    await act(officer, 'Keep the receipt');
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Number of the receipt').fill('POST-1');
    const paper = Buffer.from('%PDF-1.7 the list of letters that were posted');
    const file = { name: 'posted.pdf', mimeType: 'application/pdf', buffer: paper };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByText('posted.pdf').waitFor();
    await dialog.getByRole('button', { name: 'Keep the receipt' }).click();
    const responder = await floor.enter(RESPONDER);
    await responder.goto(inCase(`/notices/${id}`));
    const link = responder.getByRole('link', { name: 'posted.pdf' });
    await link.waitFor();
    await isAccessible(responder, 'receipt with its file');
    const [download] = await Promise.all([responder.waitForEvent('download'), link.click()]);
    assert.equal(download.suggestedFilename(), 'posted.pdf');
    await leave(officer, responder);
  });

  it('writes into the register what only people can say', async () => {
    const page = await floor.enter(OFFICER);
    await page.goto(`${floor.url}/register`);
    await page.getByRole('link', { name: CASE_NAME }).click();
    await page.getByText(/Article 33\(5\) wants more in this record/).waitFor();
    await page.getByRole('button', { name: /Write it\s+Effects/ }).click();
    await page.getByRole('dialog').getByLabel('Effects').fill('Conversations could be read by strangers.');
    await act(page, 'Save');
    await page.getByRole('listitem').filter({ hasText: 'Conversations could be read by strangers.' }).waitFor();
    await page.getByRole('button', { name: /Decide\s+Tell the authority/ }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option', { name: 'No', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Because').fill('Nobody but us could reach the address.');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Nobody but us could reach the address.').waitFor();
    await isAccessible(page, 'record');
    await leave(page);
  });

  it('takes a case from the eyes of those who are no members, while they look at it', async () => {
    const officer = await floor.enter(OFFICER);
    const outsider = await floor.enter(SECOND_RESPONDER);
    await outsider.goto(inCase('/facts'));
    await outsider.getByRole('heading', { name: CASE_NAME }).waitFor();
    await officer.goto(inCase('/people'));
    await officer.getByRole('combobox', { name: /^Holder, Commander/ }).click();
    await officer.getByRole('option', { name: RESPONDER.name }).click();
    await officer.getByRole('combobox', { name: /^Holder, Commander.* Bo Responder$/ }).waitFor();
    // The seat made another version of the case, and the page has to have read it.
    await officer.reload();
    await act(officer, 'Limit it to members');
    await officer.getByRole('dialog').getByLabel('Because').fill('It is about a colleague.');
    await officer.getByRole('dialog').getByRole('button', { name: 'Limit it to members' }).click();
    await officer.getByRole('cell', { name: 'by the seat' }).waitFor();
    await isAccessible(officer, 'limited');
    await outsider.getByText('Nothing on this bearing').first().waitFor();
    await outsider.goto(`${floor.url}/cases`);
    await outsider.getByText('No case is open').waitFor();
    await outsider.goto(`${floor.url}/register`);
    await outsider.getByText('1 more record is kept from you').waitFor();
    await isAccessible(outsider, 'register of an outsider');
    await leave(officer, outsider);
  });

  it('corrects what the public was told, and says so there', async () => {
    const officer = await floor.enter(OFFICER);
    const page = `/api/cases/${floor.caseId}/incident-page`;
    const made = {
      slug: 'wrong-day',
      titles: { en: 'Chats' },
      organisation: 'Exemple',
      contact: 'dpo@exemple.example',
    };
    await floor.ask(OFFICER, 'PUT', page, { ...made, published: true }, 0);
    await floor.ask(OFFICER, 'POST', `${page}/updates`, { language: 'en', text: 'Closed since Friday.' });
    await officer.goto(inCase('/public'));
    await officer.getByRole('button', { name: /Correct it/ }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('What it says from now on').fill('Closed since Thursday.');
    await dialog.getByLabel('Because').fill('The day was wrong.');
    await dialog.getByRole('button', { name: 'Correct it' }).click();
    await officer.getByText(/English · corrected/).waitFor();
    const stranger = await openPage(floor.browser);
    await stranger.goto(`${floor.publicUrl}/incidents/wrong-day`);
    await stranger.getByText('Closed since Thursday.').waitFor();
    await stranger.getByText(/Corrected on/).waitFor();
    assert.doesNotMatch(await stranger.content(), /Friday|The day was wrong/);
    await isAccessible(stranger, 'corrected statement');
    await leave(officer, stranger);
  });
});
