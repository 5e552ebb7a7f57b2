// Keys of crypto exchanges and chains. Forms: the exchanges' documentation, and the catalogues of gitleaks and betterleaks
// (MIT).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { ALNUM_32, issued, UUID } from './issued.ts';

const CHECK_WITHDRAWALS = 'Look at orders and withdrawals since then; move funds if a withdrawal permission was on.';

export const CRYPTO_EXCHANGES: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'Bittrex',
      link: 'https://bittrex.com',
      rotate: ['The exchange closed in 2023: make sure that the key is used nowhere else.', CHECK_WITHDRAWALS],
    },
    {
      id: 'bittrex-access-key',
      title: 'Bittrex access key',
      opens: 'money',
      form: { names: ['bittrex'], value: ALNUM_32 },
    },
    {
      id: 'bittrex-secret-key',
      title: 'Bittrex secret key',
      opens: 'money',
      form: { names: ['bittrex'], value: ALNUM_32 },
    },
  ),
  ...issued(
    {
      issuer: 'Coinbase',
      link: 'https://docs.cdp.coinbase.com',
      rotate: [
        'Delete the key in the developer portal or the API settings.',
        'Make a new one limited to addresses, without transfer.',
        CHECK_WITHDRAWALS,
      ],
    },
    {
      id: 'coinbase-access-token',
      title: 'Coinbase access token',
      opens: 'money',
      form: { names: ['coinbase'], value: /[\w-]{64}/ },
      entropy: 3,
    },
    {
      id: 'coinbase-cdp-key-name',
      title: 'Coinbase CDP key name',
      opens: 'money',
      form: { token: /organizations\/[0-9a-f-]{36}\/apiKeys\/[0-9a-f-]{36}/ },
      keywords: ['/apikeys/'],
    },
  ),
  ...issued(
    {
      issuer: 'Kraken',
      link: 'https://docs.kraken.com',
      rotate: [
        'Delete the API key under Settings, API.',
        'Make a new one limited to addresses, without withdrawal.',
        CHECK_WITHDRAWALS,
      ],
    },
    {
      id: 'kraken-access-token',
      title: 'Kraken private key',
      opens: 'money',
      form: { names: ['kraken'], value: /[A-Za-z0-9/=_+-]{80,90}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'KuCoin',
      link: 'https://www.kucoin.com/docs',
      rotate: [
        'Delete the API under API Management.',
        'Make a new one limited to addresses, without transfer.',
        CHECK_WITHDRAWALS,
      ],
    },
    {
      id: 'kucoin-access-token',
      title: 'KuCoin API key',
      opens: 'money',
      form: { names: ['kucoin'], value: /[A-Fa-f0-9]{24}/ },
      entropy: 2,
    },
    { id: 'kucoin-secret-key', title: 'KuCoin API secret', opens: 'money', form: { names: ['kucoin'], value: UUID } },
  ),
  ...issued(
    {
      issuer: 'Binance',
      link: 'https://developers.binance.com',
      rotate: [
        'Delete the key under API Management.',
        'Make a new one limited to addresses, without withdrawal.',
        CHECK_WITHDRAWALS,
      ],
    },
    {
      id: 'binance-secret-key',
      title: 'Binance API or secret key',
      opens: 'money',
      form: { names: ['binance', 'x-mbx-apikey'], value: /[A-Za-z0-9]{64}/ },
      entropy: 4,
    },
    {
      id: 'bybit-api-secret',
      issuer: 'Bybit',
      link: 'https://bybit-exchange.github.io/docs',
      title: 'Bybit API secret',
      opens: 'money',
      form: { names: ['bybit'], value: /[A-Za-z0-9]{36}/ },
      entropy: 3.5,
    },
    {
      id: 'okx-api-secret',
      issuer: 'OKX',
      link: 'https://www.okx.com/docs-v5',
      title: 'OKX API secret',
      opens: 'money',
      form: { names: ['okx', 'okex', 'ok-access-key'], value: /[A-F0-9]{32}/ },
      entropy: 3,
    },
    {
      id: 'bitfinex-api-secret',
      issuer: 'Bitfinex',
      link: 'https://docs.bitfinex.com',
      title: 'Bitfinex API secret',
      opens: 'money',
      form: { names: ['bitfinex'], value: /[A-Za-z0-9_-]{43}/ },
      entropy: 4,
    },
    {
      id: 'gemini-exchange-key',
      issuer: 'Gemini (exchange)',
      link: 'https://docs.gemini.com',
      title: 'Gemini exchange API key',
      opens: 'money',
      form: { token: /(?:master|account)-[A-Za-z0-9]{20}/ },
      keywords: ['master-', 'account-'],
      entropy: 4,
      not: [/^(?:master|account)-[a-z]+$/],
    },
    {
      id: 'gate-io-secret',
      issuer: 'Gate',
      link: 'https://www.gate.io/docs',
      title: 'Gate API secret',
      opens: 'money',
      form: { names: ['gateio', 'gate_io', 'gate.io'], value: /[a-f0-9]{64}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Infura',
      link: 'https://docs.metamask.io',
      rotate: ['Delete the key in the dashboard.', 'Make a new one with allow lists and a required secret.'],
    },
    {
      id: 'infura-api-key',
      title: 'Infura API key',
      opens: 'one service',
      form: { token: /infura\.io\/(?:ws\/)?v3\/([a-f0-9]{32})/ },
      keywords: ['infura.io/'],
    },
    {
      id: 'alchemy-api-key',
      issuer: 'Alchemy',
      link: 'https://www.alchemy.com/docs',
      title: 'Alchemy API key',
      opens: 'one service',
      form: { token: /alchemy\.com\/v2\/([\w-]{32})/ },
      keywords: ['alchemy.com/v2/'],
    },
    {
      id: 'etherscan-api-key',
      issuer: 'Etherscan',
      link: 'https://docs.etherscan.io',
      title: 'Etherscan API key',
      opens: 'little',
      form: { names: ['etherscan', 'bscscan', 'polygonscan'], value: /[A-Z0-9]{34}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'SettleMint',
      link: 'https://console.settlemint.com/documentation',
      rotate: ['Delete the access token in the console.', 'Make a new one with an expiry date and a scope.'],
    },
    {
      id: 'settlemint-application-access-token',
      title: 'SettleMint application access token',
      opens: 'one service',
      form: { token: /sm_aat_[A-Za-z0-9]{16}/ },
      keywords: ['sm_aat_'],
      entropy: 3,
    },
    {
      id: 'settlemint-personal-access-token',
      title: 'SettleMint personal access token',
      opens: 'one service',
      form: { token: /sm_pat_[A-Za-z0-9]{16}/ },
      keywords: ['sm_pat_'],
      entropy: 3,
    },
    {
      id: 'settlemint-service-access-token',
      title: 'SettleMint service access token',
      opens: 'one service',
      form: { token: /sm_sat_[A-Za-z0-9]{16}/ },
      keywords: ['sm_sat_'],
      entropy: 3,
    },
  ),
];
