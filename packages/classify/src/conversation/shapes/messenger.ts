// Messages between people in the exports and webhooks of messengers: Discord (DiscordChatExporter: {author: {id, name},
// content, timestamp}), Meta's data download ({sender_name, timestamp_ms, content}), WhatsApp's cloud webhook
// ({from, type: "text", text: {body}}), Google Chat's Takeout ({creator: {name}, created_date, text}), Matrix events
// ({type: "m.room.message", sender, content: {body}}).
import { idAt, isObject, type JsonObject } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { type Turn, timeOf } from '../turn.ts';

export const messenger: Shape = {
  id: 'messenger',
  title: 'messages between people',
  source:
    'https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks, https://spec.matrix.org/latest/client-server-api/#mroommessage',
  keys: ['messages', 'chunk', 'sender_name', 'room_id', 'content', 'creator', 'events'],
  strength: 'known',
  read(value) {
    const alone = message(value);
    if (alone !== undefined) return [alone];
    for (const key of ['messages', 'chunk', 'events']) {
      const turns = turnsOf(value[key], message);
      if (turns.length > 0) return turns;
    }
    return [];
  },
  message,
};

function message(value: JsonObject): Turn | undefined {
  return matrix(value) ?? meta(value) ?? whatsapp(value) ?? discord(value) ?? googleChat(value);
}

function matrix(value: JsonObject): Turn | undefined {
  if (value.type !== 'm.room.message' || !isObject(value.content) || typeof value.content.body !== 'string')
    return undefined;
  return turn('other', value.content.body, idAt(value, 'sender'), timeOf(value.origin_server_ts));
}

function meta(value: JsonObject): Turn | undefined {
  if (typeof value.sender_name !== 'string' || typeof value.content !== 'string' || value.timestamp_ms === undefined)
    return undefined;
  return turn('other', value.content, value.sender_name, timeOf(value.timestamp_ms));
}

function whatsapp(value: JsonObject): Turn | undefined {
  if (value.type !== 'text' || !isObject(value.text) || typeof value.text.body !== 'string') return undefined;
  return turn('other', value.text.body, idAt(value, 'from'), timeOf(value.timestamp));
}

function discord(value: JsonObject): Turn | undefined {
  const author = value.author;
  if (!isObject(author) || typeof value.content !== 'string' || value.timestamp === undefined) return undefined;
  const id = idAt(author, 'id') ?? idAt(author, 'name');
  return id === undefined || value.id === undefined
    ? undefined
    : turn(author.isBot === true ? 'assistant' : 'other', value.content, id, timeOf(value.timestamp));
}

function googleChat(value: JsonObject): Turn | undefined {
  if (!isObject(value.creator) || typeof value.text !== 'string') return undefined;
  return turn(
    'other',
    value.text,
    idAt(value.creator, 'email') ?? idAt(value.creator, 'name'),
    timeOf(value.created_date),
  );
}
