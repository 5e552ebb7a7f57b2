// Cohere: the question that is made for this.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const COHERE: Issuer = {
  id: 'cohere',
  title: 'Cohere',
  parts: [{ name: 'key', title: 'API key', kinds: ['cohere-api-token'] }],
  request: {
    method: 'POST',
    host: 'api.cohere.com',
    path: '/v1/check-api-key',
    headers: { Authorization: 'Bearer {key}' },
  },
  answers: [accepted({ where: { valid: true } }), refused(200, { where: { valid: false } }), refused(401)],
  source: 'https://docs.cohere.com/reference/check-api-key',
  examples: [
    { status: 200, body: '{"valid":true,"organization_id":"1","owner_id":"2"}', verdict: 'live' },
    { status: 200, body: '{"valid":false}', verdict: 'revoked' },
    { status: 401, body: '{"message":"invalid api token"}', verdict: 'revoked' },
    { status: 400, body: '{"message":"invalid request"}', verdict: 'cannot tell' },
  ],
};
