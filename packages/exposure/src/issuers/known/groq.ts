// Groq: the list of models.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const GROQ: Issuer = {
  id: 'groq',
  title: 'Groq',
  parts: [{ name: 'key', title: 'API key', kinds: ['groq-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.groq.com',
    path: '/openai/v1/models',
    headers: { Authorization: 'Bearer {key}' },
  },
  answers: [accepted({ where: { object: 'list' } }), limited(403), refused(401)],
  source: 'https://console.groq.com/docs/errors',
  examples: [
    { status: 200, body: '{"object":"list","data":[{"id":"llama","object":"model"}]}', verdict: 'live' },
    { status: 401, body: '{"error":{"message":"Invalid API Key","code":"invalid_api_key"}}', verdict: 'revoked' },
    { status: 403, body: '{"error":{"message":"Forbidden"}}', verdict: 'restricted' },
    { status: 400, body: '{"error":{"type":"invalid_request_error"}}', verdict: 'cannot tell' },
  ],
};
