// A log with everything in it that the classifier looks for: in one line of 20 an address, a number, a name, a chat or a secret.
import { type Chance, DIGITS, HEX } from '../accuracy/chance.ts';
import { type MadeLog, madeLog, SECRET_PLANTING } from './secrets-log.ts';

const GIVEN = ['Clementine', 'Jörg', 'Solène', 'Gonçalo', 'Femke', 'Agnieszka', 'Ludovica', 'Desmond'];
const FAMILY = ['Ashworth', 'Übelhör', 'Quéméneur', 'Sequeira', 'Hoekstra', 'Wyszomirska', 'Bellandi', 'Okonkwo'];

const PLANTS: readonly ((chance: Chance) => string)[] = [
  (chance) =>
    `login user_id=${chance.word(HEX, 12)} email=${chance.word(HEX, 8)}@example.org from 203.0.113.${chance.below(255)}`,
  (chance) => `callback to +1 415-555-${chance.word(DIGITS, 4)} scheduled`,
  (chance) => `customer name: ${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`,
  (chance) => `shipping to ${1 + chance.below(200)} Abbey Road, London NW8 9AY`,
  (chance) =>
    `request ${JSON.stringify({
      messages: [
        { role: 'user', content: `Hello, can you help me with invoice ${chance.word(DIGITS, 5)}?` },
        { role: 'assistant', content: 'Of course, here is a first draft.' },
      ],
    })}`,
  (chance) => `card 4111 1111 1111 1111 declined, code ${chance.below(99)}`,
  (chance) => `mac ${Array.from({ length: 6 }, () => chance.word(HEX, 2)).join(':')} joined the network`,
  SECRET_PLANTING.plant,
];

export function everythingLog(size: number): MadeLog {
  return madeLog(size, { oneIn: 20, plant: (chance) => chance.pick(PLANTS)(chance) });
}
