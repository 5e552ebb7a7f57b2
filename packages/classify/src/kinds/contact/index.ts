// How a person is reached, and when they were born: all finders of this folder.
import type { Finder } from '../../finder.ts';
import { birthDateFinder } from './birth-date.ts';
import { emailFinder } from './email.ts';
import { phoneFinder } from './phone.ts';

export const CONTACT_FINDERS: readonly Finder[] = [emailFinder, phoneFinder, birthDateFinder];
