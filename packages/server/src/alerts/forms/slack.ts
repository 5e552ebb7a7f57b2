// Slack's incoming webhooks: blocks and, for notifications and screen readers, a line of text.
// https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks · https://docs.slack.dev/reference/block-kit/blocks
import type { AlertView, TopicView } from './alert-view.ts';
import { escapedWithin } from './plain.ts';

const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3000;
const LONGEST_FIELD = 2000;
const LONGEST_LABEL = 75;

type Block = Readonly<Record<string, unknown>>;

/**
 * Everything is plain text or verbatim, so that nothing that somebody wrote becomes a mention, a link or a picture; &, < and > are escaped
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export function slackMessage(view: AlertView): object {
  const isAlone = view.topics.length === 1;
  const blocks: Block[] = [
    { type: 'header', text: plainText(view.heading, LONGEST_HEADER) },
    ...view.lines.map((line) => ({ type: 'section', text: plainText(line, LONGEST_TEXT) })),
    ...view.topics.flatMap((topic) => topicBlocks(topic, isAlone)),
    {
      type: 'actions',
      elements: [{ type: 'button', text: plainText(view.open.label, LONGEST_LABEL), url: view.open.url }],
    },
    { type: 'context', elements: view.after.map((line) => plainText(line, LONGEST_TEXT)) },
  ];
  return { text: escapedWithin(view.heading, LONGEST_TEXT), blocks };
}

function topicBlocks({ heading, why, facts, url }: TopicView, isAlone: boolean): Block[] {
  const fields = facts.map(({ name, value }) => ({
    type: 'mrkdwn',
    text: `*${escapedWithin(name, LONGEST_LABEL)}*\n${escapedWithin(value, LONGEST_FIELD - LONGEST_LABEL * 2)}`,
    verbatim: true,
  }));
  const reason = why === '' ? [] : [{ type: 'section', text: plainText(why, LONGEST_TEXT) }];
  if (isAlone) return [...reason, { type: 'section', fields }];
  const link = `<${url}|${escapedWithin(heading.replaceAll('|', '/'), LONGEST_FIELD)}>`;
  const title = { type: 'section', text: { type: 'mrkdwn', text: `*${link}*`, verbatim: true }, fields };
  return [{ type: 'divider' }, title, ...reason];
}

function plainText(text: string, longest: number): Block {
  return { type: 'plain_text', text: escapedWithin(text, longest), emoji: false };
}
