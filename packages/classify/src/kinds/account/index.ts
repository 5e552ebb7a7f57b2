// Accounts of people: all finders of this folder.
import type { Finder } from '../../finder.ts';
import { userIdFinder } from './user-id.ts';
import { usernameFinder } from './username.ts';

export const ACCOUNT_FINDERS: readonly Finder[] = [userIdFinder, usernameFinder];
