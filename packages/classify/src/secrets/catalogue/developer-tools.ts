// Keys of tools that developers use: API clients, feature flags, documentation, content. Forms: the services' documentation,
// and the catalogues of gitleaks and betterleaks (MIT).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

export const DEVELOPER_TOOLS: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Postman', link: 'https://learning.postman.com/docs', rotate: ['Delete the key in the account settings.', 'Rotate the secrets in environments that it could read.', 'Look in the audit logs of the team.'] },
    { id: 'postman-api-token', title: 'Postman API key', opens: 'data', form: { token: /PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}/ }, keywords: ['pmak-'], entropy: 3 },
    { id: 'postman-collection-key', title: 'Postman collection access key', opens: 'data', form: { token: /PMAT-[A-Z0-9]{26}/ }, keywords: ['pmat-'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'LaunchDarkly', link: 'https://launchdarkly.com/docs', rotate: ['Reset the token or SDK key in the account settings.', 'Give it a custom role.', 'Look in the audit log for changed flags.'] },
    { id: 'launchdarkly-access-token', title: 'LaunchDarkly access token', opens: 'one service', form: { names: ['launchdarkly', 'launch_darkly', 'ld_api', 'ld_sdk'], value: /[\w=-]{40}/ }, entropy: 2.5 },
    { id: 'launchdarkly-prefixed-key', title: 'LaunchDarkly API or SDK key', opens: 'one service', form: { token: /(?:api|sdk)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['api-', 'sdk-'] },
    { id: 'readme-api-token', issuer: 'ReadMe', link: 'https://docs.readme.com', title: 'ReadMe API key', opens: 'one service', form: { token: /rdme_[a-z0-9]{70}/ }, keywords: ['rdme_'], entropy: 2 },
    { id: 'statsig-server-secret', issuer: 'Statsig', link: 'https://docs.statsig.com', title: 'Statsig server secret', opens: 'one service', form: { token: /(?:secret|console)-[A-Za-z0-9]{43}/ }, keywords: ['secret-', 'console-'], entropy: 4 },
    { id: 'unleash-token', issuer: 'Unleash', link: 'https://docs.getunleash.io', title: 'Unleash token', opens: 'one service', form: { token: /(?:\*|default|[a-z-]{2,30}):(?:development|production|\*)\.[a-f0-9]{56,64}/ }, keywords: [':development.', ':production.', ':*.'] },
    { id: 'crowdin-access-token', issuer: 'Crowdin', link: 'https://support.crowdin.com', title: 'Crowdin access token', opens: 'data', form: { names: ['crowdin'], value: /[a-f0-9]{80}/ }, entropy: 3 },
    { id: 'lokalise-api-token', issuer: 'Lokalise', link: 'https://developers.lokalise.com', title: 'Lokalise API token', opens: 'data', form: { names: ['lokalise'], value: /[a-f0-9]{40}/ }, entropy: 3 },
    { id: 'zapier-webhook', issuer: 'Zapier', link: 'https://help.zapier.com', title: 'Zapier webhook address', opens: 'one service', form: { token: /https:\/\/hooks\.zapier\.com\/hooks\/catch\/\d{4,10}\/[a-z0-9]{5,10}/ }, keywords: ['hooks.zapier.com'] },
    { id: 'make-webhook', issuer: 'Make', link: 'https://help.make.com', title: 'Make webhook address', opens: 'one service', form: { token: /https:\/\/hook\.(?:eu|us)\d\.make\.com\/[a-z0-9]{32}/ }, keywords: ['.make.com'] },
    { id: 'ifttt-webhook', issuer: 'IFTTT', link: 'https://ifttt.com/docs', title: 'IFTTT webhook key', opens: 'one service', form: { token: /maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/(?:json\/)?with\/key\/([\w-]{22,44})/ }, keywords: ['maker.ifttt.com'] },
    { id: 'apify-api-token', issuer: 'Apify', link: 'https://docs.apify.com', title: 'Apify API token', opens: 'one service', form: { token: /apify_api_[A-Za-z0-9]{36}/ }, keywords: ['apify_api_'] },
    { id: 'browserstack-key', issuer: 'BrowserStack', link: 'https://www.browserstack.com/docs', title: 'BrowserStack access key', opens: 'one service', form: { names: ['browserstack'], value: /[A-Za-z0-9]{20}/ }, entropy: 3.5 },
    { id: 'saucelabs-key', issuer: 'Sauce Labs', link: 'https://docs.saucelabs.com', title: 'Sauce Labs access key', opens: 'one service', form: { names: ['saucelabs', 'sauce_access', 'sauce'], value: UUID }, entropy: 3 },
    { id: 'dub-api-key', issuer: 'Dub', link: 'https://dub.co/docs', title: 'Dub API key', opens: 'one service', form: { token: /dub_[A-Za-z0-9]{24}/ }, keywords: ['dub_'], entropy: 3.5 },
    { id: 'trigger-dev-secret-key', issuer: 'Trigger.dev', link: 'https://trigger.dev/docs', title: 'Trigger.dev secret key', opens: 'one service', form: { token: /tr_(?:dev|prod|stg|pat)_[A-Za-z0-9]{20,40}/ }, keywords: ['tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_pat_'], entropy: 3.5 },
    { id: 'inngest-signing-key', issuer: 'Inngest', link: 'https://www.inngest.com/docs', title: 'Inngest signing key', opens: 'one service', form: { token: /signkey-(?:prod|test|branch)-[a-f0-9]{32,64}/ }, keywords: ['signkey-'], entropy: 3 },
    { id: 'raycast-access-token', issuer: 'Raycast', link: 'https://developers.raycast.com', title: 'Raycast access token', opens: 'one service', form: { token: /rca_[a-f0-9]{64}/ }, keywords: ['rca_'], entropy: 3 },
  ),
];
