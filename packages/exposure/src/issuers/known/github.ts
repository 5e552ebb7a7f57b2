// GitHub: the rate limit, which every token may read, which names nobody, and which is not counted against the limit.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { wordsOf } from '../read-answer.ts';

const LIMITS = '{"resources":{"core":{"limit":5000,"remaining":4999,"reset":1691591363,"used":1}},"rate":{}}';
const ALLOW_LIST =
  'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled.';

export const GITHUB: Issuer = {
  id: 'github',
  title: 'GitHub',
  parts: [
    {
      name: 'token',
      title: 'token',
      kinds: ['github-pat', 'github-fine-grained-pat', 'github-oauth', 'github-app-token'],
    },
  ],
  request: {
    method: 'GET',
    host: 'api.github.com',
    path: '/rate_limit',
    headers: {
      Accept: 'application/vnd.github+json',
      'X-GitHub-Api-Version': '2022-11-28',
      Authorization: 'Bearer {token}',
    },
  },
  answers: [
    accepted({ holds: /"resources"\s*:\s*\{/ }),
    refused(401, { where: { message: 'Bad credentials' } }),
    limited(403, { holds: /appear to have the correct authorization credentials/ }, 'not from this address'),
  ],
  scopes: ({ header }) => wordsOf(header('x-oauth-scopes'), /,\s*/),
  source: 'https://docs.github.com/rest/rate-limit/rate-limit',
  examples: [
    {
      status: 200,
      headers: { 'X-OAuth-Scopes': 'repo, read:org' },
      body: LIMITS,
      verdict: 'live',
      scopes: ['repo', 'read:org'],
    },
    { status: 200, body: LIMITS, verdict: 'live', scopes: [] },
    { status: 401, body: '{"message":"Bad credentials","status":"401"}', verdict: 'revoked' },
    { status: 403, body: JSON.stringify({ message: ALLOW_LIST }), verdict: 'restricted' },
    { status: 403, body: '{"message":"API rate limit exceeded"}', verdict: 'cannot tell' },
  ],
};
