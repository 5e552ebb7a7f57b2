// Tous les messages en français.
import type { en } from '../en/index.ts';
import { behaviour } from './behaviour.ts';
import { cases } from './cases.ts';
import { channels } from './channels.ts';
import { domain } from './domain.ts';
import { entry } from './entry.ts';
import { facts } from './facts.ts';
import { frame } from './frame.ts';
import { letters } from './letters.ts';
import { notices } from './notices.ts';
import { room } from './room.ts';
import { ruleBook } from './rule-book.ts';
import { titles } from './rules/titles.ts';
import { watch } from './watch.ts';
import { watching } from './watching.ts';
import { workspace } from './workspace.ts';

export const fr: typeof en = {
  frame,
  domain,
  entry,
  watch,
  cases,
  facts,
  notices,
  letters,
  room,
  rules: { titles },
  workspace,
  watching,
  behaviour,
  ruleBook,
  channels,
};
