// Every word of the public pages, by language: whole sentences with named gaps. A language is one table here.
import type { RightsLaw } from './rights/countries.ts';

export const PUBLIC_LANGUAGES = ['en', 'fr'] as const;
export type PublicLanguage = (typeof PUBLIC_LANGUAGES)[number];

interface RightsWords {
  readonly law: string;
  readonly complaint: string;
  readonly court: string;
  readonly compensation: string;
  readonly access: string;
  readonly erasure: string;
  readonly together: string;
  readonly crime: string;
  /** The letters, with gaps in square brackets for the sender to fill. */
  readonly complaintLetter: (of: { readonly authority: string }) => string;
  readonly accessLetter: string;
}

export interface PublicWords {
  readonly languageName: string;
  readonly skip: string;
  readonly otherLanguages: string;
  readonly updates: string;
  readonly noUpdates: string;
  readonly updatedAt: string;
  readonly correctedAt: string;
  readonly removedAt: string;
  readonly contact: string;
  readonly affectedTitle: string;
  readonly affectedIntro: string;
  readonly emailLabel: string;
  readonly ask: string;
  readonly askedTitle: string;
  readonly asked: string;
  readonly noAddress: string;
  readonly phishing: string;
  readonly rightsTitle: string;
  readonly rightsIntro: string;
  readonly rightsIn: (of: { readonly country: string }) => string;
  readonly rightsLink: string;
  readonly authority: string;
  readonly complaintTemplate: string;
  readonly accessTemplate: string;
  readonly fillIn: string;
  readonly download: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
  readonly tooManyTitle: string;
  readonly tooMany: string;
  readonly incidents: string;
  readonly noIncidents: string;
  readonly back: string;
  readonly answer: {
    readonly subject: (of: { readonly title: string }) => string;
    readonly yes: (of: { readonly title: string; readonly organisation: string }) => string;
    readonly no: (of: { readonly title: string; readonly organisation: string }) => string;
    /** The contacts were erased: nobody can tell any more. */
    readonly gone: (of: { readonly title: string; readonly organisation: string }) => string;
    readonly close: (of: { readonly contact: string }) => string;
  };
  readonly rights: Readonly<Record<RightsLaw, RightsWords>>;
}
