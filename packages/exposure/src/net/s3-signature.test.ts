import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeKey, encodeQuery, signGet } from './s3-signature.ts';

// The examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, with the keys printed there.
const KEYS = {
  access: ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join(''),
  secret: ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/'),
  region: 'us-east-1',
};
const AT = new Date('2013-05-24T00:00:00Z');
const HOST = 'examplebucket.s3.amazonaws.com';

describe('signatures of S3', () => {
  const examples = [
    {
      title: 'a listing',
      path: '/',
      query: [
        ['max-keys', '2'],
        ['prefix', 'J'],
      ] as const,
      headers: {},
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    },
    {
      title: 'a range of an object',
      path: '/test.txt',
      query: [],
      headers: { Range: 'bytes=0-9' },
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
  ];
  for (const { title, path, query, headers, signature } of examples) {
    it(`are those of the documentation for ${title}`, () => {
      const signed = signGet({ path, query, host: HOST, headers }, KEYS, AT);
      assert.match(signed.Authorization ?? '', new RegExp(`Signature=${signature}$`));
    });
  }

  it('encode every character that is not plain, and leave slashes in keys', () => {
    assert.equal(encodeKey("a b/é'(*)!~&+"), 'a%20b/%C3%A9%27%28%2A%29%21~%26%2B');
    assert.equal(
      encodeQuery([
        ['prefix', 'a/b c'],
        ['continuation-token', '=/+'],
      ]),
      'continuation-token=%3D%2F%2B&prefix=a%2Fb%20c',
    );
  });
});
