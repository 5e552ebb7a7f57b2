// Stripe: the balance, of which only the mode is looked at.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { valueAt } from '../read-answer.ts';

const balance = (livemode: boolean) => JSON.stringify({ object: 'balance', available: [], livemode, pending: [] });

export const STRIPE: Issuer = {
  id: 'stripe',
  title: 'Stripe',
  parts: [{ name: 'key', title: 'secret or restricted key', kinds: ['stripe-access-token'] }],
  request: { method: 'GET', host: 'api.stripe.com', path: '/v1/balance', headers: { Authorization: 'Bearer {key}' } },
  answers: [
    accepted({ where: { object: 'balance' } }),
    refused(401, { where: { 'error.code': 'api_key_expired' } }, 'it has expired, or was rolled'),
    refused(401, { where: { 'error.type': 'invalid_request_error' } }),
    limited(403, { where: { 'error.type': 'invalid_request_error' } }),
  ],
  scopes: ({ json }) => {
    const isLive = valueAt(json, 'livemode');
    return typeof isLive === 'boolean' ? [isLive ? 'live-mode' : 'test-mode'] : [];
  },
  source: 'https://docs.stripe.com/api/errors',
  examples: [
    { status: 200, body: balance(true), verdict: 'live', scopes: ['live-mode'] },
    { status: 200, body: balance(false), verdict: 'live', scopes: ['test-mode'] },
    { status: 401, body: '{"error":{"code":"api_key_expired","type":"invalid_request_error"}}', verdict: 'revoked' },
    { status: 401, body: '{"error":{"type":"invalid_request_error"}}', verdict: 'revoked' },
    { status: 403, body: '{"error":{"type":"invalid_request_error"}}', verdict: 'restricted' },
    { status: 409, body: '{"error":{"type":"idempotency_error"}}', verdict: 'cannot tell' },
  ],
};
