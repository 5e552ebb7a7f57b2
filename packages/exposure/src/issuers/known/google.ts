// Google: one model of the Gemini API. Whatever else an API key is for, the refusal names what it is restricted to by a reason of
// google/api/error_reason.proto.
import { accepted, limited, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const reason = (word: string) => `{"error":{"code":403,"details":[{"reason": "${word}","domain":"googleapis.com"}]}}`;

export const GOOGLE: Issuer = {
  id: 'google',
  title: 'Google',
  parts: [{ name: 'key', title: 'API key', kinds: ['gcp-api-key'] }],
  request: {
    method: 'GET',
    host: 'generativelanguage.googleapis.com',
    path: '/v1beta/models?pageSize=1',
    headers: { 'x-goog-api-key': '{key}' },
  },
  answers: [
    accepted({ holds: /"models"\s*:\s*\[/ }),
    refused(400, { holds: /"reason"\s*:\s*"API_KEY_INVALID"/ }),
    limited(403, { holds: /"reason"\s*:\s*"SERVICE_DISABLED"/ }, 'its project does not use the Gemini API'),
    limited(403, { holds: /"reason"\s*:\s*"API_KEY_SERVICE_BLOCKED"/ }, 'it is restricted to other APIs'),
    limited(
      403,
      { holds: /"reason"\s*:\s*"API_KEY_(?:HTTP_REFERRER|IP_ADDRESS|ANDROID_APP|IOS_APP)_BLOCKED"/ },
      'it is restricted to certain places',
    ),
    limited(403, { holds: /"reason"\s*:\s*"CONSUMER_SUSPENDED"/ }, 'its project is suspended'),
  ],
  caveat: 'An API key of Google opens what its project uses, not the Gemini API alone.',
  source: 'https://cloud.google.com/php/docs/reference/common-protos/latest/Api.ErrorReason',
  examples: [
    { status: 200, body: '{"models": [{"name":"models/gemini"}]}', verdict: 'live' },
    { status: 400, body: reason('API_KEY_INVALID'), verdict: 'revoked' },
    { status: 403, body: reason('SERVICE_DISABLED'), verdict: 'restricted' },
    { status: 403, body: reason('API_KEY_SERVICE_BLOCKED'), verdict: 'restricted' },
    { status: 403, body: reason('API_KEY_IP_ADDRESS_BLOCKED'), verdict: 'restricted' },
    { status: 403, body: reason('CONSUMER_SUSPENDED'), verdict: 'restricted' },
    { status: 403, body: reason('LOCATION_POLICY_VIOLATED'), verdict: 'cannot tell' },
  ],
};
