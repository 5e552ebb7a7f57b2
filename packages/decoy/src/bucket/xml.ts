// The XML of S3: the list of buckets, a page of a bucket, errors. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
import type { Bucket, HoneyObject } from './objects.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
/** The owner that MinIO names where there are no accounts. */
const OWNER =
  '<ID>02d6176db174dc93cb1b899f7c6078f08654445fe8cf1b6ce98d8855f66bdbf4</ID><DisplayName>minio</DisplayName>';
const PAGE = 1000;

export function bucketList(buckets: readonly Bucket[]): string {
  const list = buckets.map(
    ({ name, created }) =>
      `<Bucket><Name>${escaped(name)}</Name><CreationDate>${timeOf(created)}</CreationDate></Bucket>`,
  );
  return `${HEAD}<ListAllMyBucketsResult ${NAMESPACE}><Owner>${OWNER}</Owner><Buckets>${list.join('')}</Buckets></ListAllMyBucketsResult>`;
}

/** Both versions of the list; the next page begins behind the last name of the one before. */
export function objectList(bucket: Bucket, query: ReadonlyMap<string, string>): string {
  const isSecond = query.get('list-type') === '2';
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const asked = Number(query.get('max-keys') ?? PAGE);
  const limit = Number.isInteger(asked) && asked >= 0 ? Math.min(asked, PAGE) : PAGE;
  const after = query.get('continuation-token') ?? query.get('start-after') ?? query.get('marker') ?? '';
  const all = bucket.objects.filter(({ key }) => key.startsWith(prefix) && key > after);
  const page = all.slice(0, limit);
  const isCut = all.length > page.length;
  const folder = ({ key }: HoneyObject) => {
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    return end < 0 ? undefined : key.slice(0, end + delimiter.length);
  };
  const folders = [...new Set(page.flatMap((one) => folder(one) ?? []))];
  const files = page.filter((one) => folder(one) === undefined);
  const last = page.at(-1)?.key ?? '';
  const next = isCut
    ? isSecond
      ? `<NextContinuationToken>${last}</NextContinuationToken>`
      : `<NextMarker>${last}</NextMarker>`
    : '';
  const count = isSecond ? `<KeyCount>${files.length + folders.length}</KeyCount>` : '<Marker></Marker>';
  return (
    `${HEAD}<ListBucketResult ${NAMESPACE}><Name>${bucket.name}</Name><Prefix>${escaped(prefix)}</Prefix>${count}` +
    `<MaxKeys>${limit}</MaxKeys>${delimiter === '' ? '' : `<Delimiter>${escaped(delimiter)}</Delimiter>`}` +
    `<IsTruncated>${isCut}</IsTruncated>${next}${files.map(contentOf).join('')}` +
    `${folders.map((name) => `<CommonPrefixes><Prefix>${escaped(name)}</Prefix></CommonPrefixes>`).join('')}</ListBucketResult>`
  );
}

function contentOf({ key, size, etag, modified }: HoneyObject): string {
  return `<Contents><Key>${escaped(key)}</Key><LastModified>${timeOf(modified)}</LastModified><ETag>&#34;${etag}&#34;</ETag><Size>${size}</Size><Owner>${OWNER}</Owner><StorageClass>STANDARD</StorageClass></Contents>`;
}

const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: 'Access Denied.',
  BucketNotEmpty: 'The bucket you tried to delete is not empty',
  InvalidRange: 'The requested range is not satisfiable',
  MethodNotAllowed: 'The specified method is not allowed against this resource.',
  NoSuchBucket: 'The specified bucket does not exist',
  NoSuchBucketPolicy: 'The bucket policy does not exist',
  NoSuchKey: 'The specified key does not exist.',
  NotImplemented: 'A header you provided implies functionality that is not implemented',
};

export function errorXml(code: string, path: string, bucket: string | undefined): string {
  const of = bucket === undefined ? '' : `<BucketName>${escaped(bucket)}</BucketName>`;
  return `${HEAD}<Error><Code>${code}</Code><Message>${MESSAGES[code] ?? code}</Message>${of}<Resource>${escaped(path)}</Resource><RequestId>17F2A3C95BD01E64</RequestId><HostId>dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8</HostId></Error>`;
}

export function deletedList(keys: readonly string[]): string {
  const list = keys.map((key) => `<Deleted><Key>${escaped(key)}</Key></Deleted>`);
  return `${HEAD}<DeleteResult ${NAMESPACE}>${list.join('')}</DeleteResult>`;
}

export function copyResult(etag: string, now: number): string {
  return `${HEAD}<CopyObjectResult ${NAMESPACE}><LastModified>${timeOf(now)}</LastModified><ETag>&#34;${etag}&#34;</ETag></CopyObjectResult>`;
}

function timeOf(time: number): string {
  return new Date(time).toISOString();
}

function escaped(text: string): string {
  // What XML has no place for at all is left out.
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
