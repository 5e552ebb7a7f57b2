// Words for sectors, and the laws that each falls under: Annexes I and II to Directive (EU) 2022/2555 (NIS2), Article 2(1) of Regulation
// (EU) 2022/2554 (DORA), Article 1 of Implementing Regulation (EU) 2024/2690.

/** What NIS2 makes of a sector. `any size`: entities of it are in scope however small (Article 2(2)(a)). */
export interface Nis2Sector {
  readonly annex: 'I' | 'II';
  readonly scope: 'any size' | 'medium or large';
}

/** Annex I and II to NIS2. Financial sectors are not here: DORA takes the place of its duties (Article 4). */
export const NIS2_SECTORS: Readonly<Record<string, Nis2Sector>> = {
  energy: { annex: 'I', scope: 'medium or large' },
  transport: { annex: 'I', scope: 'medium or large' },
  health: { annex: 'I', scope: 'medium or large' },
  'drinking-water': { annex: 'I', scope: 'medium or large' },
  'waste-water': { annex: 'I', scope: 'medium or large' },
  space: { annex: 'I', scope: 'medium or large' },
  'internet-exchange': { annex: 'I', scope: 'medium or large' },
  dns: { annex: 'I', scope: 'any size' },
  'tld-registry': { annex: 'I', scope: 'any size' },
  cloud: { annex: 'I', scope: 'medium or large' },
  'data-centre': { annex: 'I', scope: 'medium or large' },
  'content-delivery': { annex: 'I', scope: 'medium or large' },
  'trust-service': { annex: 'I', scope: 'any size' },
  'electronic-communications': { annex: 'I', scope: 'any size' },
  'managed-service': { annex: 'I', scope: 'medium or large' },
  'managed-security-service': { annex: 'I', scope: 'medium or large' },
  'public-administration': { annex: 'I', scope: 'any size' },
  postal: { annex: 'II', scope: 'medium or large' },
  'waste-management': { annex: 'II', scope: 'medium or large' },
  chemicals: { annex: 'II', scope: 'medium or large' },
  food: { annex: 'II', scope: 'medium or large' },
  manufacturing: { annex: 'II', scope: 'medium or large' },
  'online-marketplace': { annex: 'II', scope: 'medium or large' },
  'search-engine': { annex: 'II', scope: 'medium or large' },
  'social-network': { annex: 'II', scope: 'medium or large' },
  research: { annex: 'II', scope: 'medium or large' },
};

/** Article 26(1)(b) of NIS2: these answer to the Member State of their main establishment. */
export const MAIN_ESTABLISHMENT_SECTORS: ReadonlySet<string> = new Set([
  'dns',
  'tld-registry',
  'cloud',
  'data-centre',
  'content-delivery',
  'managed-service',
  'managed-security-service',
  'online-marketplace',
  'search-engine',
  'social-network',
]);

/** Article 2(1) of DORA, points (a) to (t). */
export const FINANCIAL_SECTORS: ReadonlySet<string> = new Set([
  'credit-institution',
  'payment-institution',
  'account-information-service',
  'e-money-institution',
  'investment-firm',
  'crypto-asset-service',
  'central-securities-depository',
  'central-counterparty',
  'trading-venue',
  'trade-repository',
  'fund-manager',
  'management-company',
  'data-reporting-service',
  'insurance',
  'insurance-intermediary',
  'pension-fund',
  'credit-rating-agency',
  'benchmark-administrator',
  'crowdfunding',
  'securitisation-repository',
]);

/** Sectors in which none of these laws names anybody. */
const OTHER_SECTORS: ReadonlySet<string> = new Set([
  'accounting',
  'advertising',
  'agriculture',
  'association',
  'construction',
  'consulting',
  'culture',
  'education',
  'hospitality',
  'law-firm',
  'media',
  'non-profit',
  'real-estate',
  'recruitment',
  'retail',
  'sport',
  'travel',
]);

/** Words of which these laws do not tell what they mean; `software` is one: it may be a cloud service, or none. */
export function unknownSectors(sectors: readonly string[]): readonly string[] {
  return sectors.filter(
    (sector) => !(sector in NIS2_SECTORS) && !FINANCIAL_SECTORS.has(sector) && !OTHER_SECTORS.has(sector),
  );
}
