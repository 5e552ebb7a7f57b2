// Vercel's AI SDK: UIMessage {id, role, parts: [{type: "text", text}], metadata}, alone, in a list, or as {messages}.
// https://ai-sdk.dev/docs/reference/ai-sdk-core/ui-message
import { isList } from '../foreign-json.ts';
import type { Shape } from '../shape.ts';
import { roleMessage } from './role-message.ts';

export const aiSdk: Shape = {
  id: 'ai-sdk',
  title: 'AI SDK message',
  source: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/ui-message',
  keys: ['parts'],
  strength: 'known',
  read(value) {
    const alone = isList(value.parts) ? roleMessage(value) : undefined;
    return alone === undefined ? [] : [alone];
  },
  message: (value) => (isList(value.parts) ? roleMessage(value) : undefined),
};
