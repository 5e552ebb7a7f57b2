// Heroku: the rate limit of the account, which names nobody and is not counted against the limit.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const HEROKU: Issuer = {
  id: 'heroku',
  title: 'Heroku',
  parts: [{ name: 'key', title: 'API key', kinds: ['heroku-api-key-v2', 'heroku-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.heroku.com',
    path: '/account/rate-limits',
    headers: { Accept: 'application/vnd.heroku+json; version=3', Authorization: 'Bearer {key}' },
  },
  answers: [
    accepted({ holds: /"remaining"\s*:\s*\d/ }),
    refused(401, { where: { id: 'unauthorized' } }),
    limited(403, { where: { id: 'forbidden' } }),
    limited(403, { where: { id: 'suspended' } }, 'its account is suspended'),
  ],
  source: 'https://devcenter.heroku.com/articles/platform-api-reference#rate-limit',
  examples: [
    { status: 200, body: '{"remaining":2399}', verdict: 'live' },
    { status: 401, body: '{"id":"unauthorized","message":"Invalid credentials provided."}', verdict: 'revoked' },
    { status: 403, body: '{"id":"forbidden"}', verdict: 'restricted' },
    { status: 403, body: '{"id":"suspended"}', verdict: 'restricted' },
    { status: 402, body: '{"id":"delinquent"}', verdict: 'cannot tell' },
  ],
};
