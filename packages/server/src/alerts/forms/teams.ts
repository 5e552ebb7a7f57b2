// Teams' workflows («when a Teams webhook request is received»): a message with an Adaptive Card. At most 28 KB.
// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
import type { AlertView, TopicView } from './alert-view.ts';

type Element = Readonly<Record<string, unknown>>;

/** 1.4 is what Teams shows on phones too. */
const CARD_VERSION = '1.4';

export function teamsMessage(view: AlertView): object {
  const isAlone = view.topics.length === 1;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: CARD_VERSION,
    msteams: { width: 'Full' },
    body: [
      text(view.heading, { size: 'Large', weight: 'Bolder', color: colourOf(view) }),
      ...view.lines.map((line) => text(line)),
      ...view.topics.flatMap((topic) => topicElements(topic, view.colon, isAlone)),
      ...view.after.map((line) => text(line, { isSubtle: true, size: 'Small' })),
    ],
    actions: [{ type: 'Action.OpenUrl', title: view.open.label, url: view.open.url }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function topicElements({ heading, why, facts, url }: TopicView, colon: string, isAlone: boolean): Element[] {
  const open = { type: 'Action.OpenUrl', url };
  return [
    ...(isAlone ? [] : [{ ...text(heading, { weight: 'Bolder', selectAction: open }), separator: true }]),
    ...(why === '' ? [] : [text(why)]),
    ...facts.map(({ name, value }) => block([run(`${name}${colon}`, { weight: 'Bolder' }), run(value)])),
  ];
}

function colourOf({ topics: [worst] }: AlertView): string {
  if (worst?.level === 'critical' || worst?.level === 'high') return 'Attention';
  return worst?.level === 'medium' ? 'Warning' : 'Default';
}

function text(words: string, style: Element = {}): Element {
  return block([run(words, style)]);
}

/** Text blocks and facts read Markdown, so that a title could become a link; runs do not. */
function block(inlines: readonly Element[]): Element {
  return { type: 'RichTextBlock', inlines };
}

function run(words: string, style: Element = {}): Element {
  return { type: 'TextRun', text: words, ...style };
}
