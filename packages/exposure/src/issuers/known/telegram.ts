// Telegram: getMe, "a simple method for testing your bot's authentication token". The token stands in the address, as in all its methods.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const TELEGRAM: Issuer = {
  id: 'telegram',
  title: 'Telegram',
  parts: [{ name: 'token', title: 'bot token', kinds: ['telegram-bot-api-token', 'telegram-bot-api-token-alone'] }],
  request: { method: 'GET', host: 'api.telegram.org', path: '/bot{token}/getMe' },
  answers: [accepted({ where: { ok: true } }), refused(401, { where: { ok: false, error_code: 401 } })],
  source: 'https://core.telegram.org/bots/api#getme',
  examples: [
    { status: 200, body: '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x"}}', verdict: 'live' },
    { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}', verdict: 'revoked' },
    { status: 404, body: '{"ok":false,"error_code":404,"description":"Not Found"}', verdict: 'cannot tell' },
  ],
};
