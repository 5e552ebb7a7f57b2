// Keys of documents, tasks, design and files. Forms: the services' documentation, and the catalogues of gitleaks and
// betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

export const PRODUCTIVITY: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Atlassian', link: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/', rotate: ['Revoke the token in the account’s security settings.', 'Make a new one with scopes and an expiry date.', 'Look in the organisation’s audit log.'] },
    { id: 'atlassian-api-token', title: 'Atlassian API token', opens: 'data', form: { token: /ATATT3[A-Za-z0-9_=-]{186}/ }, keywords: ['atatt3'], entropy: 3.5 },
    { id: 'atlassian-legacy-api-token', title: 'Atlassian API token of the old form', opens: 'data', form: { names: ['atlassian', 'confluence', 'jira'], value: /[A-Za-z0-9]{20}[A-Fa-f0-9]{4}/ }, entropy: 3.5 },
    { id: 'atlassian-admin-api-key', title: 'Atlassian organisation API key', opens: 'everything of an account', form: { token: /ATCTT3xFfN0[A-Za-z0-9+/=_-]{100,200}/ }, keywords: ['atctt3xffn0'], entropy: 3.5 },
    { id: 'trello-access-token', title: 'Trello token', opens: 'data', issuer: 'Trello', link: 'https://developer.atlassian.com/cloud/trello/', form: { names: ['trello'], value: /[A-Za-z-0-9]{32}/ }, entropy: 3 },
    { id: 'trello-prefixed-token', title: 'Trello token of the new form', opens: 'data', issuer: 'Trello', link: 'https://developer.atlassian.com/cloud/trello/', form: { token: /ATTA[a-f0-9]{64}[A-F0-9]{8}/ }, keywords: ['atta'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Airtable', link: 'https://airtable.com/developers/web', rotate: ['Delete the token in the builder hub.', 'Make a new one for single bases and scopes.', 'Look in the audit logs of the enterprise.'] },
    { id: 'airtable-api-key', title: 'Airtable API key', opens: 'data', form: { names: ['airtable'], value: /[A-Za-z0-9]{17}/ }, entropy: 2.5 },
    { id: 'airtable-personnal-access-token', title: 'Airtable personal access token', opens: 'data', form: { token: /pat[A-Za-z0-9]{14}\.[a-f0-9]{64}/ }, keywords: ['pat'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Asana', link: 'https://developers.asana.com', rotate: ['Deauthorise the token or reset the secret in the developer console.', 'Look in the audit log API.'] },
    { id: 'asana-client-id', title: 'Asana client id', opens: 'little', form: { names: ['asana'], value: /[0-9]{16}/ } },
    { id: 'asana-client-secret', title: 'Asana client secret', opens: 'data', form: { names: ['asana'], value: /[A-Za-z0-9]{32}/ }, entropy: 3 },
    { id: 'asana-access-token', title: 'Asana personal access token', opens: 'data', form: { names: ['asana'], value: /[012]\/\d{10,20}(?:\/\d{10,20})?:[a-f0-9]{32}/ } },
    { id: 'linear-api-key', issuer: 'Linear', link: 'https://linear.app/developers', title: 'Linear API key', opens: 'data', form: { token: /lin_api_[A-Za-z0-9]{40}/ }, keywords: ['lin_api_'], entropy: 2 },
    { id: 'linear-oauth-token', issuer: 'Linear', link: 'https://linear.app/developers', title: 'Linear OAuth token', opens: 'data', form: { token: /lin_oauth_[A-Za-z0-9]{40,64}/ }, keywords: ['lin_oauth_'], entropy: 2 },
    { id: 'linear-client-secret', issuer: 'Linear', link: 'https://linear.app/developers', title: 'Linear client secret', opens: 'data', form: { names: ['linear'], value: /[A-Fa-f0-9]{32}/ }, entropy: 2 },
    { id: 'notion-api-token', issuer: 'Notion', link: 'https://developers.notion.com', title: 'Notion integration token', opens: 'data', form: { token: /ntn_[0-9]{11}[A-Za-z0-9]{35}/ }, keywords: ['ntn_'], entropy: 4 },
    { id: 'notion-legacy-api-token', issuer: 'Notion', link: 'https://developers.notion.com', title: 'Notion integration token of the old form', opens: 'data', form: { token: /secret_[A-Za-z0-9]{43}/ }, keywords: ['secret_'], entropy: 4 },
    { id: 'figma-pat', issuer: 'Figma', link: 'https://www.figma.com/developers/api', title: 'Figma personal access token', opens: 'data', form: { token: /fig[dour]_[A-Za-z0-9_-]{40}/ }, keywords: ['figd_', 'figo_', 'figu_', 'figr_'], entropy: 3 },
    { id: 'clickup-api-token', issuer: 'ClickUp', link: 'https://developer.clickup.com', title: 'ClickUp API token', opens: 'data', form: { token: /pk_\d{5,10}_[A-Z0-9]{32}/ }, keywords: ['pk_'], entropy: 3.5 },
    { id: 'todoist-api-token', issuer: 'Todoist', link: 'https://developer.todoist.com', title: 'Todoist API token', opens: 'data', form: { names: ['todoist'], value: /[a-f0-9]{40}/ }, entropy: 3 },
    { id: 'coda-api-token', issuer: 'Coda', link: 'https://coda.io/developers', title: 'Coda API token', opens: 'data', form: { names: ['coda_api', 'coda_token', 'codaio'], value: UUID }, entropy: 3 },
    { id: 'shortcut-api-token', issuer: 'Shortcut', link: 'https://developer.shortcut.com', title: 'Shortcut API token', opens: 'data', form: { names: ['shortcut_api', 'shortcut-token', 'clubhouse'], value: UUID }, entropy: 3 },
  ),
  ...issued(
    { issuer: 'Dropbox', link: 'https://developers.dropbox.com/oauth-guide', rotate: ['Revoke the token with /auth/token/revoke, or disconnect the app.', 'Make a new app secret.', 'Look in the team’s activity log for downloads and shared links.'] },
    { id: 'dropbox-api-token', title: 'Dropbox app key or secret', opens: 'data', form: { names: ['dropbox'], value: /[A-Za-z0-9]{15}/ }, entropy: 2.5 },
    { id: 'dropbox-long-lived-api-token', title: 'Dropbox long-lived access token', opens: 'data', form: { names: ['dropbox'], value: /([A-Za-z0-9]{11}[aA]{10}[A-Za-z0-9_=-]{43})/ } },
    { id: 'dropbox-short-lived-api-token', title: 'Dropbox short-lived access token', opens: 'data', form: { token: /sl\.[A-Za-z0-9_=-]{135,200}/ }, keywords: ['sl.'], entropy: 3.5 },
    { id: 'box-token', issuer: 'Box', link: 'https://developer.box.com', title: 'Box client secret or developer token', opens: 'data', form: { names: ['box_client', 'boxclient', 'box_developer', 'box_token'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'Adobe', link: 'https://developer.adobe.com/developer-console/docs/guides/', rotate: ['Add a second client secret in the Developer Console, deploy it, then delete the first.', 'Look at the project’s usage.'] },
    { id: 'adobe-client-id', title: 'Adobe client id', opens: 'little', form: { names: ['adobe'], value: /[A-Fa-f0-9]{32}/ }, entropy: 2 },
    { id: 'adobe-client-secret', title: 'Adobe client secret', opens: 'one service', form: { token: /p8e-[A-Za-z0-9_-]{32}/ }, keywords: ['p8e-'], entropy: 2 },
  ),
];
