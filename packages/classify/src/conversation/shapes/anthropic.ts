// Anthropic messages: the request with its system text beside the messages, and the answer {type: "message", role, content
// blocks, stop_reason}. https://docs.anthropic.com/en/api/messages
import { contentText } from '../content.ts';
import { isList } from '../foreign-json.ts';
import { type Shape, turn, turnsOf } from '../shape.ts';
import { speakerOf, type Turn } from '../turn.ts';
import { roleMessage } from './role-message.ts';

export const anthropicRequest: Shape = {
  id: 'anthropic-request',
  title: 'Anthropic messages',
  source: 'https://docs.anthropic.com/en/api/messages',
  keys: ['system', 'anthropic_version'],
  strength: 'known',
  read(value) {
    const turns = turnsOf(value.messages, roleMessage);
    if (turns.length === 0) return [];
    const system = turn('system', contentText(value.system));
    return system === undefined ? turns : [system, ...turns];
  },
};

export const anthropicAnswer: Shape = {
  id: 'anthropic-answer',
  title: 'Anthropic answer',
  source: 'https://docs.anthropic.com/en/api/messages',
  keys: ['stop_reason'],
  strength: 'known',
  read(value) {
    const speaker = speakerOf(value.role);
    const one: Turn | undefined =
      value.type === 'message' && speaker !== undefined && isList(value.content)
        ? turn(speaker, contentText(value.content))
        : undefined;
    return one === undefined ? [] : [one];
  },
};
