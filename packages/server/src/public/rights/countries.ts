// Where people turn to in each country: its data protection authority with its own site, and the law that holds there. Names of the
// authorities of the European Economic Area are those of @vigie/respond.
import { EEA_AUTHORITIES } from '@vigie/respond';

/** Which law people rely on. */
export type RightsLaw = 'gdpr' | 'uk-gdpr' | 'swiss-fadp';

export interface RightsCountry {
  /** ISO 3166-1 alpha-2, in small letters as in the address of the page. */
  readonly code: string;
  readonly law: RightsLaw;
  readonly authority: string;
  readonly site: string;
}

const SITES: Readonly<Record<string, string>> = {
  AT: 'https://dsb.gv.at/',
  BE: 'https://www.autoriteprotectiondonnees.be/',
  BG: 'https://cpdp.bg/',
  CY: 'https://www.dataprotection.gov.cy/',
  CZ: 'https://uoou.gov.cz/',
  DE: 'https://www.bfdi.bund.de/',
  DK: 'https://www.datatilsynet.dk/',
  EE: 'https://www.aki.ee/',
  ES: 'https://www.aepd.es/',
  FI: 'https://tietosuoja.fi/',
  FR: 'https://www.cnil.fr/',
  GR: 'https://www.dpa.gr/',
  HR: 'https://azop.hr/',
  HU: 'https://naih.hu/',
  IE: 'https://www.dataprotection.ie/',
  IS: 'https://www.personuvernd.is/',
  IT: 'https://www.garanteprivacy.it/',
  LI: 'https://www.datenschutzstelle.li/',
  LT: 'https://vdai.lrv.lt/',
  LU: 'https://cnpd.public.lu/',
  LV: 'https://www.dvi.gov.lv/',
  MT: 'https://idpc.org.mt/',
  NL: 'https://www.autoriteitpersoonsgegevens.nl/',
  NO: 'https://www.datatilsynet.no/',
  PL: 'https://uodo.gov.pl/',
  PT: 'https://www.cnpd.pt/',
  RO: 'https://www.dataprotection.ro/',
  SE: 'https://www.imy.se/',
  SI: 'https://www.ip-rs.si/',
  SK: 'https://dataprotection.gov.sk/',
};

const OTHERS: readonly RightsCountry[] = [
  { code: 'gb', law: 'uk-gdpr', authority: 'Information Commissioner’s Office (ICO)', site: 'https://ico.org.uk/' },
  {
    code: 'ch',
    law: 'swiss-fadp',
    authority: 'Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB) – Préposé fédéral (PFPDT)',
    site: 'https://www.edoeb.admin.ch/',
  },
];

export const RIGHTS_COUNTRIES: readonly RightsCountry[] = [
  ...Object.entries(EEA_AUTHORITIES).map(
    ([code, authority]): RightsCountry => ({
      code: code.toLowerCase(),
      law: 'gdpr',
      // Lists of authorities tell two of one name apart by their country, which stands beside it here.
      authority: authority.replace(/ \((?:Denmark|Norway)\)$/, ''),
      site: SITES[code] ?? 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
    }),
  ),
  ...OTHERS,
];

export function rightsCountry(code: string): RightsCountry | undefined {
  return RIGHTS_COUNTRIES.find((country) => country.code === code.toLowerCase());
}

/** Its name in a language. */
export function countryName({ code }: RightsCountry, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code.toUpperCase()) ?? code.toUpperCase();
}
