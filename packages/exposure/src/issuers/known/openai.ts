// OpenAI: the list of models, which every key may read unless it is restricted.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const MODELS = '{"object":"list","data":[{"id":"gpt-4o","object":"model","created":1715367049,"owned_by":"system"}]}';
const MISSING = 'You have insufficient permissions for this operation. Missing scopes: api.model.read.';

export const OPENAI: Issuer = {
  id: 'openai',
  title: 'OpenAI',
  parts: [{ name: 'key', title: 'API key', kinds: ['openai-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.openai.com',
    path: '/v1/models',
    headers: { Authorization: 'Bearer {key}' },
  },
  answers: [
    accepted({ where: { object: 'list' } }),
    limited(401, { holds: /Missing scopes/ }, 'may not list models'),
    limited(403, { holds: /Missing scopes/ }, 'may not list models'),
    limited(401, { where: { 'error.code': 'ip_not_authorized' } }, 'not from this address'),
    refused(401, { where: { 'error.code': 'invalid_api_key' } }),
    refused(401, { where: { 'error.code': 'account_deactivated' } }, 'its account was deactivated'),
  ],
  source: 'https://platform.openai.com/docs/guides/error-codes',
  examples: [
    { status: 200, body: MODELS, verdict: 'live' },
    { status: 403, body: JSON.stringify({ error: { message: MISSING, code: null } }), verdict: 'restricted' },
    { status: 401, body: '{"error":{"code":"invalid_api_key","type":"invalid_request_error"}}', verdict: 'revoked' },
    { status: 401, body: '{"error":{"code":"account_deactivated"}}', verdict: 'revoked' },
    { status: 401, body: '{"error":{"code":"ip_not_authorized"}}', verdict: 'restricted' },
    { status: 403, body: '{"error":{"code":"unsupported_country_region_territory"}}', verdict: 'cannot tell' },
  ],
};
