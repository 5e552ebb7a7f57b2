import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { labelsOf } from './leak-labels.ts';

const FOLDER = fileURLToPath(new URL('leak-phrases/', import.meta.url));

const row = (fields: Record<string, string>) =>
  JSON.stringify({ 'string.names': Object.keys(fields), 'string.values': Object.values(fields) });
const chat = (content: string) =>
  row({ user_id: 'u-1', request: JSON.stringify({ messages: [{ role: 'user', content }] }) });

describe('labels of the rows of a leak', () => {
  for (const file of readdirSync(FOLDER)) {
    const labels = labelsOf(`${FOLDER}${file}`);
    const phrases = JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as {
      conversation: Record<string, { user: string[] }>;
      special: Record<string, Record<string, string[]>>;
      lookAlikes: Record<string, string[]>;
    };
    it(`tell each sentence of ${file} by its template, with what may stand behind it`, () => {
      for (const [category, languages] of Object.entries(phrases.special)) {
        for (const [language, lines] of Object.entries(languages)) {
          lines.forEach((line, place) => {
            const wanted = { label: 'special category', template: `${category}.${language}[${place}]` };
            assert.deepEqual(labels.of(chat(line)), wanted);
            assert.deepEqual(labels.of(chat(`${line} someone@example.org +1 415-555-0132`)), wanted);
          });
        }
      }
      for (const [language, { user }] of Object.entries(phrases.conversation)) {
        user.forEach((line, place) => {
          const filled = line.replace(/\{\w+\}/g, 'something in some words');
          assert.deepEqual(labels.of(chat(filled)), { label: 'conversation', template: `${language}.user[${place}]` });
        });
      }
    });
    it(`tell look-alikes of ${file} from what a service says of itself`, () => {
      const [first = ''] = phrases.lookAlikes.sha1 ?? [];
      const msg = first.replace('{value}', '0'.repeat(40));
      assert.deepEqual(labels.of(row({ msg })), { label: 'look-alike', template: 'sha1[0]' });
      assert.equal(labels.of(row({ msg, latency_ms: '3', host: 'node-1' })).label, 'operational');
    });
  }
});
