// DigitalOcean: the account, which is not looked at.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const DIGITALOCEAN: Issuer = {
  id: 'digitalocean',
  title: 'DigitalOcean',
  parts: [{ name: 'token', title: 'access token', kinds: ['digitalocean-pat', 'digitalocean-access-token'] }],
  request: {
    method: 'GET',
    host: 'api.digitalocean.com',
    path: '/v2/account',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"account"\s*:\s*\{/ }), refused(401), limited(403)],
  source: 'https://docs.digitalocean.com/reference/api/reference/account/',
  examples: [
    { status: 200, body: '{"account":{"droplet_limit":25,"status":"active"}}', verdict: 'live' },
    { status: 401, body: '{"id":"unauthorized","message":"Unable to authenticate you."}', verdict: 'revoked' },
    { status: 403, body: '{"id":"forbidden","message":"You are not authorized."}', verdict: 'restricted' },
    { status: 404, body: '{"id":"not_found"}', verdict: 'cannot tell' },
  ],
};
