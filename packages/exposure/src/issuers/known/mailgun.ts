// Mailgun: one domain of the list, in the United States and in the European region, which do not share domains.
import { accepted, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const MAILGUN: Issuer = {
  id: 'mailgun',
  title: 'Mailgun',
  parts: [{ name: 'key', title: 'API key', kinds: ['mailgun-private-api-token', 'mailgun-signing-key'] }],
  request: {
    method: 'GET',
    host: 'api.mailgun.net',
    path: '/v4/domains?limit=1',
    basic: { user: 'api', password: '{key}' },
  },
  answers: [
    accepted({ holds: /"items"\s*:\s*(?:\[|null)/ }),
    undecided(
      401,
      {},
      'is not accepted for this: it was deleted, it may only send for one domain, or it is a key of the other region (ask mailgun and mailgun-eu)',
    ),
  ],
  caveat: 'Accounts in the European region are asked as mailgun-eu.',
  source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/openapi-final/domains',
  examples: [
    { status: 200, body: '{"items":[{"name":"example.com"}],"total_count":1}', verdict: 'live' },
    { status: 401, body: 'Forbidden', verdict: 'cannot tell' },
  ],
};

export const MAILGUN_EU: Issuer = {
  ...MAILGUN,
  id: 'mailgun-eu',
  title: 'Mailgun (European region)',
  request: { ...MAILGUN.request, host: 'api.eu.mailgun.net' },
  caveat: 'Accounts outside of the European region are asked as mailgun.',
};
