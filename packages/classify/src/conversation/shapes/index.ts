// All shapes, in the order in which they are tried: those that hold others first.
import type { Shape } from '../shape.ts';
import { aiSdk } from './ai-sdk.ts';
import { anthropicAnswer, anthropicRequest } from './anthropic.ts';
import { chatgptExport } from './chatgpt-export.ts';
import { claudeExport } from './claude-export.ts';
import { customerChat } from './customer-chat.ts';
import { emailThread } from './email-thread.ts';
import { gemini } from './gemini.ts';
import { langchain } from './langchain.ts';
import { librechat } from './librechat.ts';
import { llamaindex } from './llamaindex.ts';
import { messenger } from './messenger.ts';
import { openAssistant } from './open-assistant.ts';
import { openWebui } from './open-webui.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiChoices } from './openai-choices.ts';
import { openaiResponses } from './openai-responses.ts';
import { otelGenai } from './otel-genai.ts';
import { promptCompletion } from './prompt-completion.ts';
import { requestResponse } from './request-response.ts';
import { sharegpt } from './sharegpt.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { telegram } from './telegram.ts';

export const SHAPES: readonly Shape[] = [
  requestResponse,
  chatgptExport,
  openWebui,
  llamaindex,
  anthropicRequest,
  anthropicAnswer,
  telegram,
  slack,
  teams,
  librechat,
  openaiChat,
  openaiChoices,
  openaiResponses,
  gemini,
  langchain,
  sharegpt,
  openAssistant,
  otelGenai,
  aiSdk,
  claudeExport,
  messenger,
  customerChat,
  emailThread,
  promptCompletion,
];
