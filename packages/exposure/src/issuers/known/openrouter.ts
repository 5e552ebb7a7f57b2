// OpenRouter: what a key says of itself, of which only its sort is looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { valueAt } from '../read-answer.ts';

const key = (isManagement: boolean) =>
  JSON.stringify({ data: { label: 'my key', limit: 100, is_free_tier: false, is_management_key: isManagement } });

export const OPENROUTER: Issuer = {
  id: 'openrouter',
  title: 'OpenRouter',
  parts: [{ name: 'key', title: 'API key', kinds: ['openrouter-api-key'] }],
  request: { method: 'GET', host: 'openrouter.ai', path: '/api/v1/key', headers: { Authorization: 'Bearer {key}' } },
  answers: [
    accepted({ where: { 'data.is_free_tier': false } }),
    accepted({ where: { 'data.is_free_tier': true } }),
    refused(401),
  ],
  scopes: ({ json }) => (valueAt(json, 'data.is_management_key') === true ? ['management'] : []),
  source: 'https://openrouter.ai/docs/api/api-reference/api-keys/get-current-key',
  examples: [
    { status: 200, body: key(false), verdict: 'live', scopes: [] },
    { status: 200, body: key(true), verdict: 'live', scopes: ['management'] },
    { status: 401, body: '{"error":{"code":401,"message":"Missing Authentication header"}}', verdict: 'revoked' },
    { status: 404, body: '{}', verdict: 'cannot tell' },
  ],
};
