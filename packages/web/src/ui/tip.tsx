// A word of explanation that appears on hover and on focus.
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** Shows `says` beside its child; the child must take a ref and events (a DOM element does). */
export function Tip({ says, children }: { says: string; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="floating">
          <Tooltip.Popup className="tip">{says}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
