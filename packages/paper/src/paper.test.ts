// What leaves the house on paper: every format, its marks, and the same bytes for the same document.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Block, LANGUAGES, type NoticeDraft } from '@vigie/respond';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { NO_POPPLER, pagesOf, pdfInfo } from '../testing/pdf-text.ts';
import { PAPER_FORMATS, type PaperFormat, rendered } from './formats.ts';
import { type PaperKind, paperOf } from './paper.ts';
import { registerFonts } from './pdf/fonts.ts';
import { linesOf } from './pdf/lines.ts';
import { STYLES } from './pdf/styles.ts';
import { PAPER_WORDS } from './words.ts';

const MADE_AT = Date.parse('2026-03-27T09:15:00Z');
const LONG = 'A store could be reached without a login, by anybody who knew or guessed its address. '.repeat(40);

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-documents-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

const QUESTION = { id: 'contact', text: 'Who answers <questions> & how?', demandedBy: 'Article 34(2)' };

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Title of the notice' },
  { kind: 'heading', level: 2, text: 'What happened' },
  { kind: 'paragraph', text: LONG },
  {
    kind: 'table',
    rows: [
      ['Measures', `${LONG}\nEND-OF-CELL`],
      ['Kept | so', '*no* markup <b>'],
    ],
  },
  { kind: 'heading', level: 3, text: 'Consequences' },
  { kind: 'list', items: ['Phishing', '诈骗电话 → 挂断', 'Łódź, Ελλάδα, Київ'] },
  { kind: 'question', question: QUESTION },
  { kind: 'heading', level: 2, text: 'What follows' },
  ...Array.from({ length: 3 }, (): Block => ({ kind: 'paragraph', text: LONG })),
];

function draft(change: Partial<NoticeDraft> = {}): NoticeDraft {
  const base = { notice: 'test', language: 'en', title: 'Title of the notice', blocks: BLOCKS } as const;
  return { ...base, missing: [QUESTION], ...change };
}

function bytesOf(format: PaperFormat, one: NoticeDraft = draft(), kind: PaperKind = 'form'): Promise<Uint8Array> {
  return rendered(paperOf(one, { caseName: '2026-014', madeAt: MADE_AT, kind }), format);
}

async function textOf(format: PaperFormat, one?: NoticeDraft, kind?: PaperKind): Promise<string> {
  return Buffer.from(await bytesOf(format, one, kind)).toString('utf8');
}

async function pdfFile(name: string, one?: NoticeDraft, kind?: PaperKind): Promise<string> {
  const path = join(dir, name);
  writeFileSync(path, await bytesOf('pdf', one, kind));
  return path;
}

async function docxParts(one?: NoticeDraft, kind?: PaperKind): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await bytesOf('docx', one, kind));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

describe('documents', () => {
  for (const format of PAPER_FORMATS) {
    it(`writes the same ${format} for the same document, whatever the clock says`, async (context) => {
      context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2027-01-01T00:00:00Z') });
      const first = await bytesOf(format);
      context.mock.timers.setTime(Date.parse('2031-06-01T12:34:56Z'));
      assert.ok(Buffer.from(first).equals(Buffer.from(await bytesOf(format))));
    });
  }

  it('numbers the sections of a form, leaves those of a letter, and says the title once', async () => {
    const form = await textOf('md');
    for (const heading of ['## 1. What happened', '### 1.1 Consequences', '## 2. What follows'])
      assert.ok(form.includes(heading), heading);
    const letter = await textOf('md', draft(), 'letter');
    assert.ok(letter.includes('\n## What happened'));
    assert.equal(form.split('Title of the notice').length, 2);
  });

  it('puts nothing on a letter that is ready but what its readers need', async () => {
    for (const format of ['md', 'html'] as const) {
      const ready = await textOf(format, draft({ missing: [] }), 'letter');
      for (const inner of ['2026-014', 'Vigie.', 'INCOMPLETE', 'Status']) assert.ok(!ready.includes(inner), inner);
    }
    const parts = await docxParts(draft({ missing: [] }), 'letter');
    for (const [name, text] of parts) if (name.startsWith('word/')) assert.ok(!text.includes('2026-014'), name);
  });

  it('says of a letter that nobody has signed off that it is a draft, and of a form that two people have', async () => {
    const ready = draft({ missing: [] });
    const text = (kind: PaperKind, isApproved: boolean) =>
      rendered(paperOf(ready, { caseName: '2026-014', madeAt: MADE_AT, kind, isApproved }), 'md').then(String);
    assert.ok((await text('letter', false)).includes(PAPER_WORDS.en.complete));
    assert.ok(!(await text('letter', true)).includes('Status'));
    assert.ok((await text('form', true)).includes(PAPER_WORDS.en.approved));
  });

  it('takes words of others for words in HTML and Markdown', async () => {
    const page = await textOf('html');
    assert.ok(page.includes('*no* markup &lt;b&gt;'));
    assert.ok(!/<script|<b>Who/.test(page));
    const plain = await textOf('md');
    assert.ok(plain.includes('\\*no\\* markup \\<b\\>'));
  });
});

