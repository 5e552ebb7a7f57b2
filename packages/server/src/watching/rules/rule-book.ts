// The rules of a room: what operations ask of them, and who is told when they are others. The catalogue is made once and kept until then.
import type { Room } from '../../room.ts';
import { createRuleDesk } from './rule-desk.ts';
import type { Catalogue, DeskAnswers, DeskOrder, RuleOrders, SiteFile, TrialOrder } from './rule-orders.ts';
import { readRuleOrders } from './rule-records.ts';

export interface RuleBook {
  orders(): Promise<RuleOrders>;
  catalogue(): Promise<Catalogue>;
  /** The document of a rule, as it is written. */
  textOf(rule: string): Promise<DeskAnswers['text']>;
  check(file: SiteFile): Promise<DeskAnswers['check']>;
  tryOut(trial: TrialOrder): Promise<DeskAnswers['try']>;
  /** Why a text of settings is not understood; undefined where it is. */
  faultIn(what: 'fields' | 'mapping', text: string): Promise<string | undefined>;
  /** Rules, lists or switches were changed: whoever evaluates them takes the new ones. Resolves once they do. */
  changed(): Promise<void>;
  /** The folders are read again. */
  readAgain(): Promise<void>;
  /** Calls back when rules are others; the caller says when they are taken. */
  follow(take: () => Promise<void>): void;
  close(): Promise<void>;
}

const books = new WeakMap<Room, RuleBook>();

/** The one of a room, which is made with the first question. */
export function ruleBookOf(room: Room): RuleBook {
  const known = books.get(room);
  if (known !== undefined) return known;
  const made = createRuleBook(room);
  books.set(room, made);
  return made;
}

function createRuleBook(room: Room): RuleBook {
  const desk = createRuleDesk();
  const followers: (() => Promise<void>)[] = [];
  let reading = 0;
  let catalogue: Promise<Catalogue> | undefined;

  const orders = () => readRuleOrders(room, reading);
  const changed = async () => {
    catalogue = undefined;
    for (const take of followers) await take();
  };
  const asked = async <What extends 'text' | 'check' | 'try'>(
    order: (orders: RuleOrders) => DeskOrder & { readonly what: What },
  ): Promise<DeskAnswers[What]> => desk.ask<What>(order(await orders()));

  return {
    orders,
    catalogue: () => {
      if (catalogue !== undefined) return catalogue;
      const mine = orders().then((now) => desk.ask<'catalogue'>({ what: 'catalogue', orders: now }));
      catalogue = mine;
      // What failed is tried again with the next question.
      mine.catch(() => {
        if (catalogue === mine) catalogue = undefined;
      });
      return mine;
    },
    textOf: (rule) => asked<'text'>((now) => ({ what: 'text', orders: now, rule })),
    check: (file) => asked<'check'>((now) => ({ what: 'check', orders: now, file })),
    tryOut: (trial) => asked<'try'>((now) => ({ what: 'try', orders: now, trial })),
    async faultIn(what, text) {
      return (await desk.ask<'fields' | 'mapping'>({ what, text }))?.fault;
    },
    changed,
    async readAgain() {
      reading += 1;
      await changed();
    },
    follow: (take) => followers.push(take),
    close: () => desk.close(),
  };
}
