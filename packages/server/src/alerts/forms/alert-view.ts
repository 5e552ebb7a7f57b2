// A message as people read it, whatever its form: words in the channel's language, times on its wall, links to the platform's pages.
import type { Alert, AlertTopic } from '../alert.ts';
import { plain } from './plain.ts';
import { ALERT_WORDS, type AlertWords, type ChannelLanguage } from './words.ts';

/** What a message is written for. */
export interface Reader {
  readonly language: ChannelLanguage;
  /** IANA. */
  readonly timeZone: string;
  /** Where the platform's pages are. */
  readonly origin: string;
  readonly channel: string;
}

export interface TopicView {
  readonly level: AlertTopic['level'];
  readonly heading: string;
  readonly why: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly url: string;
}

export interface AlertView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly topics: readonly TopicView[];
  readonly after: readonly string[];
  readonly open: { readonly label: string; readonly url: string };
  /** Between a name and what it has. */
  readonly colon: string;
}

const LONGEST_TITLE = 120;
const LONGEST_STORE = 120;
const LONGEST_WHY = 1000;
/** Where several share a message that may be 28 KB long. */
const LONGEST_SHARED_WHY = 300;
const LONGEST_CHANNEL = 100;

export function detectionUrl(origin: string, id: string): string {
  return `${origin}/detections/${id}`;
}

export function viewOf(alert: Alert, reader: Reader): AlertView {
  const words = ALERT_WORDS[reader.language];
  const after = [words.from(plain(reader.channel, LONGEST_CHANNEL))];
  const { colon } = words;
  if (alert.kind === 'test') {
    const open = { label: words.openChannels, url: `${reader.origin}/channels` };
    return { heading: words.test, lines: [words.testText], topics: [], after, open, colon };
  }
  const [first, ...rest] = alert.topics;
  if (first === undefined) throw new Error('a message has no topic');
  if (rest.length === 0 && alert.others.topics === 0) {
    const topic = topicView(first, words, reader, LONGEST_WHY);
    return {
      heading: topic.heading,
      lines: [],
      topics: [topic],
      after,
      open: { label: words.open, url: topic.url },
      colon,
    };
  }
  const detections = alert.topics.reduce((sum, { count }) => sum + count, alert.others.detections);
  const begun = alert.topics.map(({ firstAt }) => firstAt).sort()[0] ?? first.firstAt;
  const others = alert.others.topics > 0 ? [words.others(alert.others.detections, alert.others.topics)] : [];
  return {
    heading: words.together(detections, words.levels[first.level]),
    lines: [words.since(timeIn(begun, reader))],
    topics: alert.topics.map((topic) => topicView(topic, words, reader, LONGEST_SHARED_WHY)),
    after: [...others, ...after],
    open: { label: words.openAll, url: `${reader.origin}/detections` },
    colon,
  };
}

function topicView(topic: AlertTopic, words: AlertWords, reader: Reader, longestWhy: number): TopicView {
  const { level, title, why, store, count, firstAt, lastAt, detection } = topic;
  const last = timeIn(lastAt, reader);
  const first = timeIn(firstAt, reader);
  return {
    level,
    heading: `${words.levels[level]}${words.colon}${plain(title, LONGEST_TITLE)}`,
    why: plain(why, longestWhy),
    facts: [
      { name: words.store, value: store === undefined ? words.noStore : plain(store, LONGEST_STORE) },
      { name: words.time, value: first === last ? last : `${first} – ${last}` },
      ...(count === 1 ? [] : [{ name: words.count, value: words.times(count) }]),
    ],
    url: detectionUrl(reader.origin, detection),
  };
}

function timeIn(at: string, { language, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}
