// A term of a list of facts with several texts, of which some are addresses; nothing where there are none.
import { SafeLink } from './safe-link.tsx';

export function LinkList({ label, items }: { label: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd lang="en">
        {items.map((item) => (
          <div key={item}>
            <SafeLink address={item} />
          </div>
        ))}
      </dd>
    </>
  );
}
