// Conversations of customers with a help desk: Intercom ({source, conversation_parts: {conversation_parts: [{author: {type},
// body}]}}), Zendesk ({comments: [{author_id, body, public}]}), Cohere and Dialogflow bots.
import { idAt, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn, timeOf } from '../turn.ts';

export const customerChat: Shape = {
  id: 'customer-chat',
  title: 'customer conversation',
  source:
    'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations, https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/',
  keys: ['conversation_parts', 'comments', 'chat_history', 'queryResult'],
  strength: 'known',
  read(value) {
    const parts = isObject(value.conversation_parts)
      ? value.conversation_parts.conversation_parts
      : value.conversation_parts;
    const first = isObject(value.source) ? part(value.source) : undefined;
    const turns = turnsOf(parts, part);
    if (turns.length > 0) return first === undefined ? turns : [first, ...turns];
    const comments = turnsOf(value.comments, comment);
    if (comments.length > 0) return comments;
    const cohere = turnsOf(value.chat_history, cohereMessage);
    return cohere.length > 0 ? [...cohere, ...some(turn('user', stringOr(value.message)))] : dialogflow(value);
  },
};

function part(value: JsonObject): Turn | undefined {
  if (!isObject(value.author) || typeof value.body !== 'string') return undefined;
  const speaker = value.author.type === 'admin' ? 'assistant' : (speakerOf(value.author.type) ?? 'other');
  return turn(
    speaker,
    value.body.slice(0, 1 << 20).replace(/<[^<>]{0,500}>/g, ' '),
    idAt(value.author, 'id'),
    timeOf(value.created_at),
  );
}

function comment(value: JsonObject): Turn | undefined {
  if (value.author_id === undefined || typeof value.body !== 'string' || typeof value.public !== 'boolean')
    return undefined;
  return turn('other', value.body, idAt(value, 'author_id'), timeOf(value.created_at));
}

function cohereMessage(value: JsonObject): Turn | undefined {
  const speaker = speakerOf(value.role);
  return speaker !== undefined && typeof value.message === 'string' ? turn(speaker, value.message) : undefined;
}

function dialogflow(value: JsonObject): readonly Turn[] {
  const result = value.queryResult;
  if (!isObject(result) || typeof result.queryText !== 'string') return [];
  return [...some(turn('user', result.queryText)), ...some(turn('assistant', stringOr(result.fulfillmentText)))];
}

function stringOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function some(one: Turn | undefined): readonly Turn[] {
  return one === undefined ? [] : [one];
}
