// MQTT packets: what a client that only asks needs of 3.1.1 and 5.0. https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/ and /v5.0/
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** The protocol level of CONNECT (3.1.2.2): 4 is MQTT 3.1.1, 5 is MQTT 5.0. */
export type MqttLevel = 4 | 5;

/** The protocol allows 256 MB in a packet; replies to our questions are short, and a longer one only fills memory. */
const MAX_PACKET = 64 * 1024;

/** Packet types (2.2.1), in the upper half of the first byte. */
const CONNACK = 2;
const PUBLISH = 3;
const SUBACK = 9;
const PINGRESP = 13;

export type MqttPacket =
  | { readonly type: 'connack'; readonly code: number }
  /** One code for each filter: the granted quality of service, or 0x80 and above for a refusal. */
  | { readonly type: 'suback'; readonly codes: readonly number[] }
  | { readonly type: 'publish'; readonly topic: string; readonly payload: string }
  | { readonly type: 'pong' }
  | { readonly type: 'other' };

/** A login without name, password and will, for a session that ends with its connection (3.1). */
export function mqttConnect(level: MqttLevel, clientId: string): Uint8Array {
  const cleanSession = 0x02;
  const keepAliveSeconds = 30;
  const body = new ByteWriter().string16('MQTT').u8(level).u8(cleanSession).u16(keepAliveSeconds);
  if (level === 5) body.u8(0);
  return packet(0x10, body.string16(clientId));
}

/** Asks for subscriptions (3.8), each with its quality of service. */
export function mqttSubscribe(level: MqttLevel, filters: readonly (readonly [string, number])[]): Uint8Array {
  const body = new ByteWriter().u16(1);
  if (level === 5) body.u8(0);
  for (const [filter, quality] of filters) body.string16(filter).u8(quality);
  return packet(0x82, body);
}

export const MQTT_PING: Uint8Array = Uint8Array.of(0xc0, 0);
export const MQTT_DISCONNECT: Uint8Array = Uint8Array.of(0xe0, 0);

/** One packet of a server. */
export function mqttPacket(level: MqttLevel): Frame<MqttPacket> {
  return frameOf((reader) => {
    const head = reader.u8();
    const length = reader.varuint();
    reader.expect(length <= MAX_PACKET);
    return parseWhole(reader.bytes(length), (body) => readBody(head, body, level)) ?? reader.fail();
  });
}

function readBody(head: number, body: ByteReader, level: MqttLevel): MqttPacket {
  switch (head >> 4) {
    case CONNACK:
      body.expect(head === 0x20);
      return readConnack(body);
    case PUBLISH:
      return readPublish(head, body, level);
    case SUBACK:
      body.skip(2);
      if (level === 5) body.skip(body.varuint());
      return { type: 'suback', codes: [...body.bytes(body.left)] };
    case PINGRESP:
      return { type: 'pong' };
    default:
      return { type: 'other' };
  }
}

/** The same start in both versions (3.2): a server answers in its own, also to a client of the other. */
function readConnack(body: ByteReader): MqttPacket {
  const sessionPresent = body.u8();
  const code = body.u8();
  const isVersion5 = body.left > 0;
  body.expect(sessionPresent <= 1 && (isVersion5 ? code === 0 || code >= 0x80 : code <= 5));
  return { type: 'connack', code };
}

function readPublish(head: number, body: ByteReader, level: MqttLevel): MqttPacket {
  const topic = body.utf8(body.u16());
  const hasPacketId = (head & 0x06) !== 0;
  if (hasPacketId) body.skip(2);
  if (level === 5) body.skip(body.varuint());
  return { type: 'publish', topic, payload: body.utf8(body.left) };
}

function packet(head: number, body: ByteWriter): Uint8Array {
  const bytes = body.build();
  return new ByteWriter().u8(head).varuint(bytes.length).bytes(bytes).build();
}
