// Notion: the bot user of the token, which is not looked at.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const failed = (code: string) => JSON.stringify({ object: 'error', code });

export const NOTION: Issuer = {
  id: 'notion',
  title: 'Notion',
  parts: [{ name: 'token', title: 'integration token', kinds: ['notion-api-token', 'notion-legacy-api-token'] }],
  request: {
    method: 'GET',
    host: 'api.notion.com',
    path: '/v1/users/me',
    headers: { Authorization: 'Bearer {token}', 'Notion-Version': '2022-06-28' },
  },
  answers: [
    accepted({ where: { object: 'user' } }),
    refused(401, { where: { code: 'unauthorized' } }),
    limited(403, { where: { code: 'restricted_resource' } }),
  ],
  source: 'https://developers.notion.com/reference/get-self',
  examples: [
    { status: 200, body: '{"object":"user","id":"1","type":"bot","name":"x"}', verdict: 'live' },
    { status: 401, body: failed('unauthorized'), verdict: 'revoked' },
    { status: 403, body: failed('restricted_resource'), verdict: 'restricted' },
    { status: 400, body: failed('invalid_request'), verdict: 'cannot tell' },
  ],
};
