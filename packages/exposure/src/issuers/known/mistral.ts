// Mistral AI: the list of models.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const MISTRAL: Issuer = {
  id: 'mistral',
  title: 'Mistral AI',
  parts: [{ name: 'key', title: 'API key', kinds: ['mistral-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.mistral.ai',
    path: '/v1/models',
    headers: { Authorization: 'Bearer {key}' },
  },
  answers: [accepted({ where: { object: 'list' } }), refused(401)],
  source: 'https://docs.mistral.ai/api/endpoint/models',
  examples: [
    { status: 200, body: '{"object":"list","data":[{"id":"mistral-small","object":"model"}]}', verdict: 'live' },
    { status: 401, body: '{"detail":"Unauthorized"}', verdict: 'revoked' },
    { status: 403, body: '{"detail":"Forbidden"}', verdict: 'cannot tell' },
  ],
};
