// `cidr`: the field is an address in the network, IPv4 or IPv6.
import { quoted, Rejection } from '../sigma/rejection.ts';
import { parseNetwork } from '../values/network.ts';
import { eachValue } from './modifier.ts';

export const cidr = eachValue('cidr', (draft, state) => {
  const changed = state.before.filter((name) => name !== 'all' && name !== 'neq');
  if (changed.length > 0)
    throw new Rejection('modifier', `cidr takes values as written, not after ${changed.join('|')}`);
  const network = draft.kind === 'scalar' ? String(draft.value) : undefined;
  if (network === undefined || parseNetwork(network) === undefined) {
    throw new Rejection(
      'value',
      `${quoted(network ?? draft.kind)} is no network; write it as in 10.0.0.0/8 or fe80::/10`,
    );
  }
  return { kind: 'cidr', network };
});
