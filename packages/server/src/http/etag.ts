// Entity tags: the version of what carries one, else the hash of the answer; what the client has already is not sent again.
import { hash } from 'node:crypto';

/** Answers a GET with JSON, or with 304 where the client has it (RFC 9110, section 13.1.2). */
export function conditional(request: Request, body: string, version: number | undefined): Response {
  const etag = version === undefined ? `W/"${hash('sha1', body, 'base64url')}"` : `"${version}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'application/json' };
  const has = request.headers.get('if-none-match')?.split(/ *, */) ?? [];
  // A thing with a version may be shown with what is around it: only the hash proves that all of the answer is the same.
  if (version === undefined && has.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
