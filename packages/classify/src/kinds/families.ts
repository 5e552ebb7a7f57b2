// Kinds that every country has one or more of: numbers of persons, of patients and of organisations.
import type { Kind } from '../kind.ts';

const FOR_LIFE =
  'It names one person for life and cannot be changed: whoever holds it can pass for that person or join data about them.';

/** What it means where the number itself tells the birth date (and as a rule the sex). */
export const TELLS_BIRTH_DATE =
  'It names one person for life, tells the birth date, and is asked for as proof of identity by offices and banks.';

/** What it means where the number is for taxes. */
export const FOR_TAXES = 'It names one taxpayer; with a name beside it, false returns and refunds can be filed.';

/**
 * A number that a state or its social insurance gives to one person.
 *
 * @param name country in two letters and name: `fr-nir`
 * @param meaning one sentence; without it, that the number is for life
 */
export function nationalId(name: string, title: string, meaning: string = FOR_LIFE): Kind {
  return { id: `national-id/${name}`, title, edpb: ['n'], meaning, identifies: 'one person' };
}

/** A number under which one person is insured or treated. */
export function healthId(
  name: string,
  title: string,
  meaning = 'It names one patient and leads to diagnoses, prescriptions and bills wherever records are kept under it.',
): Kind {
  return { id: `health-id/${name}`, title, edpb: ['n', 'k'], meaning, identifies: 'one person' };
}

/** A number of somebody who works in health care: public in part, and on every prescription. */
export function practitionerId(name: string, title: string): Kind {
  return {
    id: `health-id/${name}`,
    title,
    edpb: ['n'],
    meaning: 'It names one practitioner; on a prescription or a bill it tells where a patient was treated.',
    identifies: 'one person',
  };
}

/** A number of an organisation. Not personal data, but of a sole trader it leads to the person. */
export function organisationId(name: string, title: string): Kind {
  return {
    id: `organisation/${name}`,
    title,
    edpb: [],
    meaning:
      'It names an organisation, as a rule in a public register; only of a sole trader does it lead to a person.',
    identifies: 'nobody',
  };
}
