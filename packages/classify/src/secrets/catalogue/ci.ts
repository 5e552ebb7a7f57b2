// Keys of build, deployment and code quality services. Forms: the services' documentation, and the catalogues of gitleaks and
// betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { ALNUM_32, HEX_40, issued, UUID } from './issued.ts';

const CHECK_BUILDS = 'Look at builds since then, and rotate the secrets that builds can read.';

export const CI: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'CircleCI', link: 'https://circleci.com/docs/managing-api-tokens/', rotate: ['Delete the token in the user or project settings.', CHECK_BUILDS] },
    { id: 'circleci-api-token', title: 'CircleCI API token', opens: 'code', form: { token: /CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[a-f0-9]{40}/ }, keywords: ['ccipat_', 'cciprj_'] },
    { id: 'circleci-legacy-token', title: 'CircleCI API token of the old form', opens: 'code', form: { names: ['circleci', 'circle_token', 'circle-token'], value: HEX_40 }, entropy: 3 },
    { id: 'travisci-access-token', issuer: 'Travis CI', link: 'https://docs.travis-ci.com', title: 'Travis CI access token', opens: 'code', form: { names: ['travis', 'travisci'], value: /[A-Za-z0-9_-]{22}/ }, entropy: 3 },
    { id: 'droneci-access-token', issuer: 'Drone', link: 'https://docs.drone.io', title: 'Drone CI access token', opens: 'code', form: { names: ['droneci', 'drone_token', 'drone_ci'], value: ALNUM_32 }, entropy: 3 },
    { id: 'buildkite-api-token', issuer: 'Buildkite', link: 'https://buildkite.com/docs', title: 'Buildkite token', opens: 'code', form: { token: /bk(?:ua|aj|ct|pt)_[a-f0-9]{40}/ }, keywords: ['bkua_', 'bkaj_', 'bkct_', 'bkpt_'], entropy: 3 },
    { id: 'codecov-access-token', issuer: 'Codecov', link: 'https://docs.codecov.com', title: 'Codecov access token', opens: 'little', form: { names: ['codecov'], value: ALNUM_32 } },
    { id: 'codecov-upload-token', issuer: 'Codecov', link: 'https://docs.codecov.com', title: 'Codecov upload token', opens: 'little', form: { names: ['codecov'], value: UUID }, entropy: 3 },
    { id: 'sonar-api-token', issuer: 'Sonar', link: 'https://docs.sonarsource.com', title: 'Sonar token', opens: 'code', form: { names: ['sonar_login', 'sonar.login', 'sonarlogin', 'sonar_token', 'sonartoken', 'sonar.token', 'sonar-token', 'sonar-login', 'sonarqube', 'sonarcloud'], value: /(?:sq[upa]_)?[\w=-]{40}/ }, entropy: 3 },
    { id: 'sonarqube-prefixed-token', issuer: 'Sonar', link: 'https://docs.sonarsource.com', title: 'SonarQube token with a prefix', opens: 'code', form: { token: /sq[upa]_[a-f0-9]{40}/ }, keywords: ['squ_', 'sqp_', 'sqa_'], entropy: 3 },
    { id: 'snyk-api-token', issuer: 'Snyk', link: 'https://docs.snyk.io', title: 'Snyk API token', opens: 'code', form: { names: ['snyk'], value: UUID }, entropy: 2.5 },
    { id: 'octopus-deploy-api-key', issuer: 'Octopus Deploy', link: 'https://octopus.com/docs', title: 'Octopus Deploy API key', opens: 'code', form: { token: /(?<![\w/-])API-[A-Z0-9]{26}/ }, keywords: ['api-'], entropy: 3, not: [/^API-[A-Z]+$/] },
    { id: 'harness-api-key', issuer: 'Harness', link: 'https://developer.harness.io', title: 'Harness API key', opens: 'code', form: { token: /[ps]at\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}/ }, keywords: ['pat.', 'sat.'] },
    { id: 'prefect-api-token', issuer: 'Prefect', link: 'https://docs.prefect.io', title: 'Prefect API key', opens: 'one service', form: { token: /pn[ub]_[A-Za-z0-9]{36}/ }, keywords: ['pnu_', 'pnb_'], entropy: 2 },
    { id: 'jenkins-api-token', issuer: 'the Jenkins server', link: 'https://www.jenkins.io/doc/', title: 'Jenkins API token', opens: 'code', form: { names: ['jenkins'], value: /11[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'ansible-vault-file', issuer: 'the Ansible user', link: 'https://docs.ansible.com', title: 'Ansible Vault file', opens: 'data', form: { token: /\$ANSIBLE_VAULT;1\.[0-2];AES256(?:;[\w.-]{1,60})?\s{1,3}[0-9a-f]{64,80}/ }, keywords: ['$ansible_vault;'], rotate: ['Change the vault password with `ansible-vault rekey`: the file can be guessed offline.', 'Rotate the values in it if the password was weak.'] },
    { id: 'nx-cloud-token', issuer: 'Nx', link: 'https://nx.dev', title: 'Nx Cloud access token', opens: 'code', form: { names: ['nx_cloud', 'nxcloud'], value: /[A-Za-z0-9+/=]{40,100}/ }, entropy: 3.5 },
    { id: 'app-store-connect-key-file', issuer: 'Apple', link: 'https://developer.apple.com/documentation/appstoreconnectapi', title: 'App Store Connect key file', opens: 'code', form: { file: /(?:^|\/)AuthKey_[A-Z0-9]{10}\.p8$/ }, keywords: [], rotate: ['Revoke the key in App Store Connect under Users and Access, Integrations.', 'Make a new one with a narrow role.'] },
    { id: 'code-climate-reporter-id', issuer: 'Code Climate', link: 'https://docs.codeclimate.com', title: 'Code Climate reporter id', opens: 'little', form: { names: ['codeclimate', 'cc_test_reporter'], value: /[a-f0-9]{64}/ }, entropy: 3 },
    { id: 'expo-access-token', issuer: 'Expo', link: 'https://docs.expo.dev', title: 'Expo access token', opens: 'code', form: { names: ['expo_token', 'expotoken'], value: /[A-Za-z0-9_-]{40}/ }, entropy: 3.5 },
  ),
];
