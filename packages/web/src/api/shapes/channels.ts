// Channels of alerts: as the API answers.
import type { AnswerOf } from '@vigie/server/api';

export type Channel = AnswerOf<'listChannels'>['items'][number];
export type ChannelKind = Channel['kind'];
export type QuietHours = NonNullable<Channel['quietHours']>;
export type WeekDay = QuietHours['stretches'][number]['days'][number];

/** The order in which pages show them; the types hold them to the API's words. */
export const CHANNEL_KINDS = ['mail', 'slack', 'teams', 'webhook'] as const satisfies readonly ChannelKind[];
export const WEEK_DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly WeekDay[];
