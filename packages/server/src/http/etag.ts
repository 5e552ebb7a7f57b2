// Entity tags: the version of what carries one, else the hash of the answer; what the client has already is not sent again.
import { hash } from 'node:crypto';

/** Answers a GET with JSON, or with 304 where the client has it (RFC 9110, section 13.1.2). */
export function conditional(request: Request, body: string, version: number | undefined): Response {
  return tagged(request, body, version === undefined ? weakTagOf(body) : `"${version}"`, version === undefined);
}

/** The tag of an answer that has no version: the same where the answer is. */
export function weakTagOf(body: string): string {
  return `W/"${hash('sha1', body, 'base64url')}"`;
}

/** @param isWhole whether the tag stands for the whole answer: of a thing with a version, what is around it may have changed */
export function tagged(request: Request, body: string, etag: string, isWhole: boolean): Response {
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' };
  const has = request.headers.get('if-none-match')?.split(/ *, */) ?? [];
  if (isWhole && has.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
