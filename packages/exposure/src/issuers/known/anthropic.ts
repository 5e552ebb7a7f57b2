// Anthropic: one model of the list for an API key, the organisation's own entry for an admin key.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const HEADERS = { 'x-api-key': '{key}', 'anthropic-version': '2023-06-01' };
const failed = (type: string) => `{"type":"error","error":{"type":"${type}","message":"…"},"request_id":"req_1"}`;

const REFUSALS = [
  refused(401, { where: { 'error.type': 'authentication_error' } }),
  limited(403, { where: { 'error.type': 'permission_error' } }),
];

export const ANTHROPIC: Issuer = {
  id: 'anthropic',
  title: 'Anthropic',
  parts: [{ name: 'key', title: 'API key', kinds: ['anthropic-api-key'] }],
  request: { method: 'GET', host: 'api.anthropic.com', path: '/v1/models?limit=1', headers: HEADERS },
  answers: [accepted({ where: { 'data.0.type': 'model' } }), ...REFUSALS],
  source: 'https://platform.claude.com/docs/en/api/errors',
  examples: [
    { status: 200, body: '{"data":[{"id":"claude-x","type":"model"}],"has_more":true}', verdict: 'live' },
    { status: 401, body: failed('authentication_error'), verdict: 'revoked' },
    { status: 403, body: failed('permission_error'), verdict: 'restricted' },
    { status: 400, body: failed('invalid_request_error'), verdict: 'cannot tell' },
  ],
};

export const ANTHROPIC_ADMIN: Issuer = {
  ...ANTHROPIC,
  id: 'anthropic-admin',
  parts: [{ name: 'key', title: 'admin key', kinds: ['anthropic-admin-api-key'] }],
  request: { ...ANTHROPIC.request, path: '/v1/organizations/me' },
  answers: [accepted({ where: { type: 'organization' } }), ...REFUSALS],
  source: 'https://docs.claude.com/en/api/admin-api/organization/get-me',
  examples: [
    { status: 200, body: '{"id":"1","type":"organization","name":"Example"}', verdict: 'live' },
    { status: 401, body: failed('authentication_error'), verdict: 'revoked' },
  ],
};
