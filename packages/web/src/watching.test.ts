// What is watched, in a browser in front of the server itself: a log that is pushed is on the open page by itself.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import {
  becomeAdministrator,
  type PlatformProcess,
  startPlatformProcess,
} from '../../server/testing/platform-process.ts';
import { contrastViolationsOn, violationsOn } from '../testing/axe.ts';
import { chooseLanguage, LAUNCH, NO_BROWSER } from '../testing/browser.ts';
import { type BuiltApp, builtApp } from '../testing/built-app.ts';
import { drawn } from '../testing/room.ts';

const PATIENCE_MS = 60_000;

/** A request with an attack in it, of now. */
function attackLine(): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date().toUTCString()) ?? [];
  const path = '/items?id=1%27%20UNION%20SELECT%20password%20FROM%20users--%20';
  return `203.0.113.9 - - [${day}/${month}/${year}:${time} +0000] "GET ${path} HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n`;
}

function ruleText(name: string, field: string): string {
  return `title: La règle du ${name}\nid: ${name}\nlevel: high\nlogsource:\n  category: test\ndetection:\n  sel:\n    ${field}: ${name}\n  condition: sel\n`;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** From the keyboard. */
async function press(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

describe('what is watched, in a browser', { skip: NO_BROWSER }, () => {
  let app: BuiltApp;
  let folder: string;
  let platform: PlatformProcess;
  let browser: Browser;
  let context: BrowserContext;
  let first: Page;
  const faults: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-watching-'));
    app = await builtApp();
    const settings = { outgoingNetworks: ['127.0.0.0/8'] };
    platform = await startPlatformProcess({ folder, port: await freePort(), webFolder: app.folder, settings });
    const { cookie } = await becomeAdministrator(platform);
    browser = await chromium.launch(LAUNCH);
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    await context.addInitScript(chooseLanguage, 'fr');
    const cookies = cookie.split('; ').map((one) => one.split(/=(.*)/s));
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: platform.url })));
    first = await open('/detections');
  });
  after(async () => {
    await browser.close();
    await platform.end('SIGTERM');
    rmSync(folder, { recursive: true });
    app.remove();
  });

  async function open(path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (failure) => faults.push(`${path}: ${failure.message}`));
    await page.goto(`${platform.url}${path}`);
    await drawn(page);
    return page;
  }

  async function isAccessible(page: Page): Promise<void> {
    assert.deepEqual(await violationsOn(page), []);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    assert.deepEqual(await contrastViolationsOn(page), [], 'dark');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    assert.deepEqual(faults, []);
  }

  it('a log is let in with a token that is shown once, and what it tells is on the open page by itself', async () => {
    await first.getByText('Rien n’a été détecté').waitFor();
    const page = await open('/inputs');
    await page.getByText('Aucun journal n’entre encore').waitFor();
    await press(page, 'Faire entrer un journal');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').fill('Serveur web');
    await page.keyboard.press('Enter');
    const token = await dialog.getByLabel('Jeton', { exact: true }).inputValue();
    const example = (await dialog.locator('pre').first().textContent()) ?? '';
    assert.ok(example.includes(`Authorization: Bearer ${token}`), 'the example can be copied as it is');
    await isAccessible(page);
    const address = /http:\S+\/events/.exec(example)?.[0] ?? '';
    const pushed = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: attackLine(),
    });
    assert.equal(pushed.status, 200, await pushed.text());
    await first.getByRole('grid').getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('rowheader', { name: /Serveur web/ }).waitFor();
    assert.ok(!(await page.content()).includes(token), 'the token is gone');
    await page.close();
  });

  it('a detection is judged with a reason and silenced until a day; the silence is ended', async () => {
    await first.getByRole('grid').getByRole('link').first().press('Enter');
    await first.getByText('Nul n’en a encore rien dit.').waitFor();
    await drawn(first);
    await isAccessible(first);
    await press(first, 'C’est attendu');
    await first.getByRole('dialog').getByLabel('Parce que').fill('Un essai,\nconvenu avec nous.');
    await isAccessible(first);
    await press(first, 'C’est attendu');
    await first.getByText('Attendue, dit').waitFor();
    await first.getByText('Un essai, convenu avec nous.').waitFor();
    await first.getByRole('dialog').waitFor({ state: 'detached' });
    await press(first, 'La taire jusqu’au …');
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await first.getByLabel('Jusqu’au').fill(day);
    await first.getByRole('dialog').getByLabel('Parce que').fill('La même chose, pendant l’essai.');
    await press(first, 'La taire un temps');
    await first.getByText('Tue', { exact: true }).waitFor();
    const page = await open('/detections/silences');
    await page.getByText('La même chose, pendant l’essai.').waitFor();
    await press(page, /^Le lever/);
    await page.getByRole('dialog').getByRole('button', { name: 'Le lever' }).press('Enter');
    await page.getByText('Passé').waitFor();
    await isAccessible(page);
    await page.close();
  });

  it('rules are added, one that is not understood is refused with its reason, and one is tried and switched off', async () => {
    const page = await open('/rules');
    await press(page, 'Ajouter des règles');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').fill('Nos règles');
    await dialog
      .getByLabel('Règles (YAML)')
      .fill(`${ruleText('coffre', 'thing')}---\n${ruleText('cave', 'thing|sonne')}`);
    await isAccessible(page);
    await dialog.getByRole('button', { name: 'Ajouter des règles' }).press('Enter');
    await dialog.getByText('1 règle est prise.').waitFor();
    await dialog.getByText('there is no modifier "sonne"').waitFor();
    await isAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('coffre');
    await page.getByRole('link', { name: 'La règle du coffre' }).press('Enter');
    await page
      .getByLabel('Lignes d’un journal', { exact: true })
      .fill('{"category":"test","thing":"coffre"}\n{"category":"test"}');
    await page.getByRole('button', { name: 'Essayer' }).press('Enter');
    await page.getByText('Correspond', { exact: true }).waitFor();
    await page.getByText('sel: thing is not there').waitFor();
    await isAccessible(page);
    await press(page, 'La couper');
    await dialog.getByLabel('Parce que').fill('Elle dit\nce que nous savons.');
    await dialog.getByRole('button', { name: 'La couper' }).press('Enter');
    await page.getByText('Elle dit ce que nous savons.').waitFor();
    await isAccessible(page);
    await page.goto(`${platform.url}/rules/files`);
    await press(page, /^Donner les valeurs/);
    await dialog.getByLabel('Valeurs, une par ligne').fill('canari-7341\ncanari-7342');
    await dialog.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await page.getByText('2 valeurs').waitFor();
    await isAccessible(page);
    assert.ok(!(await page.content()).includes('canari-7341'), 'the values are not on the page');
    await page.close();
  });

  it('an input is changed and paused, and gets another token', async () => {
    const page = await open('/inputs');
    await press(page, /^Modifier/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').fill('Serveur de la boutique');
    await isAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /Serveur de la boutique/ }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await press(page, /^Mettre en pause/);
    await page.getByText('En pause', { exact: true }).waitFor();
    await press(page, /^Nouveau jeton/);
    await dialog.getByRole('button', { name: 'Nouveau jeton' }).press('Enter');
    assert.match(await dialog.getByLabel('Jeton', { exact: true }).inputValue(), /^vigie_in_/);
    await page.keyboard.press('Escape');
    await press(page, /^Reprendre/);
    await page.getByRole('button', { name: /^Mettre en pause/ }).waitFor();
    await isAccessible(page);
    await page.close();
  });

  it('a channel is made with quiet hours, and a test message arrives', async () => {
    let told = 0;
    const sink = createServer((_, response) => {
      told += 1;
      response.writeHead(204).end();
    });
    const port = await listening(sink);
    try {
      const page = await open('/channels');
      await press(page, 'Avertir quelqu’un');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: /^Par / }).press('Enter');
      await page.getByRole('option', { name: 'Webhook' }).press('Enter');
      await dialog.getByLabel('Nom', { exact: true }).fill('Astreinte');
      await dialog.getByLabel('Adresse', { exact: true }).fill(`http://127.0.0.1:${port}/alerts`);
      await isAccessible(page);
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Secret qui signe').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('chaque jour, de 22:00 à 07:00').waitFor();
      await press(page, /^Envoyer un essai/);
      await page.getByText('C’est arrivé.').first().waitFor();
      assert.equal(told, 1);
      await page.close();
    } finally {
      sink.close();
    }
  });
});
