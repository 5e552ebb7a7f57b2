// Buildkite: what an API access token says of itself.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { listAt } from '../read-answer.ts';

const TOKEN = '{"uuid":"b63254c0-3271-4a98-8270-7cfbd6c2f14e","scopes":["read_build","write_build"]}';

export const BUILDKITE: Issuer = {
  id: 'buildkite',
  title: 'Buildkite',
  parts: [{ name: 'token', title: 'API access token', kinds: ['buildkite-api-token'], form: /bkua_\w+/ }],
  request: {
    method: 'GET',
    host: 'api.buildkite.com',
    path: '/v2/access-token',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"scopes"\s*:\s*\[/ }), refused(401)],
  scopes: ({ json }) => listAt(json, 'scopes'),
  source: 'https://buildkite.com/docs/apis/rest-api/access-token',
  examples: [
    { status: 200, body: TOKEN, verdict: 'live', scopes: ['read_build', 'write_build'] },
    { status: 401, body: '{"message":"Authentication required."}', verdict: 'revoked' },
    { status: 403, body: '{"message":"Forbidden"}', verdict: 'cannot tell' },
  ],
};
