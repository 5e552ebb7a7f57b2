// Hugging Face: whoami of the Hub, of which only the role of the token is looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { valueAt } from '../read-answer.ts';

const WHO = {
  type: 'user',
  name: 'someone',
  email: 'someone@example.org',
  auth: { type: 'access_token', accessToken: { displayName: 'ci', role: 'write' } },
};

export const HUGGINGFACE: Issuer = {
  id: 'huggingface',
  title: 'Hugging Face',
  parts: [
    {
      name: 'token',
      title: 'access token',
      kinds: ['huggingface-access-token', 'huggingface-organization-api-token'],
    },
  ],
  request: {
    method: 'GET',
    host: 'huggingface.co',
    path: '/api/whoami-v2',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ where: { type: ['user', 'org', 'app'] } }), refused(401)],
  scopes: ({ json }) => [valueAt(json, 'auth.accessToken.role')],
  source: 'https://huggingface.co/docs/hub/api',
  examples: [
    { status: 200, body: JSON.stringify(WHO), verdict: 'live', scopes: ['write'] },
    { status: 401, body: '{"error":"Invalid credentials in Authorization header"}', verdict: 'revoked' },
  ],
};
