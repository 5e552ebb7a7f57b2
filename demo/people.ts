// The people of the demonstration: made of lists, none of them real. Addresses are of example.org and its like (RFC 2606), telephone
// numbers of ranges that are kept for fiction, each given to one person, until the
// range is used up.
import type { Chance } from './chance.ts';

export interface MadePerson {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | undefined;
  readonly address: string;
  readonly country: 'FR' | 'DE' | 'ES' | 'IT' | 'GB';
  readonly language: 'fr' | 'de' | 'es' | 'it' | 'en';
  readonly ip: string;
}

interface Land {
  readonly country: MadePerson['country'];
  readonly language: MadePerson['language'];
  readonly firstNames: readonly [string, ...string[]];
  readonly lastNames: readonly [string, ...string[]];
  readonly towns: readonly [string, ...string[]];
  readonly street: (name: string, number: number) => string;
  /** The number at a place of the range that the country keeps for fiction; undefined where it has none of that size. */
  readonly phone: (at: number) => string | undefined;
}

const LANDS: readonly [Land, ...Land[]] = [
  {
    country: 'FR',
    language: 'fr',
    firstNames: ['Camille', 'Louis', 'Manon', 'Hugo', 'Chloé', 'Arthur', 'Inès', 'Jules'],
    lastNames: ['Moreau', 'Lefèvre', 'Girard', 'Bonnet', 'Dupuis', 'Marchand', 'Renaud', 'Colin'],
    towns: ['69003 Lyon', '44000 Nantes', '31000 Toulouse', '59000 Lille'],
    street: (name, number) => `${number} rue ${name}`,
    // Arcep keeps 06 39 98 for fiction.
    phone: (at) => (at < 10_000 ? `+3363998${String(at).padStart(4, '0')}` : undefined),
  },
  {
    country: 'DE',
    language: 'de',
    firstNames: ['Lena', 'Jonas', 'Mia', 'Finn', 'Hannah', 'Paul', 'Leonie', 'Max'],
    lastNames: ['Schubert', 'Krüger', 'Vogel', 'Winkler', 'Brandt', 'Lorenz', 'Seidel', 'Busch'],
    towns: ['10115 Berlin', '50667 Köln', '80331 München', '20095 Hamburg'],
    street: (name, number) => `${name}straße ${number}`,
    // The Federal Network Agency keeps 0171 39200xx for fiction.
    phone: (at) => (at < 100 ? `+4917139200${String(at).padStart(2, '0')}` : undefined),
  },
  {
    country: 'ES',
    language: 'es',
    firstNames: ['Lucía', 'Hugo', 'Carmen', 'Pablo', 'Elena', 'Javier', 'Sofía', 'Diego'],
    lastNames: ['Navarro', 'Romero', 'Iglesias', 'Serrano', 'Molina', 'Castro', 'Ortega', 'Rubio'],
    towns: ['28013 Madrid', '08002 Barcelona', '46001 Valencia'],
    street: (name, number) => `Calle ${name} ${number}`,
    phone: () => undefined,
  },
  {
    country: 'IT',
    language: 'it',
    firstNames: ['Giulia', 'Matteo', 'Aurora', 'Lorenzo', 'Chiara', 'Andrea', 'Sara', 'Marco'],
    lastNames: ['Ferrara', 'Gallo', 'Conti', 'Marini', 'Rinaldi', 'Caruso', 'Leone', 'Grassi'],
    towns: ['20121 Milano', '00184 Roma', '10121 Torino'],
    street: (name, number) => `Via ${name} ${number}`,
    phone: () => undefined,
  },
  {
    country: 'GB',
    language: 'en',
    firstNames: ['Olivia', 'George', 'Amelia', 'Harry', 'Isla', 'Oscar', 'Freya', 'Alfie'],
    lastNames: ['Whitfield', 'Barlow', 'Hargreaves', 'Pemberton', 'Ashworth', 'Kershaw', 'Lockwood', 'Thorne'],
    towns: ['Leeds LS1 4AP', 'Bristol BS1 5TR', 'York YO1 7HH'],
    street: (name, number) => `${number} ${name} Road`,
    // Ofcom keeps 07700 900xxx for fiction.
    phone: (at) => (at < 1000 ? `+447700900${String(at).padStart(3, '0')}` : undefined),
  },
];

const HOSTS = ['example.org', 'example.com', 'example.net'] as const;

export function makePeople(count: number, chance: Chance): readonly MadePerson[] {
  const given = new Map<Land, number>();
  return Array.from({ length: count }, (_, at) => {
    const land = chance.pick(LANDS);
    const place = given.get(land) ?? 0;
    given.set(land, place + 1);
    const first = chance.pick(land.firstNames);
    const last = chance.pick(land.lastNames);
    const plain = `${first}.${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return {
      account: `u_${String(100_000 + at)}`,
      name: `${first} ${last}`,
      email: `${plain}.${at}@${chance.pick(HOSTS)}`,
      phone: land.phone(place),
      address: `${land.street(chance.pick(land.lastNames), 1 + chance.below(120))}, ${chance.pick(land.towns)}`,
      country: land.country,
      language: land.language,
      ip: `203.0.113.${chance.below(256)}`,
    };
  });
}
