// Cloudflare: the question that is made for this, for tokens of a user. Tokens of an account have an address of their own, with the
// account in it, and are refused here.
import { accepted, refused, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const token = (status: string) =>
  JSON.stringify({
    success: true,
    errors: [],
    messages: [],
    result: { id: 'ed17574386854bf78a67040be0a770b0', status },
  });

export const CLOUDFLARE: Issuer = {
  id: 'cloudflare',
  title: 'Cloudflare',
  parts: [
    {
      name: 'token',
      title: 'API token',
      kinds: ['cloudflare-prefixed-token', 'cloudflare-api-key'],
      form: /cfut_\w+|(?!cf(?:k|at)_).+/,
    },
  ],
  request: {
    method: 'GET',
    host: 'api.cloudflare.com',
    path: '/client/v4/user/tokens/verify',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [
    accepted({ where: { 'result.status': 'active' } }),
    refused(200, { where: { 'result.status': ['disabled', 'expired'] } }, 'it is disabled or has expired'),
    undecided(
      401,
      {},
      'is not accepted as a token of a user: it was deleted, or it belongs to an account, whose tokens are asked elsewhere',
    ),
  ],
  caveat: 'Tokens that belong to an account, not to a user, are unknown here.',
  source: 'https://developers.cloudflare.com/api/resources/user/subresources/tokens/methods/verify/',
  examples: [
    { status: 200, body: token('active'), verdict: 'live' },
    { status: 200, body: token('disabled'), verdict: 'revoked' },
    { status: 200, body: token('expired'), verdict: 'revoked' },
    {
      status: 401,
      body: '{"success":false,"errors":[{"code":1000,"message":"Invalid API Token"}]}',
      verdict: 'cannot tell',
    },
  ],
};
