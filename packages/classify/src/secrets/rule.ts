// A secret rule as the engine runs it: what gitleaks' TOML format can say (https://github.com/gitleaks/gitleaks, README,
// "Configuration"), with its regular expressions already in V8's dialect.

export interface SecretRule {
  readonly id: string;
  readonly description: string;
  /** Runs on latin1 text, flag `g`. Absent: the rule is about the file's path alone. */
  readonly regex?: RegExp;
  /** The file's path has to match. */
  readonly path?: RegExp;
  /** The group that holds the secret. Absent: the first group that matched something, else the whole match. */
  readonly secretGroup?: number;
  /** Shannon entropy of the secret, bits a character, has to be greater. */
  readonly entropy?: number;
  /** One of them has to stand in the text for the rule to run, in any case. Empty: it always runs. */
  readonly keywords: readonly string[];
  /** Whether every match holds one of the keywords: then the rule is only made ready when one is met. */
  readonly holdsKeyword: boolean;
  readonly tags: readonly string[];
  readonly allowlists: readonly Allowlist[];
  /** Rules that must have a finding nearby, else this one's finding is dropped. */
  readonly required: readonly RequiredRule[];
  /** Only serves as a required rule of others. */
  readonly skipReport: boolean;
}

export interface Allowlist {
  readonly description: string;
  /** `any` of the parts that are given, or `all` of them. */
  readonly condition: 'any' | 'all';
  readonly paths: readonly RegExp[];
  readonly regexes: readonly RegExp[];
  /** What the regular expressions are tried on. */
  readonly target: 'secret' | 'match' | 'line';
  /** Lower-case; part of the secret in any case. */
  readonly stopwords: readonly string[];
}

export interface RequiredRule {
  readonly id: string;
  readonly withinLines?: number;
  readonly withinColumns?: number;
}

export interface RuleSet {
  readonly title: string;
  readonly rules: readonly SecretRule[];
  /** Hold for the rules that they name, or for all rules where they name none. */
  readonly allowlists: readonly (Allowlist & { readonly rules: readonly string[] })[];
}
