// PagerDuty: the abilities of the account, in both service regions, which do not know each other's keys.
import { accepted, limited, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const PAGERDUTY: Issuer = {
  id: 'pagerduty',
  title: 'PagerDuty',
  parts: [{ name: 'key', title: 'API key', kinds: ['pagerduty-api-key'] }],
  request: {
    method: 'GET',
    host: 'api.pagerduty.com',
    path: '/abilities',
    headers: { Accept: 'application/vnd.pagerduty+json;version=2', Authorization: 'Token token={key}' },
  },
  answers: [
    accepted({ holds: /"abilities"\s*:\s*\[/ }),
    limited(403),
    undecided(
      401,
      {},
      'is not accepted: it was deleted, or it belongs to the other service region (ask pagerduty and pagerduty-eu)',
    ),
  ],
  caveat: 'Accounts in the European service region are asked as pagerduty-eu.',
  source: 'https://developer.pagerduty.com/api-reference/',
  examples: [
    { status: 200, body: '{"abilities":["sso"]}', verdict: 'live' },
    { status: 401, body: '{"error":{"code":2006}}', verdict: 'cannot tell' },
    { status: 403, body: '{"error":{"code":2010}}', verdict: 'restricted' },
  ],
};

export const PAGERDUTY_EU: Issuer = {
  ...PAGERDUTY,
  id: 'pagerduty-eu',
  title: 'PagerDuty (European region)',
  request: { ...PAGERDUTY.request, host: 'api.eu.pagerduty.com' },
  caveat: 'Accounts outside of the European service region are asked as pagerduty.',
};
