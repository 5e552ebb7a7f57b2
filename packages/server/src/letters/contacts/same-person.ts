// Which rows of a list are one person: the rules by which exposures count people, over the same keys.
import { isSharedContact, normaliseValue } from '@vigie/classify/values';
import { createPrivateHash } from '@vigie/exposure/keyed-hash';
import { createPeopleCounter, type PersonKey } from '@vigie/exposure/people';
import type { ContactDetails } from './contact.ts';

export interface PersonFinder {
  /** Takes the next row. @returns its place */
  add(details: ContactDetails, nationalId: string | undefined): number;
  /** After the last row: a number for whom the row at this place is about; the same for all rows of one person. */
  finish(): (place: number) => number;
}

/** Keyed hashes of a key that dies with the finder: no value is kept. Memory grows with the number of different keys. */
export function createPersonFinder(): PersonFinder {
  const counter = createPeopleCounter();
  const hash = createPrivateHash();
  /** Hashes of the rows' own keys, the strongest of each row first, and where those of each row end: flat, since a list may have a million. */
  const keysOfRows: number[] = [];
  const ends: number[] = [];
  const keyOf = (kind: string, strength: PersonKey['strength'], value: string): PersonKey => {
    const normal = normaliseValue(kind, value);
    return { kind, strength, hash: hash(kind, normal), isShared: isSharedContact(kind, normal) };
  };
  return {
    add({ email, secondEmail, phone, account }, nationalId) {
      const keys = [
        ...(nationalId === undefined ? [] : [keyOf('national-id/any', 'one person', nationalId)]),
        ...(account === undefined ? [] : [keyOf('account/customer-id', 'account', account)]),
        ...[email, secondEmail].filter((one) => one !== undefined).map((one) => keyOf('person/email', 'contact', one)),
        ...(phone === undefined ? [] : [keyOf('person/phone', 'contact', phone)]),
      ];
      counter.add({ keys, mentions: [] });
      for (const key of keys) keysOfRows.push(key.hash);
      return ends.push(keysOfRows.length) - 1;
    },
    finish() {
      const { personOf } = counter.count();
      // People without a key of their own, such as those behind a shared mailbox, are each somebody else.
      return (place) => {
        for (let at = ends[place - 1] ?? 0; at < (ends[place] ?? 0); at += 1) {
          const person = personOf(keysOfRows[at] ?? -1);
          if (person !== undefined) return person;
        }
        return -1 - place;
      };
    },
  };
}
