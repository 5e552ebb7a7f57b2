// The thread at which rules are looked at for people: listed, checked, tried. Whoever browses is not kept waiting by thousands of rules, and
// what is watched is not either.
import { parentPort } from 'node:worker_threads';
import { mappedSource, readSite } from '@vigie/detect';
import { catalogueOf } from './catalogue.ts';
import { checkFile } from './check-file.ts';
import { compiledFor } from './compile-rules.ts';
import type { DeskAnswers, DeskOrder } from './rule-orders.ts';
import { splitDocuments } from './split-documents.ts';
import { tryRule } from './try-rule.ts';

export interface DeskQuestion {
  readonly number: number;
  readonly order: DeskOrder;
}

export interface DeskAnswer {
  readonly number: number;
  /** Not there where it failed: what was said may quote a rule. */
  readonly answer?: DeskAnswers[keyof DeskAnswers];
  readonly failed?: true;
}

let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ number, order }: DeskQuestion) => {
  turn = turn.then(async () => {
    const answer = await answerTo(order).then(
      (one): DeskAnswer => ({ number, answer: one }),
      (): DeskAnswer => ({ number, failed: true }),
    );
    parentPort?.postMessage(answer);
  });
});

async function answerTo(order: DeskOrder): Promise<DeskAnswers[keyof DeskAnswers]> {
  switch (order.what) {
    case 'catalogue': {
      const off = new Set(order.orders.off);
      return catalogueOf(await compiledFor(order.orders), (rule) => off.has(rule));
    }
    case 'text':
      return textOf(order);
    case 'check':
      return checkFile(order.orders, order.file);
    case 'fields': {
      const site = readSite(order.text);
      return 'fault' in site ? site : undefined;
    }
    case 'mapping': {
      const mapped = mappedSource(order.text);
      return 'source' in mapped
        ? undefined
        : { fault: mapped.faults.map(({ line, message }) => `line ${line}: ${message}`).join('; ') };
    }
    case 'try':
      return tryRule(order.orders, order.trial);
    default:
      return order satisfies never;
  }
}

/** The document of a rule, as it is written. */
async function textOf({ orders, rule }: DeskOrder & { readonly what: 'text' }): Promise<DeskAnswers['text']> {
  const { set, texts } = await compiledFor(orders);
  const abouts = [...set.rules, ...set.correlations, ...set.off].map(({ about }) => about);
  const path = [...abouts, ...set.filters].find((about) => about.rule === rule)?.path;
  const fault = set.faults.find((one) => [one.rule, one.title, one.path].includes(rule))?.path;
  const text = texts.find(({ origin }) => origin.path === (path ?? fault))?.text;
  if (text === undefined) return undefined;
  const parts = splitDocuments(text);
  const own = parts.find((part) => part.text.includes(rule));
  return { text: (own ?? { text }).text.trim() };
}
