// Kinds that each country has of its own: identifiers of persons, of patients and of organisations.
import type { Kind } from '../../kind.ts';

/** A number that a state gives to one person for life: `national-id/us-ssn`. */
export function nationalId(name: string, title: string, meaning: string): Kind {
  return { id: `national-id/${name}`, title, edpb: ['n'], meaning, identifies: 'one person' };
}

/** A number under which a health service keeps one person's records: `health-id/us-mbi`. */
export function healthId(name: string, title: string, meaning: string): Kind {
  return { id: `health-id/${name}`, title, edpb: ['n', 'k'], meaning, identifies: 'one person' };
}

/** A number of a business or another body, which registers publish: `organisation/us-ein`. */
export function organisation(name: string, title: string, meaning: string): Kind {
  return { id: `organisation/${name}`, title, edpb: [], meaning, identifies: 'nobody' };
}
