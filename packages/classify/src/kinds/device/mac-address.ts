// MAC addresses, EUI-48: IEEE Std 802-2014 section 8.1, in the writings of IEEE (hyphens), Unix (colons) and Cisco (stops).
import type { Identifier } from '../../identifier.ts';
import { device } from './family.ts';

const MAC_ADDRESS = device(
  'mac-address',
  'MAC address',
  'It stays with a phone or laptop for life, so that whoever sees it can follow the device from place to place.',
);

/** Nobody's: all zeros, broadcast (IEEE 802), and groups (the lowest bit of the first octet). */
function isOneCard(compact: string): true | string {
  if (/^(?:0{12}|F{12})$/.test(compact)) return 'the address of no card';
  return (Number.parseInt(compact.slice(0, 2), 16) & 1) === 1 ? 'the address of a group of cards' : true;
}

export const MAC_ADDRESS_IDENTIFIER: Identifier = {
  rule: 'mac-address',
  kind: MAC_ADDRESS,
  forms: ['HH:HH:HH:HH:HH:HH', 'HH-HH-HH-HH-HH-HH', 'HHHH.HHHH.HHHH'],
  check: isOneCard,
  words: [
    'mac',
    'mac address',
    'mac addr',
    'hwaddr',
    'hardware address',
    'physical address',
    'ethernet',
    'ether',
    'bssid',
    'wlan',
    'wifi',
    'bluetooth',
    'adresse mac',
    'adresse physique',
    'mac-adresse',
    'hardwareadresse',
    'physische adresse',
    'dirección mac',
    'direccion mac',
    'dirección física',
    'indirizzo mac',
    'indirizzo fisico',
    'endereço mac',
    'endereco mac',
    'endereço físico',
    'mac-adres',
    'hardwareadres',
    'adres mac',
    'adres fizyczny',
    'mac地址',
    '物理地址',
    'macアドレス',
    '物理アドレス',
  ],
  against: ['fingerprint', 'sha1', 'md5', 'serial'],
  confidence: { alone: 0.8, named: 0.95 },
  source: 'IEEE Std 802-2014, section 8.1',
  examples: {
    valid: ['00:1A:2B:3C:4D:5E', '00-1A-2B-3C-4D-5E', '0012.3456.789a', '0a:23:f5:67:89:ac'],
    invalid: ['FF:FF:FF:FF:FF:FF', '00:00:00:00:00:00', '01:00:5E:00:00:FB', '10:2F:33-AC-29-C3', 'ZZ:ZZ:ZZ:ZZ:ZZ:ZZ'],
  },
};

/** Addresses without a single digit, one in 130,000 of them ((6/16)^12): only told where a word names them, since most are words. */
export const MAC_ADDRESS_OF_LETTERS: Identifier = {
  ...MAC_ADDRESS_IDENTIFIER,
  rule: 'mac-address-of-letters',
  forms: ['A{2}:A{2}:A{2}:A{2}:A{2}:A{2}', 'A{2}-A{2}-A{2}-A{2}-A{2}-A{2}', 'A{4}.A{4}.A{4}'],
  check: (compact) => (/^[A-F]{12}$/.test(compact) ? isOneCard(compact) : 'letters that no address has'),
  confidence: { alone: 0.1, named: 0.9 },
  examples: { valid: ['AA-BB-CC-DD-EE-FF'], invalid: ['FF:FF:FF:FF:FF:FF', 'ab-cd-ef-gh-ij-kl'] },
};
