import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBuckets, readErrorCode, readObjects } from './s3-listing.ts';

const page = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inside}</ListBucketResult>`;
const contents = (key: string) => `<Contents><Key>${key}</Key><Size>5</Size><ETag>&quot;x&quot;</ETag></Contents>`;

describe('listings of S3', () => {
  it('gives keys and sizes, and where the next page begins', () => {
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>a+/=</NextContinuationToken>';
    assert.deepEqual(readObjects(page(`${more}${contents('a&amp;b&#x20;c')}<Contents/>`)), undefined);
    assert.deepEqual(readObjects(page(`${more}${contents('a&amp;b&#x20;c')}`)), {
      objects: [{ key: 'a&b c', bytes: 5 }],
      next: 'a+/=',
    });
    const url = page(`<EncodingType>url</EncodingType>${contents('a%2Fb+c%C3%A9')}`);
    assert.deepEqual(readObjects(url), { objects: [{ key: 'a/b cé', bytes: 5 }] });
  });

  it('takes no document type, no entity of its own and no depth without end', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    assert.equal(readObjects(`${bomb}${page(contents('&b;'))}`), undefined);
    assert.equal(readObjects(page(contents('&b;'))), undefined);
    assert.equal(readObjects(page(contents('&amp'))), undefined);
    assert.equal(readObjects(page('<a>'.repeat(100_000))), undefined);
    assert.equal(readObjects(page('<![CDATA[x]]>')), undefined);
    assert.equal(readObjects(page('<!-- x -->')), undefined);
    assert.equal(readObjects(page(contents('&#x110000;'))), undefined);
  });

  it('says of a listing that is cut off, or of another document, that it is none', () => {
    const whole = page(`${contents('a')}<IsTruncated>false</IsTruncated>`);
    for (let end = 0; end < whole.length; end += 1) assert.equal(readObjects(whole.slice(0, end)), undefined);
    assert.equal(readObjects(`${whole}${whole}`), undefined);
    assert.equal(readObjects(page('<IsTruncated>true</IsTruncated>')), undefined);
    assert.equal(readObjects('<html><body>hello</body></html>'), undefined);
  });

  it('reads buckets and errors', () => {
    const list = '<ListAllMyBucketsResult><Buckets><Bucket><Name>b</Name></Bucket></Buckets></ListAllMyBucketsResult>';
    assert.deepEqual(readBuckets(list), ['b']);
    assert.equal(readErrorCode('<Error><Code>NoSuchBucket</Code><Message>hidden</Message></Error>'), 'NoSuchBucket');
    assert.equal(readErrorCode('<Error><Code>no code \u001b</Code></Error>'), undefined);
  });

  it('ends on any text', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      'Contents',
      '<Key>',
      '</Key>',
      '&',
      ';',
      '"',
      "='",
      ' x="y"',
      '<?xml ',
      '?>',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => void [readObjects(parts.join('')), readObjects(page(parts.join('')))]),
    );
    const began = performance.now();
    readObjects(page(`<Contents ${'a="b" '.repeat(50_000)}`));
    readObjects(page(`<Contents ${' '.repeat(200_000)}`));
    assert.ok(performance.now() - began < 1000);
  });
});
