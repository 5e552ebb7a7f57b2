// What the user may ask of `vigie watch`.
export const WATCH_FORMATS = ['text', 'ndjson'] as const;

export interface WatchWords {
  readonly rules: readonly string[];
  readonly ownRules: boolean;
  readonly site?: string;
  readonly source?: string;
  readonly mapping?: string;
  readonly from: 'start' | 'end';
  readonly poll: readonly string[];
  readonly listenSyslog?: Place;
  readonly listenHttp?: Place;
  readonly tokenFile?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly scope?: string;
  readonly passwordFile?: string;
  readonly state: string;
  readonly keyFile?: string;
  readonly tokenKeyFile?: string;
  readonly alertsPerDay: number;
  readonly timeZone: string;
  readonly format: (typeof WATCH_FORMATS)[number];
  readonly output?: string;
}

export interface Place {
  readonly host: string;
  readonly port: number;
}
