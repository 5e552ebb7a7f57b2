// Closing an exposed store so that nothing is lost: first its state and its logs, then the door, then a look from outside.
import type { ExposedStore } from './exposed-store.ts';
import type { PlanTarget, PlanTask } from './plan.ts';
import { evidenceOf, type StoreEvidence } from './store-evidence.ts';

/** Five tasks a store, store by store; without a store, those that hold for any. */
export function containTasks(stores: readonly ExposedStore[]): PlanTask[] {
  if (stores.length === 0) return tasksOf('the store', evidenceOf(''), undefined);
  return stores.flatMap((store) => {
    const evidence = evidenceOf(store.product);
    return tasksOf(`${store.product} at ${placeOf(store)}`, evidence, store);
  });
}

/** Address and port, an IPv6 address in brackets. */
export function placeOf({ address, port }: Pick<ExposedStore, 'address' | 'port'>): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function tasksOf(name: string, evidence: StoreEvidence, store: ExposedStore | undefined): PlanTask[] {
  const place = store === undefined ? 'store' : placeOf(store);
  const common = {
    phase: 'contain',
    due: 'at once',
    owed: 'yes',
    references: [{ name: `${evidence.title}, the vendor's page`, url: evidence.reference }],
    ...(store === undefined ? {} : { on: targetOf(store) }),
  } as const;
  return [
    {
      ...common,
      id: `contain/snapshot/${place}`,
      title: `Take a snapshot of ${name}, before anything on it is changed`,
      owner: 'engineer',
      why: 'What strangers could see, and what they may have changed, has to be proved later.',
      how: [
        ...evidence.snapshot,
        'A large copy need not be finished before strangers are cut off at the firewall, which changes nothing on it.',
        'Keep it encrypted, readable by few, with its SHA-256.',
      ],
    },
    {
      ...common,
      id: `contain/logs/${place}`,
      title: `Save the logs of ${name} before their time is over`,
      owner: 'engineer',
      why: evidence.lost,
      how: [...evidence.logs, 'Write down for each file its SHA-256, when, by whom, and from where it was taken.'],
    },
    {
      ...common,
      id: `contain/limit/${place}`,
      title: `Cut ${name} off from strangers at the firewall, and leave it running`,
      owner: 'engineer',
      why: 'The way in has to be closed, but a restart wipes what its memory tells of who was there.',
      how: [
        'Allow the application hosts only, in the firewall or security group.',
        'Do not restart it, and change nothing on it yet.',
      ],
    },
    {
      ...common,
      id: `contain/close/${place}`,
      title: `Close ${name} for good`,
      owner: 'engineer',
      why: store?.remedies[0]?.summary ?? 'A rule of the firewall is one change away from falling.',
      how: closingSteps(store),
      references: store?.remedies.map(({ summary, reference }) => ({ name: summary, url: reference })) ?? [],
    },
    {
      ...common,
      id: `contain/check/${place}`,
      title: `Check from outside that ${name} is closed`,
      owner: 'responder',
      due: 'right after it was closed',
      why: 'Closed is what refuses the same question, not what was configured.',
      how: [
        store === undefined ? 'Scan it again with vigie scan.' : `vigie scan ${store.address} --ports ${store.port}`,
        ...(store?.remedies.map(({ verify }) => verify) ?? []),
      ],
    },
  ];
}

function closingSteps(store: ExposedStore | undefined): string[] {
  const steps = store?.remedies.flatMap(({ steps: each }) => each) ?? [];
  return steps.length > 0
    ? [...new Set(steps)]
    : ['Ask for a login, give each application one of its own, and listen on internal addresses only.'];
}

function targetOf({ product, address, port }: ExposedStore): PlanTarget {
  return { kind: 'store', product, address, port };
}
