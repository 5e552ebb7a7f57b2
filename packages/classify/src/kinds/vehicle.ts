// Kinds of a vehicle's numbers.
import type { Kind } from '../kind.ts';

export const LICENCE_PLATE: Kind = {
  id: 'vehicle/licence-plate',
  title: 'Licence plate',
  edpb: ['n'],
  meaning: 'Whoever can ask a register or sees the car in the street learns whose it is and where that person goes.',
  identifies: 'about',
};
