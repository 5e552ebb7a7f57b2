// What a store holds: containers, collections, columns. Never values.
import { Fragment } from 'react';
import type { Inventory } from '../../api/shapes/watch.ts';
import { useFormat, useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';
import { Note } from '../note.tsx';

/** More than this is behind a button of the browser's own, so that a store with thousands of tables opens at once. */
const SHOWN_COLUMNS = 200;

export function InventoryTree({ inventory }: { inventory: Inventory | undefined }) {
  const { watch } = useWords();
  if (inventory === undefined || inventory.containers.length === 0) {
    return <p className="empty soft">{watch.store.inventoryNone}</p>;
  }
  return (
    <div className="inventory">
      {inventory.truncated && <Note signal="amber">{watch.store.inventoryCut}</Note>}
      {inventory.containers.map((container) => (
        <section key={container.name} aria-label={container.name}>
          <h3 className="inventory-name">{container.name}</h3>
          <ul>
            {container.collections.map((collection) => (
              <li key={collection.name}>
                <CollectionEntry collection={collection} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Collection = Inventory['containers'][number]['collections'][number];

function CollectionEntry({ collection }: { collection: Collection }) {
  const { domain } = useWords();
  const format = useFormat();
  const kinds = [...new Set(collection.columns.flatMap((column) => column.kinds))];
  return (
    <details className="inventory-entry">
      <summary>
        <span className="mono">{collection.name}</span>
        <span className="row">
          {kinds.slice(0, 3).map((kind) => (
            <Badge key={kind}>{domain.kind(kind)}</Badge>
          ))}
        </span>
        <span className="number soft">
          {collection.rows === undefined ? '' : domain.rows(collection.rows)}
          {collection.bytes === undefined ? '' : ` · ${format.bytes(collection.bytes)}`}
        </span>
      </summary>
      <dl className="facts inventory-columns">
        {collection.columns.slice(0, SHOWN_COLUMNS).map((column) => (
          <Fragment key={column.name}>
            <dt className="mono">{column.name}</dt>
            <dd>
              <span className="soft mono">{column.type}</span>{' '}
              {column.kinds.map((kind) => (
                <Badge key={kind}>{domain.kind(kind)}</Badge>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
