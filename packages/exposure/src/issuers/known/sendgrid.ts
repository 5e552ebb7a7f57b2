// SendGrid: the scopes of the key, worldwide and in the European region, which do not know each other's keys.
import { accepted, limited, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { listAt } from '../read-answer.ts';

export const SENDGRID: Issuer = {
  id: 'sendgrid',
  title: 'SendGrid',
  parts: [{ name: 'key', title: 'API key', kinds: ['sendgrid-api-token'] }],
  request: { method: 'GET', host: 'api.sendgrid.com', path: '/v3/scopes', headers: { Authorization: 'Bearer {key}' } },
  answers: [
    accepted({ holds: /"scopes"\s*:\s*\[/ }),
    limited(403),
    undecided(
      401,
      {},
      'is not accepted: it was deleted, or it is a key of the other region (ask sendgrid and sendgrid-eu)',
    ),
  ],
  scopes: ({ json }) => listAt(json, 'scopes'),
  caveat: 'Keys of subusers in the European region are asked as sendgrid-eu.',
  source:
    'https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access',
  examples: [
    {
      status: 200,
      body: '{"scopes":["mail.send","alerts.read"]}',
      verdict: 'live',
      scopes: ['mail.send', 'alerts.read'],
    },
    { status: 401, body: '{"errors":[{"field":null,"message":"authorization required"}]}', verdict: 'cannot tell' },
    { status: 403, body: '{"errors":[{"field":null,"message":"access forbidden"}]}', verdict: 'restricted' },
  ],
};

export const SENDGRID_EU: Issuer = {
  ...SENDGRID,
  id: 'sendgrid-eu',
  title: 'SendGrid (European region)',
  request: { ...SENDGRID.request, host: 'api.eu.sendgrid.com' },
  caveat: 'Keys outside of the European region are asked as sendgrid.',
};
