// The words of the trade: one word for one thing.
import { countIn } from '../plural.ts';

const n = countIn('en');

const kinds: Readonly<Record<string, string>> = {
  'person/name': 'Names',
  'person/email': 'E-mail addresses',
  'person/phone': 'Telephone numbers',
  'person/postal-address': 'Postal addresses',
  'person/postcode': 'Postcodes',
  'person/birth-date': 'Dates of birth',
  'person/age': 'Ages',
  'person/nationality': 'Nationalities',
  'person/title': 'Titles',
  conversation: 'Conversations',
  'search-history': 'Search history',
  'credential/password': 'Passwords, readable',
  'credential/weak-hash': 'Passwords, weakly hashed',
  'credential/strong-hash': 'Passwords, well hashed',
  'special/health': 'Health',
  'special/health-at-work': 'Health at work',
  'special/sexual-life': 'Sexual life',
  'special/religion': 'Religion or belief',
  'special/politics': 'Political opinions',
  'special/trade-union': 'Trade union membership',
  'special/ethnicity': 'Origin',
  'special/genetic': 'Genetic data',
  'special/biometric': 'Biometric data',
  'special/criminal': 'Offences',
  'special/child': 'Children',
  'location/coordinates': 'Places',
  'network/ip-address': 'IP addresses',
  'payment/card': 'Payment cards',
  'payment/iban': 'Bank accounts (IBAN)',
  'payment/bank-account': 'Bank accounts',
  'payment/crypto-address': 'Crypto addresses',
  'document/passport': 'Passports',
  'document/identity-card': 'Identity cards',
  'document/driving-licence': 'Driving licences',
  'document/residence-permit': 'Residence permits',
  'vehicle/licence-plate': 'Licence plates',
  'device/session-id': 'Session ids',
  'account/user-id': 'Account ids',
  'account/username': 'User names',
  'account/session-cookie': 'Session cookies',
  date: 'Dates',
  'place/name': 'Names of places',
};

const kindGroups: Readonly<Record<string, string>> = {
  secret: 'Keys and tokens',
  person: 'About people',
  special: 'Special category',
  credential: 'Passwords',
  payment: 'Payment',
  location: 'Places',
  network: 'Network',
  device: 'Devices',
  document: 'Documents',
  'national-id': 'National numbers',
  'health-id': 'Health numbers',
  organisation: 'Numbers of organisations',
  account: 'Accounts',
  vehicle: 'Vehicles',
};

export const domain = {
  verdicts: { open: 'Open', partial: 'Partly open', closed: 'Closed', unknown: 'Not known', gone: 'Gone' },
  verdictMeaning: {
    open: 'A stranger may read what is in it, or more.',
    partial: 'A stranger may look at names or counts.',
    closed: 'Strangers are refused.',
    unknown: 'None of it is proven.',
    gone: 'Nothing answers here any more.',
  },
  verbs: { identify: 'Identify', list: 'List', count: 'Count', read: 'Read', write: 'Write', administer: 'Administer' },
  verbLetters: { identify: 'I', list: 'L', count: 'C', read: 'R', write: 'W', administer: 'A' },
  answers: { yes: 'yes', no: 'refused', unknown: 'not known' },
  posture: 'What a stranger may do',
  severities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Note' },
  states: {
    new: 'New',
    assigned: 'Assigned',
    accepted: 'Accepted',
    mending: 'Being mended',
    verifying: 'Being verified',
    mended: 'Mended',
    back: 'Back again',
  },
  verification: { mended: 'Mended', 'still-open': 'Still open', 'cannot-tell': 'Cannot tell' },
  scanStates: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', stopped: 'Stopped' },
  roles: {
    administrator: 'administrator',
    responder: 'responder',
    'data-protection-officer': 'data protection officer',
    auditor: 'auditor',
    employee: 'employee',
  },
  roleDoes: {
    administrator: 'Runs the room: people, settings, scopes. Reads no contact data.',
    responder: 'Watches stores, mends findings, works on cases.',
    'data-protection-officer': 'Decides on cases, files notices, sends letters.',
    auditor: 'Reads everything but contact data; changes nothing.',
    employee: 'Has an account, and nothing of the watch.',
  },
  kind: (id: string) => kinds[id] ?? kindInGroup(id),
  stores: (count: number) => n(count, { one: '# store', other: '# stores' }),
  findings: (count: number) => n(count, { one: '# finding', other: '# findings' }),
  people: (count: number) => n(count, { one: '# person', other: '# people' }),
  rows: (count: number) => n(count, { one: '# row', other: '# rows' }),
  places: (count: number) => n(count, { one: '# place', other: '# places' }),
  untestedReasons: {
    timeout: 'No answer in time',
    unreachable: 'No way there',
    'over-budget': 'It would have taken more than one endpoint is given',
    stopped: 'The scan was stopped',
    reset: 'The connection was broken off',
    closed: 'It hung up',
    tls: 'The encryption could not be agreed on',
    foreign: 'It speaks another language',
    'out-of-scope': 'Outside of the scope',
    interrupted: 'The scan was stopped',
    fault: 'A mistake of the scanner',
  } as Readonly<Record<string, string>>,
};

/** As in `Keys and tokens: openai api key`. */
function kindInGroup(id: string): string {
  const [group = '', ...rest] = id.split('/');
  const name = kindGroups[group];
  if (name === undefined) return id;
  return rest.length === 0 ? name : `${name}: ${rest.join('/').replaceAll('-', ' ')}`;
}
