import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildApp } from './build.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What the brief of the platform allows for the first screen. */
const LARGEST_GZIP_BYTES = 250_000;

/** A first screen: the start, the page, and the words of one language. */
const FIRST_SCREENS = {
  now: ['index.html', 'src/pages/now.tsx', 'src/words/en/index.ts'],
  'sign-in': ['index.html', 'src/pages/sign-in.tsx', 'src/words/en/index.ts'],
  'now in French': ['index.html', 'src/pages/now.tsx', 'src/words/fr/index.ts'],
} as const;

describe('what the browser gets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bundle-'));
  let manifest: Readonly<Record<string, Chunk>> = {};
  before(async () => {
    await buildApp(folder);
    manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as typeof manifest;
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The files that a chunk needs, itself among them. */
  function filesOf(names: readonly string[], known = new Set<string>()): Set<string> {
    for (const name of names) {
      const chunk = manifest[name];
      assert.ok(chunk, `the build has no ${name}`);
      if (known.has(chunk.file)) continue;
      known.add(chunk.file);
      for (const css of chunk.css ?? []) known.add(css);
      filesOf(chunk.imports ?? [], known);
    }
    return known;
  }

  for (const [screen, entries] of Object.entries(FIRST_SCREENS)) {
    it(`is under 250 KB, packed, for the first screen: ${screen}`, (test) => {
      const files = [...filesOf(entries)];
      const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
      test.diagnostic(`${screen}: ${bytes} bytes in ${files.length} files`);
      assert.ok(bytes < LARGEST_GZIP_BYTES, `${bytes} bytes`);
    });
  }

  it('has no inline script and no style element', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    assert.doesNotMatch(page, /<style|<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
  });

  it('has pages of others than the first screen in chunks of their own', () => {
    const first = filesOf(FIRST_SCREENS.now);
    for (const page of ['src/pages/account.tsx', 'src/pages/case/notice.tsx', 'src/shell/palette.tsx']) {
      assert.ok(!first.has(manifest[page]?.file ?? ''), page);
    }
  });
});
