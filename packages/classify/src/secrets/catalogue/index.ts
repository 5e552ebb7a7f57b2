// All entries of the catalogue, in files by what they belong to; generic ones last.
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { AI } from './ai.ts';
import { CI } from './ci.ts';
import { CLOUDS } from './clouds.ts';
import { CODE_HOSTS } from './code-hosts.ts';
import { CRYPTO_EXCHANGES } from './crypto-exchanges.ts';
import { DATABASES } from './databases.ts';
import { DEVELOPER_TOOLS } from './developer-tools.ts';
import { E_COMMERCE } from './e-commerce.ts';
import { FINANCE } from './finance.ts';
import { GENERIC } from './generic.ts';
import { IDENTITY } from './identity.ts';
import { MESSAGING } from './messaging.ts';
import { NETWORK } from './network.ts';
import { OBSERVABILITY } from './observability.ts';
import { PACKAGE_REGISTRIES } from './package-registries.ts';
import { PAYMENTS } from './payments.ts';
import { PRIVATE_KEYS } from './private-keys.ts';
import { PRODUCTIVITY } from './productivity.ts';
import { SOCIAL } from './social.ts';
import { SUPPORT } from './support.ts';

export const CATALOGUE: readonly CatalogueEntry[] = [
  ...AI,
  ...CI,
  ...CLOUDS,
  ...CODE_HOSTS,
  ...CRYPTO_EXCHANGES,
  ...DATABASES,
  ...DEVELOPER_TOOLS,
  ...E_COMMERCE,
  ...FINANCE,
  ...IDENTITY,
  ...MESSAGING,
  ...NETWORK,
  ...OBSERVABILITY,
  ...PACKAGE_REGISTRIES,
  ...PAYMENTS,
  ...PRIVATE_KEYS,
  ...PRODUCTIVITY,
  ...SOCIAL,
  ...SUPPORT,
  ...GENERIC,
];
