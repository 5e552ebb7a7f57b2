// Slack: auth.test, the question that is made for this. It answers with status 200 whatever it says.
import { accepted, limited, refused, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { wordsOf } from '../read-answer.ts';

const failed = (error: string) => JSON.stringify({ ok: false, error });
const OK = '{"ok":true,"url":"https://example.slack.com/","team":"x","user":"x"}';

export const SLACK: Issuer = {
  id: 'slack',
  title: 'Slack',
  parts: [
    {
      name: 'token',
      title: 'bot or user token',
      kinds: [
        'slack-bot-token',
        'slack-user-token',
        'slack-legacy-bot-token',
        'slack-legacy-token',
        'slack-legacy-workspace-token',
      ],
    },
  ],
  request: { method: 'POST', host: 'slack.com', path: '/api/auth.test', headers: { Authorization: 'Bearer {token}' } },
  answers: [
    accepted({ where: { ok: true } }),
    refused(200, { where: { ok: false, error: ['token_revoked', 'token_expired'] } }, 'it was revoked or has expired'),
    refused(200, { where: { ok: false, error: 'account_inactive' } }, 'its user or its workspace was deleted'),
    limited(200, {
      where: {
        ok: false,
        error: [
          'missing_scope',
          'no_permission',
          'access_denied',
          'accesslimited',
          'org_login_required',
          'ekm_access_denied',
          'enterprise_is_restricted',
          'two_factor_setup_required',
        ],
      },
    }),
    undecided(
      200,
      { where: { ok: false, error: 'invalid_auth' } },
      'is not known, or may not be used from this address: Slack does not tell which',
    ),
  ],
  scopes: ({ header }) => wordsOf(header('x-oauth-scopes'), /,\s*/),
  source: 'https://api.slack.com/methods/auth.test',
  examples: [
    {
      status: 200,
      headers: { 'x-oauth-scopes': 'chat:write,channels:history' },
      body: OK,
      verdict: 'live',
      scopes: ['chat:write', 'channels:history'],
    },
    { status: 200, body: failed('token_revoked'), verdict: 'revoked' },
    { status: 200, body: failed('token_expired'), verdict: 'revoked' },
    { status: 200, body: failed('account_inactive'), verdict: 'revoked' },
    { status: 200, body: failed('missing_scope'), verdict: 'restricted' },
    { status: 200, body: failed('invalid_auth'), verdict: 'cannot tell' },
    { status: 200, body: failed('internal_error'), verdict: 'cannot tell' },
  ],
};
