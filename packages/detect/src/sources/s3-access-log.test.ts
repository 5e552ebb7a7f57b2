// Lines of docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html; the later ones are made after its table of fields, for a reader
// without an account, a refusal, a list and a key with spaces.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyText } from '../../testing/spoiled-records.ts';
import { s3AccessLog } from './s3-access-log.ts';

const OWNER = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const TAIL =
  '- s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2 - -';
const SAMPLES = {
  setting: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 ${OWNER} 3E57427F3EXAMPLE REST.GET.VERSIONING - "GET /amzn-s3-demo-bucket1?versioning HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" ${TAIL}`,
  missing: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 ${OWNER} A1206F460EXAMPLE REST.GET.BUCKETPOLICY - "GET /amzn-s3-demo-bucket1?policy HTTP/1.1" 404 NoSuchBucketPolicy 297 - 38 - "-" "S3Console/0.4" ${TAIL}`,
  put: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:01:57 +0000] 192.0.2.3 ${OWNER} DD6CC733AEXAMPLE REST.PUT.OBJECT s3-dg.pdf "PUT /amzn-s3-demo-bucket1/s3-dg.pdf HTTP/1.1" 200 - - 4406583 41754 28 "-" "S3Console/0.4" ${TAIL}`,
  stranger: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:02:00 +0000] 203.0.113.9 - DD6CC733BEXAMPLE REST.GET.OBJECT people/year%25202019.csv "GET /people/year%202019.csv HTTP/1.1" 200 - 4406583 4406583 41754 28 "-" "say "hi"" -`,
  list: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:02:01 +0000] 2001:db8::9 arn:aws:iam::123456789012:user/ada DD6CC733CEXAMPLE REST.GET.BUCKET - "GET /?list-type=2 HTTP/1.1" 403 AccessDenied 243 - 5 - "-" "aws-cli/2.9" ${TAIL}`,
  erase: `${OWNER} amzn-s3-demo-bucket1 [06/Feb/2019:00:02:02 +0000] - AmazonS3 DD6CC733DEXAMPLE S3.EXPIRE.OBJECT old.csv "-" - - - 12 - - "-" "-" ${TAIL}`,
};
const read = (name: keyof typeof SAMPLES) => s3AccessLog.open().fromText?.(SAMPLES[name])?.[0] ?? {};

describe("S3's server access log", () => {
  it('becomes Datastore Activity with bucket, object and bytes', () => {
    const event = read('stranger');
    assert.equal(event.type_uid, 600501);
    assert.equal(event.time, Date.UTC(2019, 1, 6, 0, 2, 0));
    assert.deepEqual(event.databucket, {
      name: 'amzn-s3-demo-bucket1',
      file: { name: 'people/year 2019.csv', type_id: 1 },
    });
    assert.deepEqual(event.unmapped, { bytes_returned: 4406583, command: 'REST.GET.OBJECT' });
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9' });
    assert.equal(event.useragent, 'say "hi"');
  });

  it('names who asked, and says where nobody did', () => {
    assert.equal(read('stranger').unauthenticated, true);
    assert.deepEqual(read('stranger').actor, { app_name: 'say "hi"' });
    assert.equal(read('list').unauthenticated, false);
    assert.deepEqual((read('list').actor as Record<string, unknown>).user, {
      name: 'arn:aws:iam::123456789012:user/ada',
    });
  });

  it('tells what was done, and what was refused', () => {
    const done = (name: keyof typeof SAMPLES) => [read(name).activity_id, read(name).status_id, read(name).status_code];
    assert.deepEqual(done('setting'), [1, 1, undefined]);
    assert.deepEqual(done('missing'), [1, 2, 'NoSuchBucketPolicy']);
    assert.deepEqual(done('put'), [5, 1, undefined]);
    assert.deepEqual(done('list'), [8, 2, 'AccessDenied']);
    assert.deepEqual(done('erase'), [7, 0, undefined]);
  });

  it('throws at nothing, and does not hang', () => {
    readsAnyText(s3AccessLog, Object.values(SAMPLES));
    s3AccessLog.open().fromText?.(`${SAMPLES.put.slice(0, 200)}"${'"a'.repeat(20_000)}`);
    assert.equal(s3AccessLog.open().fromText?.(`${OWNER} b`), undefined);
  });
});
