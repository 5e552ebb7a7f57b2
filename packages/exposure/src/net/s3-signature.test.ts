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

  it('are those of the documentation for another service, which wants no hash of the body in a header', () => {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html, with its example keys.
    // This page has a plus sign in the key where that one has a slash.
    const keys = { ...KEYS, access: 'AKIDEXAMPLE', secret: KEYS.secret.replace('G/b', 'G+b'), service: 'iam' };
    const query = [
      ['Action', 'ListUsers'],
      ['Version', '2010-05-08'],
    ] as const;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const at = new Date('2015-08-30T12:36:00Z');
    const signed = signGet({ path: '/', query, host: 'iam.amazonaws.com', headers }, keys, at);
    assert.match(
      signed.Authorization ?? '',
      /Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7$/,
    );
    assert.equal(signed['x-amz-content-sha256'], undefined);
  });

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
