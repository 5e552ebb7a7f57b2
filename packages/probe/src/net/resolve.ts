// Names to addresses, once: what a name meant when the scan began is what is scanned.
import { lookup } from 'node:dns/promises';
import type { Resolve } from '../targets.ts';

/** The system's own resolver, hosts file included. */
export const resolveBySystem: Resolve = async (name) => {
  try {
    const found = await lookup(name, { all: true, order: 'verbatim' });
    return [...new Set(found.map((entry) => entry.address))];
  } catch {
    // The caller names the target that did not resolve; the resolver's own code adds nothing a user can act on.
    return undefined;
  }
};
