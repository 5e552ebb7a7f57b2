// Doppler: what a token says of itself, of which only its sort is looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { valueAt } from '../read-answer.ts';

const ME = '{"workplace":{"name":"x","slug":"y"},"type":"service_token","token_preview":"dp.st.…","slug":"z"}';

export const DOPPLER: Issuer = {
  id: 'doppler',
  title: 'Doppler',
  parts: [{ name: 'token', title: 'token', kinds: ['doppler-api-token', 'doppler-service-token'] }],
  request: { method: 'GET', host: 'api.doppler.com', path: '/v3/me', headers: { Authorization: 'Bearer {token}' } },
  answers: [accepted({ holds: /"workplace"\s*:\s*\{/ }), refused(401)],
  scopes: ({ json }) => [valueAt(json, 'type')],
  source: 'https://docs.doppler.com/reference/auth-me',
  examples: [
    { status: 200, body: ME, verdict: 'live', scopes: ['service_token'] },
    { status: 401, body: '{"messages":["Invalid Auth token"],"success":false}', verdict: 'revoked' },
    { status: 403, body: '{"success":false}', verdict: 'cannot tell' },
  ],
};
