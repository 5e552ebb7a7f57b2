// Forms of national telephone numbers that are typical of a country even where no word names them.
import type { CountryCode } from 'libphonenumber-js/max';

/** National forms without a trunk prefix that are typical of a country: lengths of the groups, and the first digits. */
export interface TypicalForm {
  readonly lengths: number;
  readonly digits: RegExp;
  readonly countries: readonly CountryCode[];
  /** Only with a sign other than the space: groups of three with spaces are how large amounts are written, too. */
  readonly signed?: true;
  /** Only with the area code in brackets. */
  readonly bracketed?: true;
}

export const TYPICAL: readonly TypicalForm[] = [
  { lengths: 0x334, digits: /^[2-9]\d{2}[2-9]/, countries: ['US'] },
  { lengths: 0x1334, digits: /^1[2-9]\d{2}[2-9]/, countries: ['US'] },
  { lengths: 0x344, digits: /^1[3-9]/, countries: ['CN'] },
  { lengths: 0x3322, digits: /^[2-5]/, countries: ['TR'] },
  { lengths: 0x3222, digits: /^[6-9]/, countries: ['ES'] },
  { lengths: 0x2322, digits: /^[1-9]/, countries: ['ES', 'PL'] },
  { lengths: 0x333, digits: /^[2-9]/, countries: ['ES', 'PL', 'PT', 'CZ'], signed: true },
  { lengths: 0x334, digits: /^3/, countries: ['IT'] },
  { lengths: 0x37, digits: /^3[2-9]/, countries: ['IT'] },
  { lengths: 0x254, digits: /^[1-9]{2}9/, countries: ['BR'], bracketed: true },
  { lengths: 0x244, digits: /^[1-9]{2}[2-5]/, countries: ['BR'], bracketed: true },
  { lengths: 0x55, digits: /^[6-9]/, countries: ['IN'] },
];

export const TYPICAL_LENGTHS = new Set(TYPICAL.map(({ lengths }) => lengths));

/** 1 where two lengths begin a typical form, at the first times 16 plus the second. */
export const TYPICAL_BEGINNINGS = new Uint8Array(256);
for (const { lengths } of TYPICAL) TYPICAL_BEGINNINGS[Number.parseInt(lengths.toString(16).slice(0, 2), 16)] = 1;

/**
 * Digits without a sign that are a mobile number of a country (in Turkey, any number). Alone they are as often the id of
 * something, and so only count where telephone numbers are asked for by name. Ten digits without a trunk prefix (United
 * States, India) are left out even then: seconds since 1970 have ten digits, too.
 */
export const BARE: readonly { readonly digits: RegExp; readonly countries: readonly CountryCode[] }[] = [
  { digits: /^1[3-9]\d{9}$/, countries: ['CN'] },
  { digits: /^09\d{9}$/, countries: ['PH'] },
  { digits: /^0?[2-5]\d{9}$/, countries: ['TR'] },
  { digits: /^0[67]\d{8}$/, countries: ['FR', 'NL'] },
  { digits: /^07\d{9}$/, countries: ['GB'] },
  { digits: /^01[567]\d{8,9}$/, countries: ['DE'] },
  { digits: /^05\d{8}$/, countries: ['IL'] },
  { digits: /^0[789]0\d{8}$/, countries: ['JP'] },
  { digits: /^010\d{8}$/, countries: ['KR'] },
  { digits: /^04\d{8}$/, countries: ['AU'] },
  { digits: /^3[2-9]\d{8}$/, countries: ['IT'] },
  { digits: /^[67]\d{8}$/, countries: ['ES'] },
];