describe('PDF', { skip: NO_POPPLER }, () => {
  for (const language of LANGUAGES) {
    it(`says on every page of an incomplete draft that it is incomplete, and which page it is (${language})`, async () => {
      const pages = pagesOf(await pdfFile(`${language}.pdf`, draft({ language })));
      assert.ok(pages.length >= 4);
      pages.forEach((page, place) => {
        const flat = page.replaceAll(/\s+/g, ' ');
        assert.ok(flat.includes(PAPER_WORDS[language].incomplete), `page ${place + 1}`);
        assert.ok(flat.includes(PAPER_WORDS[language].page(place + 1, pages.length)), `page ${place + 1}`);
        assert.ok(page.includes('2026-014') && page.includes('Title of the notice'));
      });
    });
  }

  it('says it on no page of a complete one', async () => {
    const pages = pagesOf(await pdfFile('complete.pdf', draft({ missing: [] })));
    assert.ok(pages.every((page) => !page.includes('INCOMPLETE')));
  });

  it('keeps every word: long cells over pages, Chinese, Polish, Greek, Ukrainian', async () => {
    const text = pagesOf(await pdfFile('words.pdf'))
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    for (const words of ['END-OF-CELL', '诈骗电话 → 挂断', 'Łódź, Ελλάδα, Київ', QUESTION.text, '1.1 Consequences']) {
      assert.ok(text.includes(words), words);
    }
    assert.equal(text.split('guessed its address').length - 1, 5 * 40);
  });

  it('is tagged, and tells its title and the day that was handed in', async () => {
    const info = pdfInfo(await pdfFile('info.pdf'));
    assert.equal(info.get('Tagged'), 'yes');
    assert.equal(info.get('Title'), 'Title of the notice');
    assert.equal(info.get('Page size'), '595.28 x 841.89 pts (A4)');
    assert.match(info.get('CreationDate') ?? '', /Mar 27 .* 2026/);
  });
});

describe('lines of a PDF', () => {
  const pdf = new PDFDocument({ autoFirstPage: false });
  registerFonts(pdf);
  const words = fc.array(
    fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('数据', 'données', '-', '\n', 'a'.repeat(90))),
  );

  it('are never wider than the column, and lose no sign', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 500 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = linesOf(pdf, text, width, STYLES.cell, 'en');
        for (const line of lines) assert.ok(line.width <= width + 0.01, `${line.width} > ${width}`);
        const kept = lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
        assert.equal(kept.replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
      }),
      { numRuns: 60 },
    );
  });
});

describe('DOCX', () => {
  it('has the mark of an incomplete draft in the header of all pages, and the questions in its text', async () => {
    const parts = await docxParts();
    assert.ok(parts.get('word/header1.xml')?.includes('INCOMPLETE DRAFT'));
    assert.ok(parts.get('word/document.xml')?.includes('Who answers &lt;questions&gt; &amp; how?'));
    assert.ok(parts.get('word/footer1.xml')?.includes('NUMPAGES'));
    assert.match(parts.get('docProps/core.xml') ?? '', /Title of the notice[\s\S]*2026-03-27T09:15:00Z/);
    const complete = await docxParts(draft({ missing: [] }));
    assert.ok(!complete.get('word/header1.xml')?.includes('INCOMPLETE'));
  });
});
