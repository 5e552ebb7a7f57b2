// Asana: whose token it is, which is not looked at; one field is asked for.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const ASANA: Issuer = {
  id: 'asana',
  title: 'Asana',
  parts: [{ name: 'token', title: 'personal access token', kinds: ['asana-access-token'] }],
  request: {
    method: 'GET',
    host: 'app.asana.com',
    path: '/api/1.0/users/me?opt_fields=gid',
    headers: { Authorization: 'Bearer {token}' },
  },
  answers: [accepted({ holds: /"gid"\s*:\s*"\d/ }), refused(401)],
  source: 'https://developers.asana.com/reference/getuser',
  examples: [
    { status: 200, body: '{"data":{"gid":"12345","resource_type":"user"}}', verdict: 'live' },
    { status: 401, body: '{"errors":[{"message":"Not Authorized"}]}', verdict: 'revoked' },
    { status: 403, body: '{"errors":[{"message":"Forbidden"}]}', verdict: 'cannot tell' },
  ],
};
