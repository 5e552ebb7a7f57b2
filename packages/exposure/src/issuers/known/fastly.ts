// Fastly: what a token says of itself, of which only the scope is looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { valueAt, wordsOf } from '../read-answer.ts';

const TOKEN = '{"id":"5Yo3XXnrQpjc20u0ybrf2g","name":"my_token","scope":"purge_all purge_select","services":[]}';

export const FASTLY: Issuer = {
  id: 'fastly',
  title: 'Fastly',
  parts: [{ name: 'token', title: 'API token', kinds: ['fastly-api-token'] }],
  request: { method: 'GET', host: 'api.fastly.com', path: '/tokens/self', headers: { 'Fastly-Key': '{token}' } },
  answers: [accepted({ holds: /"scope"\s*:\s*"/ }), refused(401)],
  scopes: ({ json }) => wordsOf(valueAt(json, 'scope'), / +/),
  source: 'https://www.fastly.com/documentation/reference/api/auth-tokens/user/',
  examples: [
    { status: 200, body: TOKEN, verdict: 'live', scopes: ['purge_all', 'purge_select'] },
    { status: 401, body: '{"msg":"Provided credentials are missing or invalid"}', verdict: 'revoked' },
    { status: 403, body: '{"msg":"You are not authorized to perform this action"}', verdict: 'cannot tell' },
  ],
};
