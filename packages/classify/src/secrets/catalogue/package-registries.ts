// Tokens of package registries and artefact stores: who has one publishes under the owner's name. Forms: the registries'
// documentation, and the catalogues of gitleaks and betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

const CHECK_VERSIONS = 'Compare the versions published since then with the repository; take down what is not yours.';

export const PACKAGE_REGISTRIES: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'npm',
      link: 'https://docs.npmjs.com/about-access-tokens',
      rotate: [
        'Delete the token with `npm token revoke` or under Access Tokens.',
        'Use trusted publishing or a granular token in its place.',
        CHECK_VERSIONS,
      ],
    },
    {
      id: 'npm-access-token',
      title: 'npm access token',
      opens: 'code',
      form: { token: /[nN][pP][mM]_[A-Za-z0-9]{36}/ },
      keywords: ['npm_'],
      entropy: 2,
    },
    {
      id: 'npm-auth-token',
      title: 'npm registry token in .npmrc',
      opens: 'code',
      form: { token: /:_auth(?:Token)?\s?=\s?"?([A-Za-z0-9+/_.-]{20,400}={0,2})/ },
      keywords: [':_auth'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'PyPI',
      link: 'https://pypi.org/help/',
      rotate: [
        'Remove the token under Account settings, API tokens.',
        'Use trusted publishing or a token for one project.',
        CHECK_VERSIONS,
      ],
    },
    {
      id: 'pypi-upload-token',
      title: 'PyPI API token',
      opens: 'code',
      form: { token: /pypi-AgE[IN](?:cHlwaS5vcmc|dGVzdC5weXBpLm9yZ)[\w-]{50,1000}/ },
      keywords: ['pypi-agei', 'pypi-agen'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'RubyGems',
      link: 'https://guides.rubygems.org',
      rotate: ['Delete the API key on the profile page.', 'Make one for a single gem with MFA.', CHECK_VERSIONS],
    },
    {
      id: 'rubygems-api-token',
      title: 'RubyGems API key',
      opens: 'code',
      form: { token: /rubygems_[a-f0-9]{48}/ },
      keywords: ['rubygems_'],
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'crates.io',
      link: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
      rotate: [
        'Revoke the token under Account Settings, API Tokens.',
        'Make one for single crates with an expiry date.',
        CHECK_VERSIONS,
      ],
    },
    {
      id: 'crates-io-token',
      title: 'crates.io API token',
      opens: 'code',
      form: { token: /cio[A-Za-z0-9]{32}/ },
      keywords: ['cio'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'NuGet',
      link: 'https://learn.microsoft.com/nuget',
      rotate: ['Delete the API key on nuget.org.', 'Make one for single packages with a short life.', CHECK_VERSIONS],
    },
    {
      id: 'nuget-api-key',
      title: 'NuGet API key',
      opens: 'code',
      form: { token: /oy2[a-z0-9]{43}/ },
      keywords: ['oy2'],
      entropy: 3.5,
    },
    {
      id: 'nuget-config-password',
      title: 'Password in a NuGet configuration',
      opens: 'code',
      path: /nuget\.config$/i,
      form: { token: /<[aA][dD][dD] [kK]ey="(?:[cC]lear[tT]ext)?[pP]assword"\s*[vV]alue="([^"\n]{8,200})"\s*\/>/ },
      keywords: ['<add key='],
      entropy: 1,
      not: [/^%\S.*%$/, /^33f!!lloppa$/, /^hal\+9ooo_da!sY$/],
      rotate: ['Change the password of the feed.', 'Keep it in the credential provider or an environment variable.'],
    },
  ),
  ...issued(
    {
      issuer: 'Docker',
      link: 'https://docs.docker.com/security/access-tokens/',
      rotate: [
        'Delete the token under Account settings, Personal access tokens.',
        'Make a new one with fewer permissions.',
        'Compare the image digests pushed since then with your builds.',
      ],
    },
    {
      id: 'docker-hub-pat',
      title: 'Docker Hub access token',
      opens: 'code',
      form: { token: /dckr_(?:pat|oat)_[\w-]{27,32}/ },
      keywords: ['dckr_pat_', 'dckr_oat_'],
      entropy: 3,
    },
    {
      id: 'docker-config-auth',
      title: 'Registry login in a Docker configuration',
      opens: 'code',
      form: {
        token:
          /\\?"auths\\?"\s{0,4}:\s{0,4}\{[^{}]{0,200}\{[^{}]{0,100}\\?"auth\\?"\s{0,4}:\s{0,4}\\?"([A-Za-z0-9+/]{12,600}={0,2})\\?"/,
      },
      keywords: ['"auths'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Clojars',
      link: 'https://github.com/clojars/clojars-web/wiki',
      rotate: ['Delete the deploy token.', 'Make one for a single group or artefact.', CHECK_VERSIONS],
    },
    {
      id: 'clojars-api-token',
      title: 'Clojars deploy token',
      opens: 'code',
      form: { token: /[cC][lL][oO][jJ][aA][rR][sS]_[A-Za-z0-9]{60}/ },
      keywords: ['clojars_'],
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'JFrog',
      link: 'https://jfrog.com/help',
      rotate: [
        'Revoke the key or token in the user profile or under Access Tokens.',
        'Make a scoped, expiring token.',
        'Look in the access log of the platform.',
      ],
    },
    {
      id: 'artifactory-api-key',
      title: 'Artifactory API key',
      opens: 'code',
      form: { token: /AKCp[A-Za-z0-9]{69}/ },
      keywords: ['akcp'],
      entropy: 4.5,
    },
    {
      id: 'artifactory-reference-token',
      title: 'Artifactory reference token',
      opens: 'code',
      form: { token: /cmVmd[A-Za-z0-9]{59}/ },
      keywords: ['cmvmd'],
      entropy: 4.5,
    },
    {
      id: 'jfrog-api-key',
      title: 'JFrog API key',
      opens: 'code',
      form: { names: ['jfrog', 'artifactory', 'bintray', 'xray'], value: /[A-Za-z0-9]{73}/ },
    },
    {
      id: 'jfrog-identity-token',
      title: 'JFrog identity token',
      opens: 'code',
      form: { names: ['jfrog', 'artifactory', 'bintray', 'xray'], value: /[A-Za-z0-9]{64}/ },
    },
  ),
  ...issued(
    {
      issuer: 'Contributed Systems (Sidekiq)',
      link: 'https://sidekiq.org',
      rotate: [
        'Ask for new credentials of the gem server.',
        'Keep them in Bundler’s configuration outside the repository.',
      ],
    },
    {
      id: 'sidekiq-secret',
      title: 'Sidekiq gem server credentials',
      opens: 'little',
      form: {
        names: ['bundle_enterprise__contribsys__com', 'bundle_gems__contribsys__com'],
        value: /[a-f0-9]{8}:[a-f0-9]{8}/,
      },
      keywords: ['bundle_enterprise__', 'bundle_gems__'],
    },
    {
      id: 'sidekiq-sensitive-url',
      title: 'Sidekiq gem server address with credentials',
      opens: 'little',
      form: { token: /https?:\/\/([A-Fa-f0-9]{8}:[A-Fa-f0-9]{8})@(?:gems|enterprise)\.contribsys\.com/ },
      keywords: ['.contribsys.com'],
    },
  ),
  ...issued(
    {
      issuer: 'Sonatype',
      link: 'https://central.sonatype.org',
      rotate: ['Reset the user token of the account.', 'Deploy the new one to the build.', CHECK_VERSIONS],
    },
    {
      id: 'maven-central-token',
      title: 'Maven Central user token',
      opens: 'code',
      form: { names: ['sonatype', 'ossrh', 'mavencentral', 'maven_central'], value: /[A-Za-z0-9+/]{44}/ },
      entropy: 4,
    },
    {
      id: 'hex-pm-key',
      issuer: 'Hex',
      link: 'https://hex.pm/docs',
      title: 'Hex.pm API key',
      opens: 'code',
      form: { names: ['hex_api_key', 'hexpm'], value: /[a-f0-9]{32}/ },
      entropy: 3,
    },
    {
      id: 'packagist-token',
      issuer: 'Packagist',
      link: 'https://packagist.org/about',
      title: 'Packagist API token',
      opens: 'code',
      form: { token: /packagist_(?:ort|out|ack|acs|uak|uas)_[a-f0-9]{68}/ },
      keywords: ['packagist_'],
      entropy: 3,
    },
    {
      id: 'cloudsmith-api-key',
      issuer: 'Cloudsmith',
      link: 'https://help.cloudsmith.io',
      title: 'Cloudsmith API key',
      opens: 'code',
      form: { names: ['cloudsmith'], value: /[a-f0-9]{40}/ },
      entropy: 3,
    },
    {
      id: 'anaconda-token',
      issuer: 'Anaconda',
      link: 'https://docs.anaconda.com',
      title: 'Anaconda.org token',
      opens: 'code',
      form: { names: ['anaconda', 'conda'], value: new RegExp(`[a-z]{2}-${UUID.source}`) },
      entropy: 3,
    },
    {
      id: 'jetbrains-permanent-token',
      issuer: 'JetBrains',
      link: 'https://plugins.jetbrains.com/docs/marketplace',
      title: 'JetBrains permanent token',
      opens: 'code',
      form: { token: /perm[:-][A-Za-z0-9=]{8,64}\.[A-Za-z0-9=]{2,64}\.[A-Za-z0-9]{30,64}/ },
      keywords: ['perm:', 'perm-'],
      entropy: 3.5,
    },
    {
      id: 'open-vsx-token',
      issuer: 'Open VSX',
      link: 'https://github.com/eclipse/openvsx/wiki',
      title: 'Open VSX access token',
      opens: 'code',
      form: { token: /ovsxp_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ },
      keywords: ['ovsxp_'],
    },
  ),
];
