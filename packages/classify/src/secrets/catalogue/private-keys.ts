// Private keys in all their wrappings. Forms: RFC 7468 (PEM), RFC 9580 (OpenPGP armor), PuTTY's appendix C, age
// (https://age-encryption.org/v1), and gitleaks' rule (MIT) for what to call them.
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued } from './issued.ts';

export const PRIVATE_KEYS: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'whoever trusts the public key',
      link: 'https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html',
      rotate: [
        'Make a new key pair, and put the new public key wherever the old one is trusted.',
        'Take the old public key out of authorized_keys, accounts and trust stores; revoke certificates that were issued for it.',
        'Look for logins and signatures with the old key.',
      ],
    },
    {
      id: 'private-key',
      title: 'Private key',
      opens: 'everything of an account',
      form: {
        // With its end; or cut off, after as much key as tells that it is one. `\n` may be two characters, as in JSON.
        token:
          /-----BEGIN[ A-Za-z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----)[\s\S]){64,16384}?-----END[ A-Za-z0-9_-]{0,100}KEY(?: BLOCK)?-----|(?:\\{1,3}[nr]|[A-Za-z0-9+/=\s]){200,16384})/,
      },
      keywords: ['private key'],
    },
    {
      id: 'putty-private-key',
      title: 'PuTTY private key',
      opens: 'everything of an account',
      form: {
        token: /PuTTY-User-Key-File-[1-3]:(?:(?!Private-MAC)[\s\S]){100,8192}?Private-(?:MAC|Hash): ?[a-f0-9]{40,64}/,
      },
      keywords: ['putty-user-key-file-'],
    },
    {
      id: 'age-secret-key',
      title: 'age secret key',
      opens: 'data',
      form: { token: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/ },
      keywords: ['age-secret-key-1'],
      rotate: [
        'Make a new identity and re-encrypt the files for it.',
        'Count all that was encrypted for the old one as readable.',
      ],
    },
    {
      id: 'private-jwk',
      title: 'Private key in JSON (JWK)',
      opens: 'everything of an account',
      form: { token: /\\?"d\\?"\s?:\s?\\?"([A-Za-z0-9_-]{43,700})\\?"/ },
      keywords: ['"d"', '"d\\"'],
      entropy: 4.5,
    },
    {
      id: 'private-key-base64',
      title: 'Private key in base64',
      opens: 'everything of an account',
      form: {
        token:
          /LS0tLS1CRUdJTi(?:BSU0EgUFJJVkFURSBLRVkt|BQUklWQVRFIEtFWS0t|BPUEVOU1NIIFBSSVZBVEUgS0VZ|BFQyBQUklWQVRFIEtFWS0t|BFTkNSWVBURUQgUFJJVkFURSBLRVkt)[A-Za-z0-9+/]{100,12000}={0,2}/,
      },
      keywords: ['ls0tls1crudjti'],
    },
    {
      id: 'pkcs12-file',
      title: 'PKCS #12 key store',
      opens: 'everything of an account',
      form: { file: /(?:^|\/)[^/]+\.(?:p12|pfx)$/i },
      keywords: [],
    },
    {
      id: 'putty-key-file',
      title: 'PuTTY key file',
      opens: 'everything of an account',
      form: { file: /(?:^|\/)[^/]+\.ppk$/i },
      keywords: [],
    },
    {
      id: 'java-key-store-file',
      title: 'Java key store',
      opens: 'everything of an account',
      form: { file: /(?:^|\/)[^/]+\.(?:jks|keystore|bks)$/i },
      keywords: [],
    },
    {
      id: 'keepass-file',
      title: 'KeePass database',
      opens: 'everything of an account',
      form: { file: /(?:^|\/)[^/]+\.kdbx?$/i },
      keywords: [],
    },
  ),
];
