// Addresses of crypto-currencies, each with the checksum of its network. Letters and digits of one length, so the checksum
// decides; networks without one count only beside a word that names them.
import { base58CheckPayload, base58Decode } from '../../checks/base58.ts';
import { bech32Decode, isWitnessAddress } from '../../checks/bech32.ts';
import { keccak256 } from '../../checks/keccak.ts';
import { moneroAddressHolds } from '../../checks/monero.ts';
import { unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { payment } from './family.ts';

const CRYPTO_ADDRESS = payment(
  'crypto-address',
  'Crypto-currency address',
  'All payments of the address are public for ever: whoever ties it to a person sees what that person owns and pays.',
);

const WORDS: readonly string[] = [
  'wallet',
  'crypto',
  'wallet address',
  'deposit address',
  'payout address',
  'withdrawal address',
  'portefeuille',
  'adresse crypto',
  'krypto',
  'geldbörse',
  'cartera',
  'monedero',
  'portafoglio',
  'carteira',
  'portfel',
  '钱包',
  '錢包',
  'ウォレット',
  '지갑',
  'кошелёк',
  'кошелек',
];

export const CRYPTO_ADDRESSES: readonly Identifier[] = [
  {
    rule: 'btc-base58',
    kind: CRYPTO_ADDRESS,
    forms: ['1X{25,33}', '3X{25,33}'],
    check: (_, written) => versionHolds(written, [0x00, 0x05]),
    words: [...WORDS, 'btc', 'bitcoin', '比特币', 'ビットコイン', '비트코인', 'биткоин'],
    confidence: { alone: 0.95, named: 0.99 },
    source: 'https://en.bitcoin.it/wiki/Base58Check_encoding',
    examples: {
      valid: ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
      invalid: [
        '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3',
        '1bvbmseystwetqtfn5au4m4gfg7xjanvn2',
        '1234567890123456789012345678',
      ],
    },
  },
  {
    rule: 'btc-segwit',
    kind: CRYPTO_ADDRESS,
    forms: ['bc1X{11,71}'],
    check: (_, written) => unless(isWitnessAddress(written, 'bc'), WRONG_CHECK_DIGIT),
    words: [...WORDS, 'btc', 'bitcoin', '比特币', 'ビットコイン', '비트코인', 'биткоин'],
    confidence: { alone: 0.97, named: 0.99 },
    source: 'BIP-173 and BIP-350, https://github.com/bitcoin/bips',
    examples: {
      valid: [
        'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
        'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
        'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      ],
      invalid: ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'bc1QW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    },
  },
  {
    rule: 'eth-checksummed',
    kind: CRYPTO_ADDRESS,
    forms: ['0xH{40}'],
    check: (_, written) => mixedCaseHolds(written),
    words: [...WORDS, 'eth', 'ethereum', 'erc20', 'usdt', 'usdc', 'polygon', 'metamask', '以太坊', 'イーサリアム'],
    against: ['contract', 'tx hash', 'commit', 'sha1'],
    confidence: { alone: 0.9, named: 0.97 },
    source: 'EIP-55, https://eips.ethereum.org/EIPS/eip-55',
    examples: {
      valid: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
      invalid: ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', '0x5aeda56215b167893e80b4fe645ba6d5bab767de'],
    },
  },
  {
    rule: 'eth-one-case',
    kind: CRYPTO_ADDRESS,
    forms: ['0xH{40}'],
    check: (_, written) => oneCase(written),
    words: [...WORDS, 'eth', 'ethereum', 'erc20', 'usdt', 'usdc', 'polygon', 'metamask', '以太坊', 'イーサリアム'],
    against: ['contract', 'tx hash', 'commit', 'sha1'],
    confidence: { alone: 0.5, named: 0.9 },
    source:
      'https://ethereum.org/en/developers/docs/accounts/: 20 bytes in hexadecimal, without a checksum in one case',
    examples: {
      valid: ['0x5aeda56215b167893e80b4fe645ba6d5bab767de'],
      invalid: ['0x0000000000000000000000000000000000000000', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    },
  },
  {
    rule: 'ltc-base58',
    kind: CRYPTO_ADDRESS,
    forms: ['LX{25,33}', 'MX{25,33}'],
    check: (_, written) => versionHolds(written, [0x30, 0x32]),
    words: [...WORDS, 'ltc', 'litecoin', '莱特币'],
    confidence: { alone: 0.95, named: 0.99 },
    source: 'https://github.com/litecoin-project/litecoin/blob/master/src/chainparams.cpp: versions 48 and 50',
    examples: { valid: ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1'], invalid: ['LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc2'] },
  },
  {
    rule: 'ltc-segwit',
    kind: CRYPTO_ADDRESS,
    forms: ['ltc1X{11,71}'],
    check: (_, written) => unless(isWitnessAddress(written, 'ltc'), WRONG_CHECK_DIGIT),
    words: [...WORDS, 'ltc', 'litecoin', '莱特币'],
    confidence: { alone: 0.97, named: 0.99 },
    source: 'BIP-173 with the prefix ltc',
    examples: {
      valid: ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
      invalid: ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n8'],
    },
  },
  {
    rule: 'doge',
    kind: CRYPTO_ADDRESS,
    forms: ['DX{25,33}', '\\AX{25,33}', '\\9X{25,33}'],
    check: (_, written) => versionHolds(written, [0x1e, 0x16]),
    words: [...WORDS, 'doge', 'dogecoin', '狗狗币'],
    confidence: { alone: 0.95, named: 0.99 },
    source: 'https://github.com/dogecoin/dogecoin/blob/master/src/chainparams.cpp: versions 30 and 22',
    examples: { valid: ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L'], invalid: ['DH5yaieqoZN36fDVciNyRueRGvGLR3mr7M'] },
  },
  {
    rule: 'tron',
    kind: CRYPTO_ADDRESS,
    forms: ['TX{33}'],
    check: (_, written) => versionHolds(written, [0x41]),
    words: [...WORDS, 'tron', 'trx', 'trc20', 'usdt', '波场'],
    confidence: { alone: 0.95, named: 0.99 },
    source: 'https://developers.tron.network/docs/account: version 0x41 and Base58Check',
    examples: { valid: ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'], invalid: ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u'] },
  },
  {
    rule: 'xrp',
    kind: CRYPTO_ADDRESS,
    forms: ['rX{24,34}'],
    check: (_, written) => unless(base58CheckPayload(written, 'ripple')?.length === 21, WRONG_CHECK_DIGIT),
    words: [...WORDS, 'xrp', 'ripple', '瑞波'],
    confidence: { alone: 0.95, named: 0.99 },
    source: 'https://xrpl.org/docs/references/protocol/data-types/base58-encodings',
    examples: { valid: ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'], invalid: ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi'] },
  },
  {
    rule: 'xmr',
    kind: CRYPTO_ADDRESS,
    forms: ['4X{94}', '8X{94}', '4X{105}'],
    check: (_, written) => unless(moneroAddressHolds(written), WRONG_CHECK_DIGIT),
    words: [...WORDS, 'xmr', 'monero', '门罗币'],
    confidence: { alone: 0.97, named: 0.99 },
    source: 'https://docs.getmonero.org/public-address/standard-address/',
    examples: {
      valid: ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A'],
      invalid: ['44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B'],
    },
  },
  {
    rule: 'cardano',
    kind: CRYPTO_ADDRESS,
    forms: ['addr1X{53,110}'],
    check: (_, written) => unless(bech32Decode(written)?.prefix === 'addr', WRONG_CHECK_DIGIT),
    words: [...WORDS, 'ada', 'cardano'],
    confidence: { alone: 0.97, named: 0.99 },
    source: 'CIP-19, https://cips.cardano.org/cip/CIP-0019',
    examples: {
      valid: ['addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8'],
      invalid: ['addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl9'],
    },
  },
  {
    rule: 'solana',
    kind: CRYPTO_ADDRESS,
    forms: ['X{43,44}'],
    check: (_, written) => unless(isMixed(written) && base58Decode(written)?.length === 32, 'not 32 bytes in base 58'),
    words: ['sol address', 'solana', 'solana address', 'solana wallet', 'phantom wallet', 'spl token', '索拉纳'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'https://solana.com/docs/core/accounts: 32 bytes in base 58, without a checksum',
    examples: {
      valid: ['9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM'],
      invalid: ['0WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM'],
    },
  },
];

/** Base58Check of one version byte and 20 bytes of a hash. */
function versionHolds(written: string, versions: readonly number[]): Verdict {
  const payload = base58CheckPayload(written);
  return unless(payload?.length === 21 && versions.includes(payload[0] ?? -1), WRONG_CHECK_DIGIT);
}

/** EIP-55: a letter is a capital where the hash of the address in lower case has a nibble of eight or more. */
function mixedCaseHolds(written: string): Verdict {
  const address = written.slice(2);
  const lower = address.toLowerCase();
  if (address === lower || address === address.toUpperCase()) return 'in one case, which has no checksum';
  const hash = keccak256(Buffer.from(lower, 'latin1'));
  for (let i = 0; i < address.length; i += 1) {
    const nibble = ((hash[i >> 1] ?? 0) >> (i % 2 === 0 ? 4 : 0)) & 15;
    const sign = lower.charAt(i);
    if (address.charAt(i) !== (nibble >= 8 ? sign.toUpperCase() : sign)) return WRONG_CHECK_DIGIT;
  }
  return true;
}

function oneCase(written: string): Verdict {
  const address = written.slice(2);
  if (/^(?:0{24}|(.)\1{39}$)/.test(address)) return 'a placeholder or a contract that is part of the network';
  return unless(
    address === address.toLowerCase() || address === address.toUpperCase(),
    'in both cases, which another rule reads',
  );
}

/** Names in code are letters, and hashes are in one case; an address in base 58 has capitals, small letters and digits. */
function isMixed(written: string): boolean {
  return /[a-z]/.test(written) && /[A-Z]/.test(written) && /[1-9]/.test(written);
}
