// A classifier of some finders of each sort, for the tests of redaction; and invented values that it finds.
import { createClassifier } from '../src/classifier.ts';
import { conversationFinder } from '../src/conversation/finder.ts';
import { credentialFinder } from '../src/credentials/finder.ts';
import { createIdentifierFinder } from '../src/identifiers.ts';
import { CONTACT_FINDERS } from '../src/kinds/contact/index.ts';
import { DEVICE_FINDERS } from '../src/kinds/device/index.ts';
import { PAYMENT } from '../src/kinds/payment/index.ts';
import { searchHistoryFinder } from '../src/search-history/finder.ts';
import { readGitleaksToml } from '../src/secrets/gitleaks-toml.ts';
import { createSecretFinder } from '../src/secrets/secret-finder.ts';

const RULES = `
title = "invented"
[[rules]]
id = "invented-api-token"
regex = '''inv_[a-z0-9]{24}'''
keywords = ["inv_"]
[[rules]]
id = "private-key"
regex = '''(?i)-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----[\\s\\S-]{64,}?KEY(?: BLOCK)?-----'''
keywords = ["-----begin"]
`;

export function testClassifier() {
  const read = readGitleaksToml(RULES, 'rules.toml', {
    defaults: { title: 'none', rules: [], allowlists: [] },
    read: () => ({ fault: 'there is none' }),
  });
  if (!('ruleSet' in read)) throw new Error('the rules of the test are wrong');
  return createClassifier({
    finders: [
      createSecretFinder(read.ruleSet),
      credentialFinder,
      createIdentifierFinder(PAYMENT),
      ...CONTACT_FINDERS,
      ...DEVICE_FINDERS,
      conversationFinder,
      searchHistoryFinder,
    ],
  });
}

const BODY = [
  'MIIEpAIBAAKCAQEA7bq8gZ3b9kLmNqRsT2vWxY5zQ1w2E3r4T5y6U7i8',
  'O9p0AsDfGhJkLzXcVbNmQwErTyUiOp1234567890aBcDeFgHiJkLmNoP',
  'q7Rs8t==',
];

/** A private key in PEM form; its lines are no key of anybody. */
export const PEM = [
  '-----BEGIN RSA PRIVATE ',
  'KEY-----\n',
  `${BODY.join('\n')}\n`,
  '-----END RSA PRIVATE ',
  'KEY-----',
].join('');

/** Values that are found wherever they stand. */
export const PLANTED = [
  'ada.lovelace@posteo.de',
  'jürgen@münchen.de',
  '+33 6 12 34 56 78',
  `inv_${'k3j5h7g9f1d2s4a6p8o0'}qwer`,
  'GB82 WEST 1234 5698 7654 32',
  '4111 1111 1111 1111',
] as const;
