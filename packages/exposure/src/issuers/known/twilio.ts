// Twilio: the account whose token it is, of which only the status is looked at.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const account = (status: string) => JSON.stringify({ friendly_name: 'x', status, type: 'Full' });

export const TWILIO: Issuer = {
  id: 'twilio',
  title: 'Twilio',
  parts: [
    { name: 'sid', title: 'account SID', kinds: [], form: /AC[0-9a-f]{32}/ },
    { name: 'token', title: 'auth token', kinds: ['twilio-auth-token'] },
  ],
  request: {
    method: 'GET',
    host: 'api.twilio.com',
    path: '/2010-04-01/Accounts/{sid}.json',
    basic: { user: '{sid}', password: '{token}' },
  },
  answers: [
    accepted({ where: { status: 'active' } }),
    limited(200, { where: { status: 'suspended' } }, 'its account is suspended'),
    refused(200, { where: { status: 'closed' } }, 'its account is closed'),
    refused(401, { where: { code: 20003 } }, 'it is not the token of this account any more'),
  ],
  source: 'https://www.twilio.com/docs/iam/api/account',
  examples: [
    { status: 200, body: account('active'), verdict: 'live' },
    { status: 200, body: account('suspended'), verdict: 'restricted' },
    { status: 200, body: account('closed'), verdict: 'revoked' },
    { status: 401, body: '{"code":20003,"message":"Authenticate","status":401}', verdict: 'revoked' },
    { status: 404, body: '{"code":20404,"status":404}', verdict: 'cannot tell' },
  ],
};
