// Keys of customer support, sales and marketing. Forms: the services' documentation, and the catalogues of gitleaks and
// betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HEX_32, HEX_40, issued, UUID } from './issued.ts';

export const SUPPORT: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Zendesk', link: 'https://developer.zendesk.com', rotate: ['Deactivate and delete the token in Admin Center under APIs.', 'Make an OAuth client with narrow scopes.', 'Look in the audit log for exports of tickets.'] },
    { id: 'zendesk-secret-key', title: 'Zendesk API token', opens: 'data', form: { names: ['zendesk'], value: /[A-Za-z0-9]{40}/ } },
    { id: 'freshdesk-api-key', issuer: 'Freshworks', link: 'https://developers.freshdesk.com', title: 'Freshdesk API key', opens: 'data', form: { names: ['freshdesk', 'freshservice', 'freshworks'], value: /[A-Za-z0-9_-]{20}/ }, entropy: 3.5 },
    { id: 'helpscout-secret', issuer: 'Help Scout', link: 'https://developer.helpscout.com', title: 'Help Scout app secret', opens: 'data', form: { names: ['helpscout', 'help_scout'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'crisp-token-key', issuer: 'Crisp', link: 'https://docs.crisp.chat', title: 'Crisp token key', opens: 'data', form: { names: ['crisp'], value: /[a-f0-9]{64}/ }, entropy: 3 },
    { id: 'gorgias-api-key', issuer: 'Gorgias', link: 'https://developers.gorgias.com', title: 'Gorgias API key', opens: 'data', form: { names: ['gorgias'], value: /[a-f0-9]{64}/ }, entropy: 3 },
  ),
  ...issued(
    { issuer: 'HubSpot', link: 'https://developers.hubspot.com', rotate: ['Rotate the token of the private app with expiry now.', 'Take away scopes that it does not need.', 'Look in the app’s call log for exports of contacts.'] },
    { id: 'hubspot-api-key', title: 'HubSpot API key', opens: 'data', form: { names: ['hubspot', 'hapikey'], value: UUID } },
    { id: 'hubspot-private-app-token', title: 'HubSpot private app token', opens: 'data', form: { token: /pat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['pat-na', 'pat-eu', 'pat-ap'] },
    { id: 'salesforce-access-token', issuer: 'Salesforce', link: 'https://developer.salesforce.com/docs', title: 'Salesforce session or access token', opens: 'data', form: { token: /00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?![A-Za-z0-9._]{80,120}/ }, keywords: ['00d'], entropy: 4, rotate: ['Revoke the session or the connected app’s tokens in Setup.', 'Look in login history and event monitoring for exports.'] },
    { id: 'salesforce-refresh-token', issuer: 'Salesforce', link: 'https://developer.salesforce.com/docs', title: 'Salesforce refresh token', opens: 'data', form: { token: /5Aep861[A-Za-z0-9._]{70,100}/ }, keywords: ['5aep861'], entropy: 4 },
    { id: 'pipedrive-api-token', issuer: 'Pipedrive', link: 'https://developers.pipedrive.com', title: 'Pipedrive API token', opens: 'data', form: { names: ['pipedrive'], value: /[a-f0-9]{40}/ }, entropy: 3 },
    { id: 'zoho-refresh-token', issuer: 'Zoho', link: 'https://www.zoho.com/developer/', title: 'Zoho refresh token', opens: 'data', form: { token: /1000\.[a-f0-9]{32}\.[a-f0-9]{32}/ }, keywords: ['1000.'], entropy: 3 },
    { id: 'typeform-api-token', issuer: 'Typeform', link: 'https://www.typeform.com/developers/', title: 'Typeform access token', opens: 'data', form: { token: /tfp_[A-Za-z0-9_.=-]{44,59}/ }, keywords: ['tfp_'], entropy: 3 },
    { id: 'cal-com-api-key', issuer: 'Cal.com', link: 'https://cal.com/docs', title: 'Cal.com API key', opens: 'data', form: { token: /cal_live_[a-f0-9]{32}/ }, keywords: ['cal_live_'], entropy: 3 },
    { id: 'beamer-api-token', issuer: 'Beamer', link: 'https://www.getbeamer.com/api', title: 'Beamer API key', opens: 'messages', form: { token: /b_[\w=-]{44}/ }, keywords: ['beamer'], entropy: 3 },
    { id: 'activecampaign-api-key', issuer: 'ActiveCampaign', link: 'https://developers.activecampaign.com', title: 'ActiveCampaign API key', opens: 'data', form: { names: ['activecampaign', 'active_campaign'], value: /[a-f0-9]{72}/ }, entropy: 3 },
    { id: 'convertkit-secret', issuer: 'Kit (ConvertKit)', link: 'https://developers.kit.com', title: 'Kit API secret', opens: 'messages', form: { names: ['convertkit'], value: /[\w-]{43}/ }, entropy: 4 },
    { id: 'customerio-key', issuer: 'Customer.io', link: 'https://docs.customer.io', title: 'Customer.io key', opens: 'messages', form: { names: ['customerio', 'customer_io', 'customer.io'], value: HEX_32 }, entropy: 3 },
    { id: 'braze-api-key', issuer: 'Braze', link: 'https://www.braze.com/docs', title: 'Braze REST API key', opens: 'messages', form: { names: ['braze'], value: UUID }, entropy: 3 },
    { id: 'clearbit-key', issuer: 'Clearbit', link: 'https://help.clearbit.com', title: 'Clearbit secret key', opens: 'data', form: { names: ['clearbit'], value: /sk_[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'hunter-key', issuer: 'Hunter', link: 'https://hunter.io/api-documentation', title: 'Hunter API key', opens: 'one service', form: { names: ['hunterio', 'hunter_io', 'hunter_api'], value: HEX_40 }, entropy: 3 },
  ),
];
