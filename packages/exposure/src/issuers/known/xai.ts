// xAI: what a key says of itself. It answers an unknown key with status 400, as its description says.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';
import { listAt } from '../read-answer.ts';

const state = (blocked: boolean, disabled: boolean, team = false) =>
  JSON.stringify({
    name: 'My API Key',
    acls: ['api-key:model:*', 'api-key:endpoint:*'],
    team_blocked: team,
    api_key_blocked: blocked,
    api_key_disabled: disabled,
  });

export const XAI: Issuer = {
  id: 'xai',
  title: 'xAI',
  parts: [{ name: 'key', title: 'API key', kinds: ['xai-api-key'] }],
  request: { method: 'GET', host: 'api.x.ai', path: '/v1/api-key', headers: { Authorization: 'Bearer {key}' } },
  answers: [
    refused(200, { where: { api_key_disabled: true } }, 'it is disabled, and can be enabled again'),
    refused(200, { where: { api_key_blocked: true } }, 'it is blocked'),
    limited(200, { where: { team_blocked: true } }, 'its team is blocked'),
    accepted({ where: { api_key_blocked: false, api_key_disabled: false } }),
    refused(400),
  ],
  scopes: ({ json }) => listAt(json, 'acls'),
  source: 'https://docs.x.ai/docs/api-reference',
  examples: [
    { status: 200, body: state(false, false), verdict: 'live', scopes: ['api-key:model:*', 'api-key:endpoint:*'] },
    { status: 200, body: state(true, false), verdict: 'revoked' },
    { status: 200, body: state(false, true), verdict: 'revoked' },
    { status: 200, body: state(false, false, true), verdict: 'restricted' },
    { status: 400, body: '{"error":"The request is invalid or an invalid API key is provided."}', verdict: 'revoked' },
    { status: 401, body: '{}', verdict: 'cannot tell' },
  ],
};
