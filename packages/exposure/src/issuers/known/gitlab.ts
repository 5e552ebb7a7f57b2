// GitLab: what a token says of itself. Servers of one's own issue tokens of the same form, which gitlab.com does not know.
import { accepted, limited, refused, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { listAt } from '../read-answer.ts';

const token = (active: boolean, revoked: boolean) =>
  JSON.stringify({ id: 4, name: 'Test Token', revoked, scopes: ['api', 'read_user'], active, expires_at: null });

export const GITLAB: Issuer = {
  id: 'gitlab',
  title: 'GitLab (gitlab.com)',
  parts: [{ name: 'token', title: 'access token', kinds: ['gitlab-pat', 'gitlab-pat-routable'] }],
  request: {
    method: 'GET',
    host: 'gitlab.com',
    path: '/api/v4/personal_access_tokens/self',
    headers: { 'PRIVATE-TOKEN': '{token}' },
  },
  answers: [
    refused(200, { where: { revoked: true } }, 'it was revoked'),
    refused(200, { where: { active: false } }, 'it is not active'),
    accepted({ where: { active: true } }),
    limited(403, { where: { error: 'insufficient_scope' } }),
    undecided(
      401,
      {},
      'is not accepted by gitlab.com: it was revoked or has expired there, or it belongs to a GitLab server of your own',
    ),
  ],
  scopes: ({ json }) => listAt(json, 'scopes'),
  caveat: 'Only gitlab.com is asked; a token of a server of your own is unknown there.',
  source: 'https://docs.gitlab.com/api/personal_access_tokens/',
  examples: [
    { status: 200, body: token(true, false), verdict: 'live', scopes: ['api', 'read_user'] },
    { status: 200, body: token(false, true), verdict: 'revoked' },
    { status: 200, body: token(false, false), verdict: 'revoked' },
    { status: 401, body: '{"message":"401 Unauthorized"}', verdict: 'cannot tell' },
    { status: 403, body: '{"error":"insufficient_scope"}', verdict: 'restricted' },
  ],
};
