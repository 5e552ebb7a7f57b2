// Discord: the bot's own user for a bot token, the webhook's own entry for the address of a webhook.
import { accepted, refused } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

export const DISCORD: Issuer = {
  id: 'discord',
  title: 'Discord',
  parts: [{ name: 'token', title: 'bot token', kinds: ['discord-bot-token'] }],
  request: {
    method: 'GET',
    host: 'discord.com',
    path: '/api/v10/users/@me',
    headers: { Authorization: 'Bot {token}' },
  },
  answers: [accepted({ holds: /"id"\s*:\s*"\d/ }), refused(401)],
  source: 'https://discord.com/developers/docs/resources/user#get-current-user',
  examples: [
    { status: 200, body: '{"id":"80351110224678912","username":"x","bot":true}', verdict: 'live' },
    { status: 401, body: '{"message":"401: Unauthorized","code":0}', verdict: 'revoked' },
    { status: 403, body: '{"code":40333}', verdict: 'cannot tell' },
  ],
};

export const DISCORD_WEBHOOK: Issuer = {
  id: 'discord-webhook',
  title: 'Discord (webhooks)',
  parts: [
    {
      name: 'webhook',
      title: 'address of the webhook',
      kinds: ['discord-webhook-url'],
      fields: /webhooks\/(?<id>\d{17,20})\/(?<token>[\w-]{60,80})$/,
    },
  ],
  request: { method: 'GET', host: 'discord.com', path: '/api/v10/webhooks/{id}/{token}' },
  answers: [
    accepted({ holds: /"channel_id"\s*:/ }),
    refused(404, { where: { code: 10015 } }, 'it was deleted'),
    refused(401, { where: { code: 50027 } }),
  ],
  source: 'https://discord.com/developers/docs/resources/webhook#get-webhook-with-token',
  examples: [
    { status: 200, body: '{"id":"223704706495545344","type":1,"channel_id":"1"}', verdict: 'live' },
    { status: 404, body: '{"message":"Unknown Webhook","code":10015}', verdict: 'revoked' },
    { status: 401, body: '{"message":"Invalid Webhook Token","code":50027}', verdict: 'revoked' },
    { status: 404, body: '{"code":0}', verdict: 'cannot tell' },
  ],
};
