// Keys for chat, mail and SMS. Forms: the services' documentation, and the catalogues of gitleaks and betterleaks (MIT),
// kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HEX_32, issued, UUID } from './issued.ts';

export const MESSAGING: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'Slack',
      link: 'https://docs.slack.dev/authentication/tokens',
      rotate: [
        'Revoke the token with auth.revoke, or reinstall the app to get a new one.',
        'Restrict the app to allowed addresses and fewer scopes.',
        'Look in the audit logs of the workspace for files and channels that the token read.',
      ],
    },
    { id: 'slack-bot-token', title: 'Slack bot token', opens: 'messages', form: { token: /xoxb-[0-9]{10,13}-[0-9]{10,13}(?:-?[A-Za-z0-9]){0,60}/ }, keywords: ['xoxb-'], entropy: 3 },
    { id: 'slack-user-token', title: 'Slack user token', opens: 'messages', form: { token: /xox[pe](?:-[0-9]{10,13}){3}-[A-Za-z0-9-]{28,34}/ }, keywords: ['xoxp-', 'xoxe-'], entropy: 2 },
    { id: 'slack-app-token', title: 'Slack app-level token', opens: 'messages', form: { token: /[xX][aA][pP][pP]-\d-[A-Za-z0-9]{1,20}-\d{1,20}-[A-Za-z0-9]{1,100}/ }, keywords: ['xapp-'], entropy: 2 },
    { id: 'slack-config-access-token', title: 'Slack app configuration token', opens: 'messages', form: { token: /[xX][oO][xX][eE]\.[xX][oO][xX][bpBP]-\d-[A-Za-z0-9]{163,166}/ }, keywords: ['xoxe.xoxb-', 'xoxe.xoxp-'], entropy: 2 },
    { id: 'slack-config-refresh-token', title: 'Slack configuration refresh token', opens: 'messages', form: { token: /[xX][oO][xX][eE]-\d-[A-Za-z0-9]{146}/ }, keywords: ['xoxe-'], entropy: 2 },
    { id: 'slack-legacy-bot-token', title: 'Slack legacy bot token', opens: 'messages', form: { token: /xoxb-[0-9]{8,14}-[A-Za-z0-9]{18,26}/ }, keywords: ['xoxb-'], entropy: 2 },
    { id: 'slack-legacy-token', title: 'Slack legacy token', opens: 'messages', form: { token: /xox[os]-\d{1,20}-\d{1,20}-\d{1,20}-[A-Fa-f\d]{1,80}/ }, keywords: ['xoxo-', 'xoxs-'], entropy: 2 },
    { id: 'slack-legacy-workspace-token', title: 'Slack legacy workspace token', opens: 'messages', form: { token: /xox[ar]-(?:\d-)?[0-9A-Za-z]{8,48}/ }, keywords: ['xoxa-', 'xoxr-'], entropy: 2 },
    { id: 'slack-session-token', title: 'Slack browser session', opens: 'messages', form: { token: /xox[cd]-[A-Za-z0-9%/+-]{30,300}/ }, keywords: ['xoxc-', 'xoxd-'], entropy: 3 },
    {
      id: 'slack-webhook-url',
      title: 'Slack webhook address',
      opens: 'messages',
      form: { token: /(?:https?:\/\/)?hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{43,56}/ },
      keywords: ['hooks.slack.com'],
      rotate: ['Delete the webhook in the settings of the app, or the workflow.', 'Make a new one and deploy it.'],
    },
  ),
  ...issued(
    { issuer: 'Discord', link: 'https://discord.com/developers/docs', rotate: ['Reset the token or secret in the Developer Portal.', 'Look in the audit log of the servers that the bot is in.'] },
    { id: 'discord-api-token', title: 'Discord API key', opens: 'messages', form: { names: ['discord'], value: /[A-Fa-f0-9]{64}/ }, entropy: 2.5 },
    { id: 'discord-client-id', title: 'Discord client id', opens: 'little', form: { names: ['discord'], value: /[0-9]{18}/ }, entropy: 2 },
    { id: 'discord-client-secret', title: 'Discord client secret', opens: 'messages', form: { names: ['discord'], value: /[\w=-]{32}/ }, entropy: 2 },
    { id: 'discord-bot-token', title: 'Discord bot token', opens: 'messages', form: { token: /[MNO][A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,38}/ }, keywords: ['discord', 'bot'], entropy: 4 },
    { id: 'discord-webhook-url', title: 'Discord webhook address', opens: 'messages', form: { token: /https:\/\/(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[\w-]{60,80}/ }, keywords: ['/webhooks/'], rotate: ['Delete the webhook in the channel settings.', 'Make a new one and deploy it.'] },
  ),
  ...issued(
    { issuer: 'Telegram', link: 'https://core.telegram.org/bots/api', rotate: ['Send /revoke to @BotFather and take the new token.', 'Look with getWebhookInfo whether messages were sent elsewhere.'] },
    { id: 'telegram-bot-api-token', title: 'Telegram bot token', opens: 'messages', form: { token: /(?<![\w:.-])[0-9]{5,16}:(?:AA[\w-]{33}|A[\w-]{34})/ }, keywords: [':a'], entropy: 3.5, not: [/:[A-Za-z]+$/] },
  ),
  ...issued(
    { issuer: 'Microsoft Teams', link: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors', rotate: ['Remove the connector or workflow from the channel.', 'Make a new one and deploy its address.'] },
    {
      id: 'microsoft-teams-webhook',
      title: 'Teams webhook address',
      opens: 'messages',
      form: { token: /https:\/\/[a-z0-9]{1,60}\.webhook\.office\.com\/webhookb2\/[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}@[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}\/IncomingWebhook\/[a-z0-9]{32}\/[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}/ },
      keywords: ['webhook.office.com'],
    },
    { id: 'power-automate-webhook', title: 'Power Automate webhook address', opens: 'messages', form: { token: /https:\/\/[\w.-]{3,120}\.logic\.azure\.com(?::443)?\/workflows\/[a-f0-9]{32}\/triggers\/[\w/?&=%.-]{10,200}sig=[\w-]{43}/ }, keywords: ['.logic.azure.com'] },
  ),
  ...issued(
    { issuer: 'Twilio', link: 'https://www.twilio.com/docs/iam', rotate: ['Delete the API key, or promote the secondary auth token, in the Console.', 'Look at message and call logs for traffic that was not yours.'] },
    { id: 'twilio-api-key', title: 'Twilio API key', opens: 'messages', form: { names: ['twilio'], value: /SK[0-9A-Fa-f]{32}/ }, entropy: 3 },
    { id: 'twilio-auth-token', title: 'Twilio auth token', opens: 'messages', form: { names: ['twilio'], value: /[0-9a-f]{32}/ }, entropy: 3 },
  ),
  ...issued(
    { issuer: 'SendGrid', link: 'https://www.twilio.com/docs/sendgrid', rotate: ['Delete the API key under Settings, API Keys.', 'Make a new one that can only send mail.', 'Look at the activity feed for mail that was not yours.'] },
    { id: 'sendgrid-api-token', title: 'SendGrid API key', opens: 'messages', form: { token: /SG\.[A-Za-z0-9=_.-]{66}/ }, keywords: ['sg.'], entropy: 2 },
  ),
  ...issued(
    { issuer: 'Mailgun', link: 'https://documentation.mailgun.com', rotate: ['Delete the key under API Security.', 'Make a sending key for one domain.', 'Look at the logs for mail that was not yours.'] },
    { id: 'mailgun-private-api-token', title: 'Mailgun private API key', opens: 'messages', form: { token: /key-[a-f0-9]{32}/ }, keywords: ['key-'], entropy: 3 },
    { id: 'mailgun-pub-key', title: 'Mailgun public validation key', opens: 'little', form: { token: /pubkey-[a-f0-9]{32}/ }, keywords: ['pubkey-'], entropy: 3 },
    { id: 'mailgun-signing-key', title: 'Mailgun API or signing key', opens: 'messages', form: { names: ['mailgun'], value: /[A-Ha-h0-9]{32}-[A-Ha-h0-9]{8}-[A-Ha-h0-9]{8}/ } },
  ),
  ...issued(
    { issuer: 'Mailchimp', link: 'https://mailchimp.com/developer/', rotate: ['Revoke the key under Extras, API keys.', 'Make a new one and deploy it.', 'Look for exports of audiences.'] },
    { id: 'mailchimp-api-key', title: 'Mailchimp API key', opens: 'messages', form: { token: /[a-f0-9]{32}-us[0-9]{1,2}/ }, keywords: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9', '-us0'], entropy: 3 },
    { id: 'mandrill-api-key', title: 'Mandrill API key', opens: 'messages', form: { token: /md-[A-Za-z0-9_-]{22}/ }, keywords: ['md-'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'Postmark', link: 'https://postmarkapp.com/developer', rotate: ['Make a new server token, deploy it, then delete the old one.', 'Look at the activity of the server.'] },
    { id: 'postmark-server-token', title: 'Postmark server token', opens: 'messages', form: { names: ['postmark', 'x-postmark-server-token'], value: UUID }, entropy: 3 },
    { id: 'resend-api-key', issuer: 'Resend', link: 'https://resend.com/docs', title: 'Resend API key', opens: 'messages', form: { token: /re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/ }, keywords: ['re_'], entropy: 3.5 },
    { id: 'sparkpost-api-key', issuer: 'SparkPost', link: 'https://developers.sparkpost.com', title: 'SparkPost API key', opens: 'messages', form: { names: ['sparkpost'], value: /[a-f0-9]{40}/ }, entropy: 3 },
    { id: 'mailjet-secret-key', issuer: 'Mailjet', link: 'https://dev.mailjet.com', title: 'Mailjet secret key', opens: 'messages', form: { names: ['mailjet', 'mj_apikey'], value: HEX_32 }, entropy: 3 },
    { id: 'mailersend-api-token', issuer: 'MailerSend', link: 'https://developers.mailersend.com', title: 'MailerSend API token', opens: 'messages', form: { token: /mlsn\.[a-f0-9]{64}/ }, keywords: ['mlsn.'], entropy: 3 },
    { id: 'klaviyo-private-key', issuer: 'Klaviyo', link: 'https://developers.klaviyo.com', title: 'Klaviyo private key', opens: 'messages', form: { token: /pk_(?:[A-Za-z0-9]{6}_)?[a-f0-9]{34}/ }, keywords: ['pk_'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Brevo (Sendinblue)', link: 'https://developers.brevo.com', rotate: ['Delete the key under SMTP & API.', 'Make a new one and limit it to addresses.'] },
    { id: 'sendinblue-api-token', title: 'Brevo API key', opens: 'messages', form: { token: /xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}/ }, keywords: ['xkeysib-'], entropy: 2 },
    { id: 'brevo-smtp-key', title: 'Brevo SMTP key', opens: 'messages', form: { token: /xsmtpsib-[a-f0-9]{64}-[A-Za-z0-9]{16}/ }, keywords: ['xsmtpsib-'], entropy: 2 },
  ),
  ...issued(
    { issuer: 'Bird (MessageBird)', link: 'https://docs.bird.com', rotate: ['Delete the access key in the dashboard under Developers.', 'Make a new one and deploy it.'] },
    { id: 'messagebird-api-token', title: 'MessageBird access key', opens: 'messages', form: { names: ['messagebird', 'message_bird', 'message-bird'], value: /[A-Za-z0-9]{25}/ }, entropy: 3 },
    { id: 'messagebird-client-id', title: 'MessageBird client id', opens: 'little', form: { names: ['messagebird', 'message_bird', 'message-bird'], value: UUID } },
  ),
  ...issued(
    { issuer: 'Sendbird', link: 'https://sendbird.com/docs', rotate: ['Revoke the secondary token, or ask for a new master token, in the dashboard.', 'Deploy it: it reads all chats of the application.'] },
    { id: 'sendbird-access-id', title: 'Sendbird application id', opens: 'little', form: { names: ['sendbird'], value: UUID } },
    { id: 'sendbird-access-token', title: 'Sendbird API token', opens: 'messages', form: { names: ['sendbird'], value: /[A-Fa-f0-9]{40}/ }, entropy: 2.5 },
  ),
  ...issued(
    { issuer: 'the Mattermost server', link: 'https://developers.mattermost.com', rotate: ['Revoke the token in the profile or the integrations.', 'Make a new one for a bot account.', 'Look in the audit log of the server.'] },
    { id: 'mattermost-access-token', title: 'Mattermost access token', opens: 'messages', form: { names: ['mattermost'], value: /[A-Za-z0-9]{26}/ }, entropy: 3 },
    { id: 'matrix-access-token', issuer: 'the Matrix server', link: 'https://spec.matrix.org', title: 'Matrix access token', opens: 'messages', form: { token: /sy[tr]_[A-Za-z0-9+/]{2,60}_[A-Za-z]{20}_[A-Za-z0-9]{6}/ }, keywords: ['syt_', 'syr_'], entropy: 3.5 },
    { id: 'zulip-api-key', issuer: 'the Zulip server', link: 'https://zulip.com/api', title: 'Zulip API key', opens: 'messages', form: { names: ['zulip'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'line-channel-token', issuer: 'LINE', link: 'https://developers.line.biz', title: 'LINE channel access token', opens: 'messages', form: { names: ['line_channel', 'line_bot', 'linebot'], value: /[A-Za-z0-9+/]{100,180}={0,2}/ }, entropy: 4 },
    { id: 'vonage-api-secret', issuer: 'Vonage', link: 'https://developer.vonage.com', title: 'Vonage API secret', opens: 'messages', form: { names: ['vonage', 'nexmo'], value: /[A-Za-z0-9]{16}/ }, entropy: 3 },
    { id: 'plivo-auth-token', issuer: 'Plivo', link: 'https://www.plivo.com/docs', title: 'Plivo auth token', opens: 'messages', form: { names: ['plivo'], value: /[A-Za-z0-9]{40}/ }, entropy: 3.5 },
    { id: 'telnyx-api-key', issuer: 'Telnyx', link: 'https://developers.telnyx.com', title: 'Telnyx API key', opens: 'messages', form: { token: /KEY[A-F0-9]{32}_[A-Za-z0-9]{22}/ }, keywords: ['key'], entropy: 3.5 },
    { id: 'pushover-token', issuer: 'Pushover', link: 'https://pushover.net/api', title: 'Pushover token', opens: 'messages', form: { names: ['pushover'], value: /[a-z0-9]{30}/ }, entropy: 3.5 },
    { id: 'onesignal-api-key', issuer: 'OneSignal', link: 'https://documentation.onesignal.com', title: 'OneSignal API key', opens: 'messages', form: { token: /os_v2_(?:app|org)_[a-z2-7]{100,110}/ }, keywords: ['os_v2_'], entropy: 3.5 },
    { id: 'feishu-webhook', issuer: 'Lark (Feishu)', link: 'https://open.larksuite.com', title: 'Lark or Feishu webhook address', opens: 'messages', form: { token: /https:\/\/open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['/open-apis/bot/'] },
    { id: 'dingtalk-webhook', issuer: 'DingTalk', link: 'https://open.dingtalk.com', title: 'DingTalk robot address', opens: 'messages', form: { token: /oapi\.dingtalk\.com\/robot\/send\?access_token=([a-f0-9]{64})/ }, keywords: ['oapi.dingtalk.com'] },
    { id: 'wecom-webhook', issuer: 'WeCom', link: 'https://developer.work.weixin.qq.com', title: 'WeCom robot address', opens: 'messages', form: { token: /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/ }, keywords: ['qyapi.weixin.qq.com'] },
  ),
  ...issued(
    { issuer: 'Intercom', link: 'https://developers.intercom.com', rotate: ['Regenerate the token in the Developer Hub.', 'Deploy it: it reads conversations with customers.'] },
    { id: 'intercom-api-key', title: 'Intercom access token', opens: 'messages', form: { names: ['intercom'], value: /[\w=-]{60}/ }, entropy: 3 },
  ),
];
