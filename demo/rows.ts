// Log rows as a chat service might write them, with all that should not be in a log: chats, searches, keys, addresses.
import { type Chance, createChance } from './chance.ts';
import { CHATS, SEARCHES } from './chats.ts';
import { type MadePerson, makePeople } from './people.ts';

export interface LogRow {
  readonly timestamp: string;
  readonly service: string;
  readonly level: string;
  readonly trace_id: string;
  readonly span_name: string;
  readonly message: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const HEX = '0123456789abcdef';
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const START = Date.UTC(2026, 0, 6);
const SPAN_MS = 20 * 24 * 60 * 60 * 1000;

/**
 * @param count rows
 * @param people how many they are about
 */
export function* makeRows(count: number, people: number, seed: number): Generator<LogRow> {
  const chance = createChance(seed);
  const everybody = makePeople(people, chance);
  for (let at = 0; at < count; at++) {
    // Everybody comes at least once, so that the number of people is known.
    const person = everybody[at < people ? at : chance.below(people)];
    if (person === undefined) return;
    const kind = at < people ? signUp : KINDS[chance.below(KINDS.length)];
    const { service, level = 'info', span, message, attributes = {} } = (kind ?? heartbeat)(person, chance);
    yield {
      timestamp: new Date(START + Math.floor((SPAN_MS * at) / count)).toISOString().slice(0, 19).replace('T', ' '),
      service,
      level,
      trace_id: chance.letters(HEX, 32),
      span_name: span,
      message,
      attributes,
    };
  }
}

interface Made {
  readonly service: string;
  readonly level?: string;
  readonly span: string;
  readonly message: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

function signUp({ account, email, name, phone, address, ip }: MadePerson): Made {
  return {
    service: 'accounts',
    span: 'POST /v1/accounts',
    message: 'account created',
    attributes: { account, email, name, ...(phone === undefined ? {} : { phone }), address, 'client.ip': ip },
  };
}

function chat({ account, language }: MadePerson, chance: Chance): Made {
  const { question, answer } = chance.pick(CHATS[language]);
  const messages = [
    { role: 'system', content: 'You are a helpful assistant.' },
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ];
  return {
    service: 'chat-api',
    span: 'POST /v1/chat/completions',
    message: JSON.stringify({ model: 'chat-2', stream: false, messages }),
    attributes: { account, 'http.status': '200', conversation: chance.letters(HEX, 16) },
  };
}

function search({ account, ip }: MadePerson, chance: Chance): Made {
  const query = chance.pick(SEARCHES);
  return {
    service: 'search',
    span: 'GET /v1/search',
    message: `search_query="${query}" results=${chance.below(200)}`,
    attributes: { account, search_query: query, 'client.ip': ip },
  };
}

/** Keys that the service uses upstream: few, and seen often. */
const KEYS = 12;

function keyOf(at: number): string {
  const own = createChance(1000 + at);
  return `sk-${own.letters(ALNUM, 20)}T3BlbkFJ${own.letters(ALNUM, 20)}`;
}

function keyed({ account }: MadePerson, chance: Chance): Made {
  const key = keyOf(chance.below(KEYS));
  return {
    service: 'gateway',
    level: 'debug',
    span: 'proxy upstream',
    message: `upstream request authorization="Bearer ${key}" status=200`,
    attributes: { account, upstream: 'https://api.openai.com/v1/responses' },
  };
}

function refused({ email, ip }: MadePerson, chance: Chance): Made {
  return {
    service: 'accounts',
    level: 'warn',
    span: 'POST /v1/sessions',
    message: `login failed for ${email} from ${ip}: wrong password (${1 + chance.below(4)} of 5)`,
  };
}

function heartbeat(_person: MadePerson, chance: Chance): Made {
  return {
    service: 'scheduler',
    span: 'tick',
    message: `queue depth ${chance.below(500)}, ${chance.below(20)} workers idle, lag ${chance.below(900)} ms`,
  };
}

const KINDS = [chat, chat, chat, search, search, keyed, refused, heartbeat, heartbeat, heartbeat] as const;
