// Akamai (Linode): the profile, which is not looked at; the scopes stand in a header.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { wordsOf } from '../read-answer.ts';

export const LINODE: Issuer = {
  id: 'linode',
  title: 'Akamai (Linode)',
  parts: [{ name: 'token', title: 'personal access token', kinds: ['linode-api-token'] }],
  request: { method: 'GET', host: 'api.linode.com', path: '/v4/profile', headers: { Authorization: 'Bearer {token}' } },
  answers: [accepted({ holds: /"username"\s*:\s*"/ }), refused(401)],
  scopes: ({ header }) => wordsOf(header('x-oauth-scopes'), /[\s,]+/),
  source: 'https://techdocs.akamai.com/linode-api/reference/get-profile',
  examples: [
    {
      status: 200,
      headers: { 'X-OAuth-Scopes': 'linodes:read_only domains:read_write' },
      body: '{"username":"x","email":"x@example.org"}',
      verdict: 'live',
      scopes: ['linodes:read_only', 'domains:read_write'],
    },
    { status: 401, body: '{"errors":[{"reason":"Invalid Token"}]}', verdict: 'revoked' },
    { status: 403, body: '{"errors":[{"reason":"Unauthorized"}]}', verdict: 'cannot tell' },
  ],
};
