// DeepSeek: the list of models.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const MODELS = '{"object":"list","data":[{"id":"deepseek-chat","object":"model","owned_by":"deepseek"}]}';

export const DEEPSEEK: Issuer = {
  id: 'deepseek',
  title: 'DeepSeek',
  parts: [{ name: 'key', title: 'API key', kinds: ['deepseek-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.deepseek.com',
    path: '/models',
    headers: { Authorization: 'Bearer {key}' },
  },
  answers: [
    accepted({ where: { object: 'list' } }),
    limited(402, {}, 'its account has run out of balance'),
    refused(401),
  ],
  source: 'https://api-docs.deepseek.com/quick_start/error_codes',
  examples: [
    { status: 200, body: MODELS, verdict: 'live' },
    { status: 401, body: '{"error":{"message":"Authentication Fails"}}', verdict: 'revoked' },
    { status: 402, body: '{"error":{"message":"Insufficient Balance"}}', verdict: 'restricted' },
    { status: 422, body: '{"error":{"message":"Invalid Parameters"}}', verdict: 'cannot tell' },
  ],
};
