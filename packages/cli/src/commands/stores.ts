// `vigie stores`: every product that Vigie knows, with ports and what it can tell of it.
import { STORES, type StoreDefinition } from '@vigie/probe';
import { Command, Option } from 'commander';
import type { World } from '../world.ts';

export function storesCommand(world: World): Command {
  return new Command('stores')
    .description('List every product that Vigie knows, with its default ports and what it can tell of it.')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: 'text' | 'json' }) => {
      await world.out.write(format === 'json' ? storesJson() : storesText());
    });
}

function storesJson(): string {
  const stores = STORES.map(({ products, ports, tells, protocol, testedAgainst, rules }) => ({
    products,
    ports: ports.map(({ port, transport, tls }) => ({ port, transport, tls: tls === true })),
    tells,
    protocol,
    testedAgainst,
    rules: rules.map(({ id, severity, title }) => ({ id, severity, title })),
  }));
  return `${JSON.stringify({ schema: 'vigie.stores/1', stores }, null, 2)}\n`;
}

function storesText(): string {
  const rows = byTitle().map((store) => [
    store.products.map((product) => product.title).join(', '),
    portsText(store),
    store.tells.join(' '),
    store.testedAgainst,
  ]);
  const header = ['PRODUCT', 'DEFAULT PORTS', 'TELLS', 'TESTED AGAINST'];
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\nA product is recognised on any port; these are the ones that are looked at without --ports.\n`;
}

function byTitle(): StoreDefinition[] {
  return [...STORES].sort((a, b) => a.products[0].title.localeCompare(b.products[0].title, 'en'));
}

function portsText(store: StoreDefinition): string {
  return store.ports.map(({ port, tls }) => (tls ? `${port} (TLS)` : String(port))).join(', ');
}
