// Airtable: whoami, of which only the scopes are looked at.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { listAt } from '../read-answer.ts';

const WHO = '{"id":"usrL2PNC5o3H4lBEi","email":"someone@example.org","scopes":["data.records:read","user.email:read"]}';

export const AIRTABLE: Issuer = {
  id: 'airtable',
  title: 'Airtable',
  parts: [{ name: 'token', title: 'personal access token', kinds: ['airtable-personnal-access-token'] }],
  request: {
    method: 'GET',
    host: 'api.airtable.com',
    path: '/v0/meta/whoami',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"id"\s*:\s*"usr/ }), refused(401)],
  scopes: ({ json }) => listAt(json, 'scopes'),
  source: 'https://airtable.com/developers/web/api/get-user-id-scopes',
  examples: [
    { status: 200, body: WHO, verdict: 'live', scopes: ['data.records:read', 'user.email:read'] },
    { status: 401, body: '{"error":{"type":"AUTHENTICATION_REQUIRED"}}', verdict: 'revoked' },
    { status: 403, body: '{"error":{"type":"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND"}}', verdict: 'cannot tell' },
  ],
};
