// Which store is meant, of those that were seen.
import { useMaybeAnswer } from '../api/queries.ts';
import { productName } from '../ui/domain/product.ts';
import { Select } from '../ui/select.tsx';

const NONE = '*';

interface StoreSelectProps {
  readonly label: string;
  readonly none: string;
  readonly hint?: string;
  readonly value: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

export function StoreSelect({ label, none, hint, value, onChoose }: StoreSelectProps) {
  const stores = useMaybeAnswer('listStores', { query: { limit: '200' } }).answer?.items ?? [];
  return (
    <Select<string>
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value ?? NONE}
      choices={[
        { value: NONE, label: none },
        ...stores.map(({ id, address, port, product }) => ({
          value: id,
          label: `${productName(product)} ${address}:${port}`,
        })),
      ]}
      onChoose={(id) => onChoose(id === NONE ? undefined : id)}
    />
  );
}
