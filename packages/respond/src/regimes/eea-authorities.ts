// The data protection authorities of the European Economic Area by country, in their own words, as field 118 of the EDPB's
// notification template v1.0 lists them.

/** ISO 3166-1 alpha-2 → the authority. In Germany each Land has one of its own; Spain's regions have some for their public bodies. */
export const EEA_AUTHORITIES: Readonly<Record<string, string>> = {
  AT: 'Österreichische Datenschutzbehörde',
  BE: 'Autorité de protection des données – Gegevensbeschermingsautoriteit',
  BG: 'Комисия за защита на личните данни',
  CY: 'Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα',
  CZ: 'Úřad pro ochranu osobních údajů',
  DE: 'Datenschutzaufsichtsbehörde of the Land concerned',
  DK: 'Datatilsynet (Denmark)',
  EE: 'Andmekaitse Inspektsioon',
  ES: 'Agencia Española de Protección de Datos',
  FI: 'Tietosuojavaltuutetun toimisto',
  FR: "Commission nationale de l'informatique et des libertés (CNIL)",
  GR: 'Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα',
  HR: 'Agencija za zaštitu osobnih podataka',
  HU: 'Nemzeti Adatvédelmi és Információszabadság Hatóság',
  IE: 'Data Protection Commission / An Coimisiún um Chosaint Sonraí',
  IS: 'Persónuvernd',
  IT: 'Garante per la protezione dei dati personali',
  LI: 'Datenschutzstelle',
  LT: 'Valstybinė duomenų apsaugos inspekcija',
  LU: 'Commission nationale pour la protection des données',
  LV: 'Datu valsts inspekcija',
  MT: 'Office of the Information and Data Protection Commissioner',
  NL: 'Autoriteit Persoonsgegevens',
  NO: 'Datatilsynet (Norway)',
  PL: 'Urząd Ochrony Danych Osobowych',
  PT: 'Comissão Nacional de Proteção de Dados',
  RO: 'Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal',
  SE: 'Integritetsskyddsmyndigheten',
  SI: 'Informacijski pooblaščenec',
  SK: 'Úrad na ochranu osobných údajov Slovenskej republiky',
};

/** Online forms for notifications; the addresses are from pages of the authorities. */
export const EEA_FORMS: Readonly<Record<string, string>> = {
  FR: 'https://notifications.cnil.fr/notifications/index',
  IT: 'https://servizi.gpdp.it/databreach/s/',
};

export const EEA_COUNTRIES: ReadonlySet<string> = new Set(Object.keys(EEA_AUTHORITIES));

/** The authority of a country of the EEA. */
export function eeaAuthority(country: string): string {
  return EEA_AUTHORITIES[country] ?? `the data protection authority of ${country}`;
}
