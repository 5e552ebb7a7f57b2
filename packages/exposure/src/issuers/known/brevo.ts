// Brevo: the account, which is not looked at. A key that is kept to some addresses is refused from others as an unknown one is.
import { accepted, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const BREVO: Issuer = {
  id: 'brevo',
  title: 'Brevo',
  parts: [{ name: 'key', title: 'API key', kinds: ['sendinblue-api-token'] }],
  request: { method: 'GET', host: 'api.brevo.com', path: '/v3/account', headers: { 'api-key': '{key}' } },
  answers: [
    accepted({ holds: /"plan"\s*:\s*\[/ }),
    undecided(401, {}, 'is not accepted: it was deleted, or it may not be used from this address'),
  ],
  caveat:
    'Where the account is kept to some addresses, Brevo sends its owner a letter about a question from another one.',
  source: 'https://developers.brevo.com/reference/get-account',
  examples: [
    { status: 200, body: '{"organization_id":"1","email":"x@example.org","plan":[{"type":"free"}]}', verdict: 'live' },
    { status: 401, body: '{"code":"unauthorized","message":"Key not found"}', verdict: 'cannot tell' },
  ],
};
