// The words around what a message tells, in the language of its channel.
import type { Level } from '@vigie/detect';

export type ChannelLanguage = 'en' | 'fr';

export interface AlertWords {
  readonly levels: Readonly<Record<Level, string>>;
  readonly times: (count: number) => string;
  /** Of messages that tell of several topics. */
  readonly together: (detections: number, level: string) => string;
  readonly since: (time: string) => string;
  readonly others: (detections: number, topics: number) => string;
  readonly store: string;
  readonly time: string;
  readonly count: string;
  readonly noStore: string;
  readonly open: string;
  readonly openAll: string;
  readonly openChannels: string;
  /** Between a name and what it has. */
  readonly colon: string;
  readonly test: string;
  readonly testText: string;
  readonly from: (channel: string) => string;
}

export const ALERT_WORDS: Readonly<Record<ChannelLanguage, AlertWords>> = {
  en: {
    levels: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', informational: 'Note' },
    times: (count) => `${count} times`,
    together: (detections, level) => `${detections} detections, the worst: ${level}`,
    since: (time) => `Since ${time}`,
    others: (detections, topics) =>
      `And ${detections} more ${detections === 1 ? 'detection' : 'detections'} of ${topics} ${topics === 1 ? 'kind' : 'kinds'}.`,
    store: 'Store',
    time: 'Time',
    count: 'Count',
    noStore: 'not known',
    open: 'Open the detection',
    openAll: 'Open the detections',
    openChannels: 'Open the channels',
    colon: ': ',
    test: 'Vigie: a test message',
    testText: 'This message shows that alerts of Vigie arrive here.',
    from: (channel) => `Sent by Vigie over the channel “${channel}”.`,
  },
  fr: {
    levels: { critical: 'Critique', high: 'Élevé', medium: 'Moyen', low: 'Faible', informational: 'Note' },
    times: (count) => `${count} fois`,
    together: (detections, level) => `${detections} détections, la plus grave : ${level}`,
    since: (time) => `Depuis le ${time}`,
    others: (detections, topics) =>
      `Et ${detections} ${detections === 1 ? 'autre détection' : 'autres détections'} de ${topics} ${topics === 1 ? 'sorte' : 'sortes'}.`,
    store: 'Base',
    time: 'Heure',
    count: 'Nombre',
    noStore: 'inconnue',
    open: 'Ouvrir la détection',
    openAll: 'Ouvrir les détections',
    openChannels: 'Ouvrir les canaux',
    colon: '\u00a0: ',
    test: 'Vigie : message d’essai',
    testText: 'Ce message montre que les alertes de Vigie arrivent ici.',
    from: (channel) => `Envoyé par Vigie par le canal « ${channel} ».`,
  },
};
