// Postmark: the numbers of bounced mail, which name nobody.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const POSTMARK: Issuer = {
  id: 'postmark',
  title: 'Postmark',
  parts: [{ name: 'token', title: 'server token', kinds: ['postmark-server-token'] }],
  request: {
    method: 'GET',
    host: 'api.postmarkapp.com',
    path: '/deliverystats',
    headers: { 'X-Postmark-Server-Token': '{token}' },
  },
  answers: [accepted({ holds: /"InactiveMails"\s*:\s*\d/ }), refused(401, { where: { ErrorCode: 10 } })],
  source: 'https://postmarkapp.com/developer/api/bounce-api',
  examples: [
    { status: 200, body: '{"InactiveMails":192,"Bounces":[]}', verdict: 'live' },
    { status: 401, body: '{"ErrorCode":10,"Message":"Bad or missing Server API token"}', verdict: 'revoked' },
    { status: 422, body: '{"ErrorCode":100}', verdict: 'cannot tell' },
  ],
};
