// What honey rows are made of. Names are common ones put together by chance; addresses of mail are below example.org (RFC 2606), and telephone
// numbers are of the ranges that are kept for films: NANPA 555-0100 to 0199, Ofcom's 07700 900000, ARCEP's 01 99 00, Berlin's 030 23125.

export const FIRST_NAMES =
  'Alice Amélie Anna Arthur Ben Camille Carlos Chloé Claire Daniel David Elena Emil Emma Eva Felix Fiona Greta Hannah Hugo Ida Ines Jack Jan Jonas Julia Karim Lara Leo Lina Louis Lucas Luis Marie Mark Martha Mia Milan Nadia Nina Noah Nora Olga Oliver Omar Oskar Paul Petra Rosa Ruth Samir Sara Simon Sofia Theo Tim Tom Victor Vera Yasmin'.split(
    ' ',
  );
export const LAST_NAMES =
  'Abbott Andersson Bauer Becker Bennett Bernard Blanc Bond Braun Brooks Carter Cole Costa Dubois Durand Evans Fischer Fontaine Garcia Girard Gray Haas Hall Hansen Hill Hoffmann Hughes Jansen Keller King Klein Koch Lambert Lang Laurent Lopez Marchand Martin Meyer Moreau Morgan Morris Neumann Novak Olsen Parker Perez Petit Reed Richter Rossi Roux Schmitt Scott Silva Taylor Vidal Vogel Wagner Weber Wood'.split(
    ' ',
  );

export interface Place {
  readonly city: string;
  readonly country: string;
  readonly currency: string;
  /** @param number below 100 */
  readonly phone: (number: number) => string;
}

const two = (number: number) => String(number).padStart(2, '0');

export const PLACES: readonly Place[] = [
  { city: 'Boston', country: 'US', currency: 'USD', phone: (n) => `+1 617 555 01${two(n)}` },
  { city: 'Denver', country: 'US', currency: 'USD', phone: (n) => `+1 303 555 01${two(n)}` },
  { city: 'Leeds', country: 'GB', currency: 'GBP', phone: (n) => `+44 7700 900${two(n)}${n % 10}` },
  { city: 'Bristol', country: 'GB', currency: 'GBP', phone: (n) => `+44 7700 900${n % 10}${two(n)}` },
  { city: 'Lyon', country: 'FR', currency: 'EUR', phone: (n) => `+33 1 99 00 ${two(n)} ${two((n * 7) % 100)}` },
  { city: 'Nantes', country: 'FR', currency: 'EUR', phone: (n) => `+33 1 99 00 ${two((n * 3) % 100)} ${two(n)}` },
  { city: 'Berlin', country: 'DE', currency: 'EUR', phone: (n) => `+49 30 23125 ${n % 10}${two(n)}` },
  { city: 'Hamburg', country: 'DE', currency: 'EUR', phone: (n) => `+49 30 23125 ${two(n)}${n % 10}` },
];

export const SERVICES = ['billing', 'checkout', 'crm-sync', 'data-export', 'deploy', 'mailer', 'reporting', 'search'];
export const ORDER_STATES = ['paid', 'paid', 'paid', 'shipped', 'shipped', 'refunded', 'open'];
