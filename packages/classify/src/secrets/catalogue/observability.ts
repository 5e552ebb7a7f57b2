// Keys of monitoring, logs and error reports. Forms: the services' documentation, and the catalogues of gitleaks and
// betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

export const OBSERVABILITY: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Grafana', link: 'https://grafana.com/docs', rotate: ['Delete the token of the service account or access policy.', 'Make a new one with a narrow role and an expiry date.', 'Look in the usage insights or the audit log.'] },
    { id: 'grafana-api-key', title: 'Grafana API key', opens: 'data', form: { token: /eyJrIjoi[A-Za-z0-9]{70,400}={0,3}/ }, keywords: ['eyjrijoi'], entropy: 3 },
    { id: 'grafana-cloud-api-token', title: 'Grafana Cloud API token', opens: 'data', form: { token: /[gG][lL][cC]_[A-Za-z0-9+/]{32,400}={0,3}/ }, keywords: ['glc_'], entropy: 3, not: [/^glc_[A-Za-z]+$/i] },
    { id: 'grafana-service-account-token', title: 'Grafana service account token', opens: 'data', form: { token: /[gG][lL][sS][aA]_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}/ }, keywords: ['glsa_'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Datadog', link: 'https://docs.datadoghq.com/account_management/api-app-keys/', rotate: ['Revoke the key under Organization Settings.', 'Make an application key with scopes for a service account.', 'Look in Audit Trail for queries and exports.'] },
    { id: 'datadog-access-token', title: 'Datadog application key', opens: 'data', form: { names: ['datadog', 'dd-application-key', 'dd_app_key'], value: /[A-Za-z0-9]{40}/ }, entropy: 2.5 },
    { id: 'datadog-api-key', title: 'Datadog API key', opens: 'one service', form: { names: ['datadog', 'dd-api-key', 'dd_api_key'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'datadog-prefixed-key', title: 'Datadog key of the new form', opens: 'data', form: { token: /dd(?:p|ap)_[A-Za-z0-9]{34,36}/ }, keywords: ['ddp_', 'ddap_'], entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'New Relic', link: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/', rotate: ['Delete the key in the API keys page.', 'Make a new one for a user with few rights.', 'Look with NrAuditEvent for what it did.'] },
    { id: 'new-relic-browser-api-token', title: 'New Relic browser key', opens: 'little', form: { token: /NRJS-[A-Fa-f0-9]{19}/ }, keywords: ['nrjs-'] },
    { id: 'new-relic-insert-key', title: 'New Relic insert key', opens: 'one service', form: { token: /NRII-[A-Za-z0-9-]{32}/ }, keywords: ['nrii-'] },
    { id: 'new-relic-user-api-id', title: 'New Relic user API id', opens: 'little', form: { names: ['new-relic', 'newrelic', 'new_relic'], value: /[A-Za-z0-9]{64}/ } },
    { id: 'new-relic-user-api-key', title: 'New Relic user key', opens: 'data', form: { token: /NRAK-[A-Za-z0-9]{27}/ }, keywords: ['nrak-'] },
    { id: 'new-relic-license-key', title: 'New Relic license key', opens: 'one service', form: { token: /(?:eu01xx|us01xx)?[a-f0-9]{34,36}(?:FFFF)?NRAL/ }, keywords: ['nral'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Sentry', link: 'https://docs.sentry.io/account/auth-tokens/', rotate: ['Revoke the token in the settings of the user, organisation or integration.', 'Make an organisation token for CI only.', 'Look in the audit log.'] },
    { id: 'sentry-access-token', title: 'Sentry access token', opens: 'data', form: { names: ['sentry'], value: /[A-Fa-f0-9]{64}/ }, entropy: 3 },
    { id: 'sentry-org-token', title: 'Sentry organisation token', opens: 'code', form: { token: /sntrys_eyJpYXQiO[A-Za-z0-9+/]{10,400}={0,2}_[A-Za-z0-9+/]{43}/ }, keywords: ['sntrys_eyjpyxqio'], entropy: 4.5 },
    { id: 'sentry-user-token', title: 'Sentry user token', opens: 'data', form: { token: /sntryu_[a-f0-9]{64}/ }, keywords: ['sntryu_'], entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'Dynatrace', link: 'https://docs.dynatrace.com', rotate: ['Delete the token under Access tokens.', 'Make a new one with the scopes needed and an expiry date.', 'Look in the audit log.'] },
    { id: 'dynatrace-api-token', title: 'Dynatrace API token', opens: 'data', form: { token: /dt0[a-z]\d\d\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64}/ }, keywords: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s08.', 'dt0s16.'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'Sumo Logic', link: 'https://help.sumologic.com', rotate: ['Deactivate and delete the access key.', 'Make a new one for a service account.', 'Look in the audit index.'] },
    { id: 'sumologic-access-id', title: 'Sumo Logic access id', opens: 'little', form: { names: ['sumo', 'sumologic'], value: /su[A-Za-z0-9]{12}/ }, entropy: 3 },
    { id: 'sumologic-access-token', title: 'Sumo Logic access key', opens: 'data', form: { names: ['sumo', 'sumologic'], value: /[A-Za-z0-9]{64}/ }, entropy: 3 },
  ),
  ...issued(
    { issuer: 'PagerDuty', link: 'https://support.pagerduty.com', rotate: ['Delete the API key or reset the integration key.', 'Make a read-only or scoped OAuth key.', 'Look in the audit trail.'] },
    { id: 'pagerduty-api-key', title: 'PagerDuty API key', opens: 'one service', form: { names: ['pagerduty', 'pager_duty', 'pd_token'], value: /(?:u\+|y_|[A-Za-z0-9_-]{2})[A-Za-z0-9_-]{18}/ }, entropy: 3.3 },
    { id: 'opsgenie-api-key', issuer: 'Opsgenie', link: 'https://support.atlassian.com/opsgenie/', title: 'Opsgenie API key', opens: 'one service', form: { names: ['opsgenie', 'geniekey'], value: UUID }, entropy: 3 },
    { id: 'honeycomb-api-key', issuer: 'Honeycomb', link: 'https://docs.honeycomb.io', title: 'Honeycomb API key', opens: 'data', form: { token: /hc[abx][il][kc]_[a-z0-9]{58}/ }, keywords: ['hcaik_', 'hcbik_', 'hcxik_', 'hcalk_', 'hcblk_', 'hcxlk_', 'hcaic_', 'hcbic_', 'hcxic_', 'hcalc_', 'hcblc_', 'hcxlc_'] },
    { id: 'honeybadger-token', issuer: 'Honeybadger', link: 'https://docs.honeybadger.io', title: 'Honeybadger token', opens: 'one service', form: { token: /hb[pu]t?_[A-Za-z0-9]{36}/ }, keywords: ['hbp_', 'hbu_', 'hbpt_', 'hbut_'], entropy: 3.5 },
    { id: 'rollbar-access-token', issuer: 'Rollbar', link: 'https://docs.rollbar.com', title: 'Rollbar access token', opens: 'one service', form: { names: ['rollbar'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'bugsnag-api-key', issuer: 'Bugsnag', link: 'https://docs.bugsnag.com', title: 'Bugsnag API key', opens: 'one service', form: { names: ['bugsnag'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'splunk-hec-token', issuer: 'Splunk', link: 'https://docs.splunk.com', title: 'Splunk HEC token', opens: 'one service', form: { names: ['splunk', 'hec_token'], value: UUID }, entropy: 3 },
    { id: 'axiom-api-token', issuer: 'Axiom', link: 'https://axiom.co/docs', title: 'Axiom token', opens: 'data', form: { token: /xa[ap]t-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['xaat-', 'xapt-'] },
    { id: 'posthog-personal-api-key', issuer: 'PostHog', link: 'https://posthog.com/docs', title: 'PostHog personal API key', opens: 'data', form: { token: /phx_[A-Za-z0-9]{43,48}/ }, keywords: ['phx_'], entropy: 3.5 },
    { id: 'mixpanel-secret', issuer: 'Mixpanel', link: 'https://developer.mixpanel.com', title: 'Mixpanel secret', opens: 'data', form: { names: ['mixpanel'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'amplitude-secret-key', issuer: 'Amplitude', link: 'https://amplitude.com/docs', title: 'Amplitude secret key', opens: 'data', form: { names: ['amplitude'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'segment-token', issuer: 'Segment', link: 'https://segment.com/docs', title: 'Segment public API token', opens: 'data', form: { token: /sgp_[A-Za-z0-9]{64}/ }, keywords: ['sgp_'], entropy: 4 },
    { id: 'looker-client-id', issuer: 'Looker', link: 'https://cloud.google.com/looker/docs', title: 'Looker client id', opens: 'little', form: { names: ['looker'], value: /[A-Za-z0-9]{20}/ }, entropy: 2.5 },
    { id: 'looker-client-secret', issuer: 'Looker', link: 'https://cloud.google.com/looker/docs', title: 'Looker client secret', opens: 'data', form: { names: ['looker'], value: /[A-Za-z0-9]{24}/ }, entropy: 2.5, rotate: ['Delete the API key of the user in the admin panel.', 'Make a new one for a user with few rights.', 'Look in System Activity.'] },
  ),
];
