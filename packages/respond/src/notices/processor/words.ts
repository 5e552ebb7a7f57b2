// What a language has to say in the notice of a processor to its customers. Its reader is whoever answers for data protection there.
import type { FactWords } from '../../facts/words/words.ts';
import type { Happening } from '../letters/happenings.ts';

/** Impacts on people, as in field 85 of the EDPB's notification template. */
export type Impact =
  | 'loss-of-control'
  | 'discrimination'
  | 'identity-theft'
  | 'fraud'
  | 'financial-loss'
  | 'reputation'
  | 'physical-harm'
  | 'service';

export interface ProcessorWords {
  readonly title: string;
  readonly from: (gaps: { readonly organisation: string }) => string;
  readonly subject: string;
  readonly headings: {
    readonly clock: string;
    readonly happened: string;
    readonly scope: string;
    readonly consequences: string;
    readonly done: string;
    readonly planned: string;
    readonly contact: string;
    readonly next: string;
  };
  readonly clock: string;
  readonly noAssessment: string;
  readonly aware: (gaps: { readonly moment: string }) => string;
  readonly happened: Readonly<Record<Happening, string>>;
  readonly labels: {
    readonly nature: string;
    readonly since: string;
    readonly until: string;
    readonly access: string;
    readonly protection: string;
    readonly data: string;
    readonly persons: string;
    readonly records: string;
    readonly countries: string;
  };
  readonly natures: FactWords['nature'];
  readonly sinceAtLatest: (gaps: { readonly moment: string }) => string;
  readonly ongoing: string;
  readonly access: FactWords['exfiltration'];
  readonly protection: { readonly unintelligible: string; readonly readable: string };
  readonly categories: FactWords['data'];
  readonly counts: {
    readonly between: (gaps: { readonly least: string; readonly most: string }) => string;
    readonly atLeast: (gaps: { readonly count: string }) => string;
  };
  readonly allCustomers: string;
  readonly impacts: Readonly<Record<Impact, string>>;
  readonly next: string;
  readonly ask: Readonly<
    Record<
      | 'processorAware'
      | 'persons'
      | 'records'
      | 'data'
      | 'nature'
      | 'exfiltration'
      | 'incident'
      | 'since'
      | 'unintelligible',
      string
    >
  >;
}
