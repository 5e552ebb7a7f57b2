import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { xmlLeaves } from './xml.ts';

function read(xml: string): { leaves: [string, string][]; whole: boolean } {
  const leaves: [string, string][] = [];
  const walk = xmlLeaves(xml);
  for (;;) {
    const next = walk.next();
    if (next.done === true) return { leaves, whole: next.value };
    leaves.push([next.value.path, next.value.text]);
  }
}

describe('xml', () => {
  it('reads leaves with their paths, attributes and prefixes passed over', () => {
    const xml = '<?xml version="1.0"?>\n<r xmlns="u"><a:b i="1">x</a:b><c><d/><e>y</e></c></r>';
    assert.deepEqual(read(xml), {
      leaves: [
        ['r/b', 'x'],
        ['r/c/d', ''],
        ['r/c/e', 'y'],
      ],
      whole: true,
    });
  });

  it('knows the five entities and numbers, and expands no other', () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa">]><r>&lt;&#34;&#x41;&a;&amp;lt;&#0;&#1114112;</r>';
    assert.deepEqual(read('<r>&lt;&#34;&#x41;&a;&amp;lt;&#0;&#1114112;</r>').leaves, [['r', '<"A&a;&lt;']]);
    assert.equal(read(bomb).leaves.flat().join().includes('aaaa'), false);
  });

  it('says of a document that is cut off that it is not whole', () => {
    const xml = '<r><a>1</a><a>2</a></r>';
    for (let at = 0; at < xml.length; at += 1) assert.equal(read(xml.slice(0, at)).whole, false, xml.slice(0, at));
  });

  it('ends at tags that do not match, at a thousand levels and at what is no XML', () => {
    assert.equal(read('<r><a></b></r>').whole, false);
    assert.equal(read(`${'<a>'.repeat(1000)}x${'</a>'.repeat(1000)}`).whole, false);
    assert.deepEqual(read('hello < world'), { leaves: [], whole: false });
  });

  it('does not throw for any text', () => {
    const part = fc.constantFrom('<', '>', '/', 'a', '</a>', '<a>', '<a/>', '&#', ';', '&#xd800;', '<!--', '-->', '<?');
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), (parts) => {
        read(parts.join(''));
      }),
      { numRuns: 5000, seed: 20_261_123 },
    );
  });
});
