// All issuers that can be asked, in the order of their names.
import type { Issuer } from './issuer.ts';
import { AIRTABLE } from './known/airtable.ts';
import { ANTHROPIC, ANTHROPIC_ADMIN } from './known/anthropic.ts';
import { ASANA } from './known/asana.ts';
import { AWS, AWS_SESSION } from './known/aws.ts';
import { BREVO } from './known/brevo.ts';
import { BUILDKITE } from './known/buildkite.ts';
import { CIRCLECI } from './known/circleci.ts';
import { CLOUDFLARE } from './known/cloudflare.ts';
import { COHERE } from './known/cohere.ts';
import { DATADOG } from './known/datadog.ts';
import { DEEPSEEK } from './known/deepseek.ts';
import { DIGITALOCEAN } from './known/digitalocean.ts';
import { DISCORD, DISCORD_WEBHOOK } from './known/discord.ts';
import { DOPPLER } from './known/doppler.ts';
import { FASTLY } from './known/fastly.ts';
import { GITHUB } from './known/github.ts';
import { GITLAB } from './known/gitlab.ts';
import { GOOGLE } from './known/google.ts';
import { GROQ } from './known/groq.ts';
import { HEROKU } from './known/heroku.ts';
import { HETZNER } from './known/hetzner.ts';
import { HUGGINGFACE } from './known/huggingface.ts';
import { LINODE } from './known/linode.ts';
import { MAILGUN, MAILGUN_EU } from './known/mailgun.ts';
import { MISTRAL } from './known/mistral.ts';
import { NOTION } from './known/notion.ts';
import { OPENAI } from './known/openai.ts';
import { OPENROUTER } from './known/openrouter.ts';
import { PAGERDUTY, PAGERDUTY_EU } from './known/pagerduty.ts';
import { POSTMARK } from './known/postmark.ts';
import { REPLICATE } from './known/replicate.ts';
import { SENDGRID, SENDGRID_EU } from './known/sendgrid.ts';
import { SLACK } from './known/slack.ts';
import { STRIPE } from './known/stripe.ts';
import { TELEGRAM } from './known/telegram.ts';
import { TWILIO } from './known/twilio.ts';
import { XAI } from './known/xai.ts';

export const ISSUERS: readonly Issuer[] = [
  AIRTABLE,
  ANTHROPIC,
  ANTHROPIC_ADMIN,
  ASANA,
  AWS,
  AWS_SESSION,
  BREVO,
  BUILDKITE,
  CIRCLECI,
  CLOUDFLARE,
  COHERE,
  ...DATADOG,
  DEEPSEEK,
  DIGITALOCEAN,
  DISCORD,
  DISCORD_WEBHOOK,
  DOPPLER,
  FASTLY,
  GITHUB,
  GITLAB,
  GOOGLE,
  GROQ,
  HEROKU,
  HETZNER,
  HUGGINGFACE,
  LINODE,
  MAILGUN,
  MAILGUN_EU,
  MISTRAL,
  NOTION,
  OPENAI,
  OPENROUTER,
  PAGERDUTY,
  PAGERDUTY_EU,
  POSTMARK,
  REPLICATE,
  SENDGRID,
  SENDGRID_EU,
  SLACK,
  STRIPE,
  TELEGRAM,
  TWILIO,
  XAI,
];
