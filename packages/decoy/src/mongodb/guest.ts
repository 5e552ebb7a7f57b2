// Who asks the decoy MongoDB: the address's view of it, and its cursors.
import type { Setting } from '../decoy.ts';
import type { Cursors } from './cursors.ts';

export interface Guest {
  readonly setting: Setting;
  readonly cursors: Cursors;
}
