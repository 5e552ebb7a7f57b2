// Replicate: the account, which is not looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const REPLICATE: Issuer = {
  id: 'replicate',
  title: 'Replicate',
  parts: [{ name: 'token', title: 'API token', kinds: ['replicate-api-token'] }],
  request: {
    method: 'GET',
    host: 'api.replicate.com',
    path: '/v1/account',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ where: { type: ['user', 'organization'] } }), refused(401)],
  source: 'https://replicate.com/docs/reference/http#account.get',
  examples: [
    {
      status: 200,
      body: '{"type":"organization","username":"x","name":"X"}',
      verdict: 'live',
    },
    { status: 401, body: '{"title":"Unauthenticated","status":401}', verdict: 'revoked' },
    { status: 403, body: '{"status":403}', verdict: 'cannot tell' },
  ],
};
