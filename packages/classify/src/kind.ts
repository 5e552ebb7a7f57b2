// What a value is: `person/email`, `secret/openai-api-key`, `conversation`, and what each kind means for the people behind it.

/**
 * A letter of field 70, "type of breached data", of the EDPB's notification template v1.0 (consultation draft of June
 * 2026): a basic, b contact, c biometric, d criminal, e political, f ethnic origin, g religious or philosophical, h sex
 * life, i trade union, j genetic, k health, l economic and financial, m health in employment, n identification, o location,
 * p official documents, q payment methods, r profile, s credentials, t not yet known, u other.
 */
export type EdpbCategory =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u';

/**
 * What a value of a kind tells about who it belongs to.
 *
 * - `one person`: it names one person and is never shared by two (national identifier, passport)
 * - `contact`: it reaches one person, as a rule; one person may have several (e-mail, phone)
 * - `account`: it names an account, so a person by way of the owner's records (user id)
 * - `device`: it names a device or a session: a pseudonym
 * - `about`: it says something about a person whom other values name
 * - `nobody`: it belongs to no person (a secret of a service, an organisation's number)
 */
export type Identifies = 'one person' | 'contact' | 'account' | 'device' | 'about' | 'nobody';

export interface Kind {
  /** `family/name`, or one word, in lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: string;
  /** Letters of the EDPB template's field 70, the first being the main one. Empty: not personal data. */
  readonly edpb: readonly EdpbCategory[];
  /** What it means for the person, in one sentence that a manager understands. */
  readonly meaning: string;
  readonly identifies: Identifies;
  /**
   * Looked for only where it is asked for by `--kinds`: no personal data of its own, though it helps to name a person
   * (a place, an organisation, a date).
   */
  readonly onRequest?: true;
}
