// The touch that every session begins with: somebody connected, where nobody has a reason to.
import { datastoreEvent } from '@vigie/detect';
import type { Asked, Decoy } from './decoy.ts';

export function networkTouch({ product }: Pick<Decoy, 'product'>): Asked {
  return {
    intent: 'connect',
    words: 'connected',
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity: 'connect',
        product,
        service: 'decoy',
        outcome: 'success',
      }),
  };
}
