// npm: whoami of the registry, as `npm whoami` asks it; the name is not looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const NPM: Issuer = {
  id: 'npm',
  title: 'npm',
  parts: [{ name: 'token', title: 'access token', kinds: ['npm-access-token'] }],
  request: {
    method: 'GET',
    host: 'registry.npmjs.org',
    path: '/-/whoami',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"username"\s*:\s*"/ }), refused(401)],
  caveat: 'Only the public registry is asked.',
  source: 'https://docs.npmjs.com/cli/commands/npm-whoami',
  examples: [
    { status: 200, body: '{"username":"someone"}', verdict: 'live' },
    { status: 401, body: '{"message":"Unauthorized"}', verdict: 'revoked' },
    { status: 200, body: '{}', verdict: 'cannot tell' },
  ],
};
