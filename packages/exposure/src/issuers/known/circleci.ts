// CircleCI: whose personal token it is, which is not looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const CIRCLECI: Issuer = {
  id: 'circleci',
  title: 'CircleCI',
  parts: [{ name: 'token', title: 'personal API token', kinds: ['circleci-api-token'], form: /CCIPAT_\w+/ }],
  request: { method: 'GET', host: 'circleci.com', path: '/api/v2/me', headers: { 'Circle-Token': '{token}' } },
  answers: [accepted({ holds: /"id"\s*:\s*"/ }), refused(401)],
  source: 'https://circleci.com/docs/api/v2/',
  examples: [
    { status: 200, body: '{"name":"x","login":"x","id":"497f6eca-6276-4993-bfeb-53cbbbba6f08"}', verdict: 'live' },
    { status: 401, body: '{"message":"You must log in first."}', verdict: 'revoked' },
    { status: 404, body: '{"message":"Not found"}', verdict: 'cannot tell' },
  ],
};
