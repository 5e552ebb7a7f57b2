// Documents of a file of YAML: none lost, none joined with another, and each at its line.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inItsPlace, splitDocuments } from './split-documents.ts';

describe('the documents of a file', () => {
  it('begin where their first words stand, behind comments and empty lines', () => {
    const parts = splitDocuments(
      '# ours\n\ntitle: a\n---\n\n# the second\ntitle: b\n--- # third\n---\ntitle: c\n...\n',
    );
    assert.deepEqual(
      parts.map(({ line }) => line),
      [3, 7, 10],
    );
  });

  it('have their lines where a reader of the file has them', () => {
    for (const part of splitDocuments('title: a\r\n---\r\n\r\ntitle: b\r\n---\r\n# c\r\ntitle: c')) {
      const at = inItsPlace(part)
        .split('\n')
        .findIndex((line) => line.startsWith('title'));
      assert.equal(at + 1, part.line, part.text);
    }
  });

  it('stay together where one of them changes those behind it, as in collections of pySigma', () => {
    assert.equal(splitDocuments('action: global\nlevel: low\n---\ntitle: a\n---\ntitle: b\n').length, 1);
  });

  it('stay together where one begins on the line of its mark', () => {
    assert.equal(splitDocuments('title: a\n--- {title: b}\n---\ntitle: c\n').length, 1);
  });

  it('may have lines of signs within a text that is indented', () => {
    assert.equal(splitDocuments('description: |\n  above\n  ---\n  below\ntitle: a\n').length, 1);
  });

  it('are all there, whatever stands in them', () => {
    const line = fc.oneof(
      fc.constantFrom('---', '--- # x', '--- {title: b}', '...', '', '# c', '  ---', 'title: a', '---x'),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const parts = splitDocuments(lines.join('\n'));
        const words = (text: string) => text.split('\n').filter((one) => /^\s*[^#\s]/.test(one));
        const kept = parts.flatMap(({ text }) => words(text));
        const isWhole = /^(?:action\s*:|---[ \t]+[^#\s])/m.test(lines.join('\n'));
        const expected = words(lines.join('\n')).filter((one) => isWhole || !/^(?:---|\.\.\.)(?:\s|$)/.test(one));
        assert.deepEqual(kept, expected);
        for (const part of parts) assert.ok(part.line >= 1 && part.line <= Math.max(1, lines.length));
      }),
      { numRuns: 200 },
    );
  });
});
