// A turn: one message of a conversation, whoever wrote it and in whatever format it was kept.

export type Speaker = 'user' | 'assistant' | 'system' | 'tool' | 'other';

export interface Turn {
  readonly speaker: Speaker;
  /** Id or name as given. Only for counting: it goes into no output. */
  readonly author?: string;
  readonly text: string;
  /** Milliseconds since 1970, where the message says it. */
  readonly at?: number;
}

/** Ids beside a conversation. Only for counting. */
export interface ConversationIds {
  readonly conversation: readonly string[];
  readonly user: readonly string[];
}

const SPEAKERS: ReadonlyMap<string, Speaker> = new Map<string, Speaker>([
  ...speakers(
    'user',
    'user human prompter customer client visitor end_user enduser end-user contact lead guest consumer',
  ),
  ...speakers(
    'user',
    'humanmessage humanmessagechunk usermessage utilisateur benutzer nutzer usuario usuário utente gebruiker',
  ),
  ...speakers('user', 'użytkownik kunde klant klient cliente 用户 用戶 客户 ユーザー 顧客 사용자 пользователь'),
  ...speakers(
    'assistant',
    'assistant ai bot model gpt chatgpt bard bing claude gemini agent chatbot aimessage aimessagechunk',
  ),
  ...speakers(
    'assistant',
    'assistantmessage support operator assistent asistente assistente asystent 助手 助理 客服 アシスタント ассистент',
  ),
  ...speakers('system', 'system developer systemmessage instructions context'),
  ...speakers(
    'tool',
    'tool function toolmessage functionmessage tool_call tool_result function_call ipython environment observation',
  ),
]);

function speakers(speaker: Speaker, names: string): [string, Speaker][] {
  return names.split(' ').map((name) => [name, speaker]);
}

/** Who speaks, from the word that a format uses for it (`human`, `prompter`, `AIMessage`), or undefined for other roles. */
export function speakerOf(role: unknown): Speaker | undefined {
  return typeof role === 'string' && role.length <= 24 ? SPEAKERS.get(role.toLowerCase()) : undefined;
}

/** Milliseconds since 1970 from seconds, milliseconds, microseconds or ISO 8601, or undefined where it is no time. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value === 'string') {
    if (value === '' || value.length > 40) return undefined;
    if (/^\d{9,19}(\.\d+)?$/.test(value)) return timeOf(Number(value));
    return /^\d{4}-\d\d-\d\d/.test(value) ? finite(Date.parse(value)) : undefined;
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 1e8) return undefined;
  if (value < 1e11) return value * 1000;
  if (value < 1e14) return value;
  return value < 1e17 ? value / 1000 : value / 1e6;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
