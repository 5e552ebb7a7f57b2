// Tokens of code hosts. Forms: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/,
// https://docs.gitlab.com/security/tokens/ and the catalogues of gitleaks and betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { ALNUM_32, issued } from './issued.ts';

export const CODE_HOSTS: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'GitHub',
      link: 'https://docs.github.com/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
      rotate: [
        'Delete the token under Settings, Developer settings; for an app, revoke its authorisation.',
        'Make a fine-grained token in its place, for the repositories needed and with an expiry date.',
        'Look in the security log and the audit log of the organisation for clones, new keys and workflow changes.',
      ],
    },
    { id: 'github-pat', title: 'GitHub personal access token (classic)', opens: 'code', form: { token: /ghp_[A-Za-z0-9]{36}/ }, keywords: ['ghp_'], entropy: 3 },
    { id: 'github-fine-grained-pat', title: 'GitHub fine-grained personal access token', opens: 'code', form: { token: /github_pat_\w{82}/ }, keywords: ['github_pat_'], entropy: 3 },
    { id: 'github-oauth', title: 'GitHub OAuth access token', opens: 'code', form: { token: /gho_[A-Za-z0-9]{36}/ }, keywords: ['gho_'], entropy: 3 },
    { id: 'github-app-token', title: 'GitHub App token', opens: 'code', form: { token: /gh[us]_[A-Za-z0-9]{36}/ }, keywords: ['ghu_', 'ghs_'], entropy: 3 },
    { id: 'github-refresh-token', title: 'GitHub refresh token', opens: 'code', form: { token: /ghr_[A-Za-z0-9]{36,76}/ }, keywords: ['ghr_'], entropy: 3 },
    { id: 'github-legacy-token', title: 'GitHub token of the old form', opens: 'code', form: { names: ['github_token', 'github_pat', 'github_oauth', 'githubtoken', 'gh_token'], value: /[a-f0-9]{40}/ }, entropy: 3 },
    { id: 'github-app-client-secret', title: 'GitHub OAuth app client secret', opens: 'code', form: { names: ['github_client_secret', 'github_secret', 'githubclientsecret'], value: /[a-f0-9]{40}/ }, entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'GitLab',
      link: 'https://docs.gitlab.com/security/tokens/',
      rotate: [
        'Revoke the token where it was made (user, group, project, runner or administration).',
        'Make a new one with the narrowest scope and an expiry date.',
        'Look at audit events for clones, new members, runners and deploy keys.',
      ],
    },
    { id: 'gitlab-pat', title: 'GitLab personal access token', opens: 'code', form: { token: /glpat-[\w-]{20}/ }, keywords: ['glpat-'], entropy: 3 },
    { id: 'gitlab-pat-routable', title: 'GitLab personal access token, routable', opens: 'code', form: { token: /glpat-[\w-]{27,300}\.[0-9a-z]{9}/ }, keywords: ['glpat-'], entropy: 4 },
    { id: 'gitlab-cicd-job-token', title: 'GitLab CI/CD job token', opens: 'code', form: { token: /glcbt-[0-9A-Za-z]{1,5}_[\w-]{20}/ }, keywords: ['glcbt-'], entropy: 3 },
    { id: 'gitlab-deploy-token', title: 'GitLab deploy token', opens: 'code', form: { token: /gldt-[\w-]{20}/ }, keywords: ['gldt-'], entropy: 3 },
    { id: 'gitlab-feature-flag-client-token', title: 'GitLab feature flag client token', opens: 'little', form: { token: /glffct-[\w-]{20}/ }, keywords: ['glffct-'], entropy: 3 },
    { id: 'gitlab-feed-token', title: 'GitLab feed token', opens: 'little', form: { token: /glft-[\w-]{20}/ }, keywords: ['glft-'], entropy: 3 },
    { id: 'gitlab-incoming-mail-token', title: 'GitLab incoming mail token', opens: 'little', form: { token: /glimt-[\w-]{25}/ }, keywords: ['glimt-'], entropy: 3 },
    { id: 'gitlab-kubernetes-agent-token', title: 'GitLab agent for Kubernetes token', opens: 'everything of an account', form: { token: /glagent-[\w-]{50}/ }, keywords: ['glagent-'], entropy: 3 },
    { id: 'gitlab-oauth-app-secret', title: 'GitLab OAuth application secret', opens: 'code', form: { token: /gloas-[\w-]{64}/ }, keywords: ['gloas-'], entropy: 3 },
    { id: 'gitlab-ptt', title: 'GitLab pipeline trigger token', opens: 'code', form: { token: /glptt-[0-9a-f]{40}/ }, keywords: ['glptt-'], entropy: 3 },
    { id: 'gitlab-rrt', title: 'GitLab runner registration token', opens: 'code', form: { token: /GR1348941[\w-]{20}/ }, keywords: ['gr1348941'], entropy: 3 },
    { id: 'gitlab-runner-authentication-token', title: 'GitLab runner authentication token', opens: 'code', form: { token: /glrt-[\w-]{20}/ }, keywords: ['glrt-'], entropy: 3 },
    { id: 'gitlab-runner-authentication-token-routable', title: 'GitLab runner authentication token, routable', opens: 'code', form: { token: /glrt-t\d_[\w-]{27,300}\.[0-9a-z]{9}/ }, keywords: ['glrt-'], entropy: 4 },
    { id: 'gitlab-scim-token', title: 'GitLab SCIM token', opens: 'everything of an account', form: { token: /glsoat-[\w-]{20}/ }, keywords: ['glsoat-'], entropy: 3 },
    { id: 'gitlab-session-cookie', title: 'GitLab session cookie', opens: 'code', form: { token: /_gitlab_session=[0-9a-z]{32}/ }, keywords: ['_gitlab_session='], entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'Atlassian (Bitbucket)',
      link: 'https://support.atlassian.com/bitbucket-cloud/',
      rotate: ['Revoke the app password, token or OAuth consumer in Bitbucket.', 'Make a repository access token in its place.', 'Look in the audit log of the workspace.'],
    },
    { id: 'bitbucket-client-id', title: 'Bitbucket client id', opens: 'little', form: { names: ['bitbucket'], value: ALNUM_32 } },
    { id: 'bitbucket-client-secret', title: 'Bitbucket client secret', opens: 'code', form: { names: ['bitbucket'], value: /[\w=-]{64}/ }, entropy: 3 },
    { id: 'bitbucket-app-password', title: 'Bitbucket app password', opens: 'code', form: { token: /ATBB[A-Za-z0-9]{24}[A-F0-9]{8}/ }, keywords: ['atbb'], entropy: 3.5 },
    { id: 'bitbucket-repository-token', title: 'Bitbucket repository access token', opens: 'code', form: { token: /ATCTT3xFfG[A-Za-z0-9+/=_-]{150,200}=[A-F0-9]{8}/ }, keywords: ['atctt3xffg'], entropy: 3.5 },
    { id: 'bitbucket-server-http-token', title: 'Bitbucket Data Center HTTP access token', opens: 'code', form: { token: /BBDC-[A-Za-z0-9+/]{44}/ }, keywords: ['bbdc-'], entropy: 3.5 },
  ),
  ...issued(
    {
      issuer: 'the Gitea or Forgejo server',
      link: 'https://docs.gitea.com',
      rotate: ['Delete the token under Settings, Applications.', 'Make a new one with limited scopes.'],
    },
    { id: 'gitea-access-token', title: 'Gitea or Forgejo access token', opens: 'code', form: { names: ['gitea', 'forgejo', 'codeberg'], value: /[a-f0-9]{40}/ }, entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'Sourcegraph',
      link: 'https://sourcegraph.com/docs',
      rotate: ['Delete the token under User settings, Access tokens.', 'Make a new one without sudo scope.'],
    },
    {
      id: 'sourcegraph-access-token',
      title: 'Sourcegraph access token',
      opens: 'code',
      form: { token: /sgp_(?:(?:[A-Fa-f0-9]{16}|local)_)?[A-Fa-f0-9]{40}/ },
      keywords: ['sgp_'],
      entropy: 3,
    },
    { id: 'sourcegraph-legacy-access-token', title: 'Sourcegraph access token of the old form', opens: 'code', form: { names: ['sourcegraph'], value: /[A-Fa-f0-9]{40}/ }, entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'Gitter',
      link: 'https://docs.gitlab.com',
      rotate: ['Sign out of all sessions and delete the token in the account settings.', 'Make a new one and deploy it.'],
    },
    { id: 'gitter-access-token', title: 'Gitter access token', opens: 'messages', form: { names: ['gitter'], value: /[\w-]{40}/ } },
  ),
  ...issued(
    {
      issuer: 'Intra 42',
      link: 'https://api.intra.42.fr/apidoc',
      rotate: ['Regenerate the secret of the application in the intranet.', 'Deploy the new one.'],
    },
    { id: 'intra42-client-secret', title: 'Intra 42 client secret', opens: 'one service', form: { token: /s-s4t2(?:ud|af)-[A-Fa-f0-9]{64}/ }, keywords: ['s-s4t2ud-', 's-s4t2af-'], entropy: 3 },
  ),
];
