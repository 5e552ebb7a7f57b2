// Keys of sign-in services and secret stores, and tokens of sessions. Forms: the services' documentation, RFC 7519 (JWT), and
// the catalogues of gitleaks and betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued } from './issued.ts';

export const IDENTITY: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Okta', link: 'https://developer.okta.com/docs/guides/create-an-api-token/', rotate: ['Revoke the token under Security, API, Tokens.', 'Use a scoped OAuth service app in its place.', 'Look in the System Log for what it did.'] },
    { id: 'okta-access-token', title: 'Okta API token', opens: 'everything of an account', form: { names: ['okta', 'ssws'], value: /00[\w=-]{40}/ }, entropy: 4 },
  ),
  ...issued(
    { issuer: 'Auth0', link: 'https://auth0.com/docs', rotate: ['Rotate the client secret of the application.', 'Use private key JWT in its place.', 'Look in the tenant logs.'] },
    { id: 'auth0-client-secret', title: 'Auth0 client secret', opens: 'everything of an account', form: { names: ['auth0'], value: /[\w-]{64}/ }, entropy: 4 },
    { id: 'clerk-secret-key', issuer: 'Clerk', link: 'https://clerk.com/docs', title: 'Clerk secret key', opens: 'everything of an account', form: { token: /sk_(?:live|test)_[A-Za-z0-9]{40,50}/ }, keywords: ['sk_live_', 'sk_test_'], entropy: 4 },
    { id: 'authress-service-client-access-key', issuer: 'Authress', link: 'https://authress.io/knowledge-base', title: 'Authress service client access key', opens: 'everything of an account', form: { token: /(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}/ }, keywords: ['.acc_', '.acc-'], entropy: 2 },
    { id: 'stytch-secret', issuer: 'Stytch', link: 'https://stytch.com/docs', title: 'Stytch secret', opens: 'everything of an account', form: { token: /secret-(?:live|test)-[\w-]{35}=/ }, keywords: ['secret-live-', 'secret-test-'], entropy: 3.5 },
    { id: 'workos-api-key', issuer: 'WorkOS', link: 'https://workos.com/docs', title: 'WorkOS API key', opens: 'everything of an account', form: { token: /sk_(?:live|test)_a2V5X[A-Za-z0-9_-]{30,120}/ }, keywords: ['_a2v5x'], entropy: 3.5 },
    { id: 'duo-secret-key', issuer: 'Duo', link: 'https://duo.com/docs', title: 'Duo secret key', opens: 'everything of an account', form: { names: ['duo_skey', 'duo_secret', 'duosecurity'], value: /[A-Za-z0-9]{40}/ }, entropy: 3.5 },
    { id: 'onelogin-client-secret', issuer: 'OneLogin', link: 'https://developers.onelogin.com', title: 'OneLogin client secret', opens: 'everything of an account', form: { names: ['onelogin'], value: /[a-f0-9]{64}/ }, entropy: 3 },
    { id: 'jumpcloud-api-key', issuer: 'JumpCloud', link: 'https://jumpcloud.com/support', title: 'JumpCloud API key', opens: 'everything of an account', form: { token: /jca_[A-Za-z0-9]{36}/ }, keywords: ['jca_'], entropy: 3.5 },
  ),
  ...issued(
    { issuer: '1Password', link: 'https://developer.1password.com', rotate: ['Revoke the service account, or change the Secret Key of the account.', 'Rotate what was in the vaults that it reads.', 'Look at the activity log and the usage report.'] },
    { id: '1password-secret-key', title: '1Password Secret Key', opens: 'everything of an account', form: { token: /A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/ }, keywords: ['a3-'], entropy: 3.8 },
    { id: '1password-service-account-token', title: '1Password service account token', opens: 'everything of an account', form: { token: /ops_eyJ[A-Za-z0-9+/_-]{250,2000}={0,3}/ }, keywords: ['ops_eyj'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'the HashiCorp Vault server', link: 'https://developer.hashicorp.com/vault/docs/concepts/tokens', rotate: ['Revoke the token and its children with `vault token revoke`.', 'Rotate the secrets that its policies could read.', 'Look in the audit device for its accessor.'] },
    { id: 'vault-service-token', title: 'Vault service token', opens: 'everything of an account', form: { token: /hvs\.[\w-]{90,120}/ }, keywords: ['hvs.'], entropy: 3.5 },
    { id: 'vault-batch-token', title: 'Vault batch token', opens: 'everything of an account', form: { token: /hvb\.[\w-]{138,300}/ }, keywords: ['hvb.'], entropy: 4 },
    { id: 'vault-legacy-service-token', title: 'Vault service token of the old form', opens: 'everything of an account', form: { names: ['vault', 'token'], value: /s\.[A-Za-z0-9]{24}/ }, entropy: 3.5, not: [/^s\.[A-Za-z]{24}$/] },
    { id: 'vault-recovery-token', title: 'Vault recovery token', opens: 'everything of an account', form: { token: /hvr\.[\w-]{24,120}/ }, keywords: ['hvr.'], entropy: 3.5 },
    { id: 'vault-unseal-key', title: 'Vault unseal key', opens: 'everything of an account', form: { token: /[uU]nseal [kK]ey \d{1,2}:\s?([A-Za-z0-9+/]{44})/ }, keywords: ['unseal key'], entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'Doppler', link: 'https://docs.doppler.com', rotate: ['Revoke the token in the dashboard.', 'Rotate the secrets of the configurations that it reads.', 'Look at the activity log.'] },
    { id: 'doppler-api-token', title: 'Doppler personal token', opens: 'everything of an account', form: { token: /dp\.pt\.[A-Za-z0-9]{43}/ }, keywords: ['dp.pt.'], entropy: 2 },
    { id: 'doppler-service-token', title: 'Doppler service, CLI, SCIM or audit token', opens: 'everything of an account', form: { token: /dp\.(?:st(?:\.[a-z0-9_-]{2,35})?|ct|scim|audit|sa)\.[A-Za-z0-9]{40,44}/ }, keywords: ['dp.st.', 'dp.ct.', 'dp.scim.', 'dp.audit.', 'dp.sa.'], entropy: 3 },
    { id: 'infisical-token', issuer: 'Infisical', link: 'https://infisical.com/docs', title: 'Infisical service token', opens: 'everything of an account', form: { token: /st\.[a-f0-9]{24}\.[a-f0-9]{32}\.[a-f0-9]{32}/ }, keywords: ['st.'] },
    { id: 'bitwarden-access-token', issuer: 'Bitwarden', link: 'https://bitwarden.com/help/', title: 'Bitwarden Secrets Manager access token', opens: 'everything of an account', form: { token: /0\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==/ }, keywords: ['=='], entropy: 4 },
    { id: 'keeper-one-time-token', issuer: 'Keeper', link: 'https://docs.keeper.io', title: 'Keeper Secrets Manager one-time token', opens: 'everything of an account', form: { token: /(?:US|EU|AU|CA|JP|US_GOV):[A-Za-z0-9_-]{43}/ }, keywords: ['keeper', 'ksm'], entropy: 4 },
  ),
  ...issued(
    {
      issuer: 'the service that signed it',
      link: 'https://datatracker.ietf.org/doc/html/rfc7519',
      rotate: ['End the session or put the token on the service’s deny list.', 'If many leaked, change the signing key: all tokens become void.', 'Log no more than the token’s id (jti).'],
    },
    { id: 'jwt', title: 'JSON Web Token', opens: 'one service', form: { token: /ey[A-Za-z0-9_-]{17,4000}\.ey[A-Za-z0-9_/\\-]{17,8000}\.(?:[A-Za-z0-9_/-]{10,2000}={0,2})?/ }, keywords: ['.ey'], entropy: 3 },
    { id: 'jwt-base64', title: 'JSON Web Token in base64', opens: 'one service', form: { token: /ZXlK[A-Za-z0-9+/]{40,8000}={0,2}/ }, keywords: ['zxlk'], entropy: 2 },
    { id: 'jwe', title: 'Encrypted JSON Web Token', opens: 'one service', form: { token: /eyJ[A-Za-z0-9_-]{16,1000}\.[A-Za-z0-9_-]{0,700}\.[A-Za-z0-9_-]{16,22}\.[A-Za-z0-9_-]{16,8000}\.[A-Za-z0-9_-]{22}/ }, keywords: ['eyj'], entropy: 4 },
    { id: 'django-secret-key', issuer: 'the Django application', link: 'https://docs.djangoproject.com', title: 'Django secret key', opens: 'everything of an account', form: { token: /django-insecure-[A-Za-z0-9!@#$%^&*()_=+-]{50}/ }, keywords: ['django-insecure-'], entropy: 3.5 },
    { id: 'rails-master-key', issuer: 'the Rails application', link: 'https://guides.rubyonrails.org', title: 'Rails master key or secret key base', opens: 'everything of an account', form: { names: ['rails_master_key', 'secret_key_base', 'secretkeybase'], value: /(?:[a-f0-9]{128}|[a-f0-9]{32})/ }, entropy: 3 },
    { id: 'laravel-app-key', issuer: 'the Laravel application', link: 'https://laravel.com/docs', title: 'Laravel application key', opens: 'everything of an account', form: { token: /base64:[A-Za-z0-9+/]{43}=/ }, keywords: ['base64:'], entropy: 4 },
    { id: 'aspnet-machine-key', issuer: 'the ASP.NET application', link: 'https://learn.microsoft.com/aspnet', title: 'ASP.NET machine key', opens: 'everything of an account', form: { token: /(?:validationKey|decryptionKey)="([A-Fa-f0-9]{48,128})"/ }, keywords: ['validationkey=', 'decryptionkey='], entropy: 3 },
    { id: 'htpasswd-hash', issuer: 'the web server', link: 'https://httpd.apache.org/docs', title: 'Password hash in an htpasswd line', opens: 'one service', form: { token: /[\w.-]{1,60}:(\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22})/ }, keywords: ['$apr1$'] },
    { id: 'unix-password-hash', issuer: 'the host', link: 'https://man7.org/linux/man-pages/man5/crypt.5.html', title: 'Password hash of a Unix account', opens: 'everything of an account', form: { token: /[\w.-]{1,60}:(\$(?:1|5|6|y|7)\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9$]{2,40}\$[./A-Za-z0-9]{22,86}):\d{0,6}:/ }, keywords: [':$1$', ':$5$', ':$6$', ':$y$', ':$7$'] },
  ),
];
