// Hetzner: one location of its data centres, which is public and still asked for with a token.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const HETZNER: Issuer = {
  id: 'hetzner',
  title: 'Hetzner Cloud',
  parts: [{ name: 'token', title: 'API token', kinds: ['hetzner-api-token'] }],
  request: {
    method: 'GET',
    host: 'api.hetzner.cloud',
    path: '/v1/locations?per_page=1',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"locations"\s*:\s*\[/ }), refused(401, { where: { 'error.code': 'unauthorized' } })],
  source: 'https://docs.hetzner.cloud/#errors',
  examples: [
    { status: 200, body: '{"locations":[{"id":1,"name":"fsn1"}]}', verdict: 'live' },
    { status: 401, body: '{"error":{"code":"unauthorized","message":"unable to authenticate"}}', verdict: 'revoked' },
    { status: 403, body: '{"error":{"code":"forbidden"}}', verdict: 'cannot tell' },
  ],
};
