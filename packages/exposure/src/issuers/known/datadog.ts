// Datadog: the question that is made for this, on each site: they do not know each other's keys.
import { accepted, undecided } from '../answers.ts';
import type { Issuer } from '../issuer.ts';

const SITES = [
  { id: 'datadog', site: 'datadoghq.com', title: 'Datadog (US1)' },
  { id: 'datadog-us3', site: 'us3.datadoghq.com', title: 'Datadog (US3)' },
  { id: 'datadog-us5', site: 'us5.datadoghq.com', title: 'Datadog (US5)' },
  { id: 'datadog-eu', site: 'datadoghq.eu', title: 'Datadog (EU1)' },
  { id: 'datadog-ap1', site: 'ap1.datadoghq.com', title: 'Datadog (AP1)' },
];

export const DATADOG: readonly Issuer[] = SITES.map(({ id, site, title }) => ({
  id,
  title,
  parts: [{ name: 'key', title: 'API key', kinds: ['datadog-api-key'] }],
  request: { method: 'GET', host: `api.${site}`, path: '/api/v1/validate', headers: { 'DD-API-KEY': '{key}' } },
  answers: [
    accepted({ where: { valid: true } }),
    undecided(403, {}, 'is not accepted on this site: it was revoked, or it belongs to another site of Datadog'),
  ],
  caveat: 'Each site of Datadog has keys of its own; ask the site that you use.',
  source: 'https://docs.datadoghq.com/api/latest/authentication/validate-api-key/',
  examples: [
    { status: 200, body: '{"valid":true}', verdict: 'live' },
    { status: 403, body: '{"errors":["Forbidden"]}', verdict: 'cannot tell' },
  ],
}));
