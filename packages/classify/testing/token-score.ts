// The score of presidio-research at the level of tokens, so that numbers can be set beside Presidio's: precision and recall of
// "personal or not" over all tokens, and per type. Measure: microsoft/presidio-research,
// presidio_evaluator/evaluation/{base_evaluator,token_evaluator,skipwords}.py (tags compared token by token, without B- and I-;
// a mistake on a skip word does not count); tokens: spaCy's English tokenizer, in its outlines.

export interface TypedSpan {
  readonly type: string;
  /** UTF-16 indices. */
  readonly start: number;
  readonly end: number;
}

export interface ScoredText {
  readonly text: string;
  readonly wanted: readonly TypedSpan[];
  readonly found: readonly TypedSpan[];
}

export interface Score {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly f2: number;
}

export interface TokenScore {
  /** Personal or not, whatever the type. */
  readonly overall: Score;
  readonly types: ReadonlyMap<string, Score>;
}

export interface WordToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NOTHING = 'O';

/** Words on which a mistake does not count: punctuation, blanks, English function words, and words of addresses and ages. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '',
  '>>',
  '>>>',
  ...`'s street st. st de rue via and a the or do as of day address country state city zip po apt unit corner p.o. box suite mr. mrs. miss
year years y/o month months old morning noon afternoon night evening this first last week weeks weekend days age ago inc inc. ltd about above
across after afterwards again against all almost alone along already also although always am among amongst amount an another any anyhow anyone
anything anyway anywhere are around at back be became because become becomes becoming been before beforehand behind being below beside besides
between beyond both bottom but by call can cannot ca could did does doing done down due during each eight either eleven else elsewhere empty
enough even ever every everyone everything everywhere except few fifteen fifty five for former formerly forty four from front full further get
give go had has have he hence her here hereafter hereby herein hereupon hers herself him himself his how however hundred i if in indeed into is it
its itself keep just latter latterly least less made make many may me meanwhile might mine more moreover most mostly move much must my myself name
namely neither never nevertheless next nine no nobody none noone nor not nothing now nowhere off often on once one only onto other others otherwise
our ours ourselves out over own part per perhaps please put quite rather re really regarding same say see seem seemed seeming seems serious several
she should show side since six sixty so some somehow someone something sometime sometimes somewhere still such take ten than that their them
themselves then thence there thereafter thereby therefore therein thereupon these they third those though three through throughout thru thus to
together too top toward towards twelve twenty two under until up unless upon us used using various very was we well were what whatever when whence
whenever where whereafter whereas whereby wherein whereupon wherever whether which while whither who whoever whole whom whose why will with within
without would yet you your yours yourself yourselves n't 'd 'll 'm 're 've`.split(/\s+/),
]);

/** Tokens about as spaCy's English tokenizer makes them. */
export function wordTokens(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  const pattern =
    /https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:mr|mrs|ms|dr|st|prof|inc|ltd|apt|ave|jr|sr|co)\.|(?:\p{L}\.){2,}|['’](?:s|m|d|ll|re|ve)(?!\p{L})|\p{L}\.(?=\s)|[\p{L}\p{M}\p{N}]+(?:[.,:/][\p{N}]+)*|\n\s*|[^\s]/giu;
  for (const hit of text.matchAll(pattern))
    tokens.push({ text: hit[0], start: hit.index, end: hit.index + hit[0].length });
  return tokens;
}

/** Scores all texts together. @param beta weight of recall; presidio-research uses 2 */
export function scoreTokens(texts: Iterable<ScoredText>): TokenScore {
  const counts = new Map<string, number>();
  for (const { text, wanted, found } of texts) {
    for (const token of wordTokens(text)) {
      const is = typeAt(wanted, token);
      const told = typeAt(found, token);
      if (is !== told && SKIPPED.has(token.text.toLowerCase().trim())) continue;
      const key = `${is}\t${told}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return { overall: overallOf(counts), types: typesOf(counts) };
}

/** The type of the span that a token stands in. */
function typeAt(spans: readonly TypedSpan[], token: WordToken): string {
  return spans.find((span) => token.start < span.end && token.end > span.start)?.type ?? NOTHING;
}

function overallOf(counts: ReadonlyMap<string, number>): Score {
  let wanted = 0;
  let found = 0;
  let right = 0;
  for (const [key, count] of counts) {
    const [is, told] = key.split('\t');
    if (is !== NOTHING) wanted += count;
    if (told !== NOTHING) found += count;
    if (is !== NOTHING && told !== NOTHING) right += count;
  }
  return scoreOf(wanted, found, right);
}

function typesOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, Score> {
  const types = new Map<string, Score>();
  for (const key of counts.keys()) {
    for (const type of key.split('\t')) {
      if (type === NOTHING || types.has(type)) continue;
      let wanted = 0;
      let found = 0;
      let right = 0;
      for (const [pair, count] of counts) {
        const [is, told] = pair.split('\t');
        if (is === type) wanted += count;
        if (told === type) found += count;
        if (is === type && told === type) right += count;
      }
      types.set(type, scoreOf(wanted, found, right));
    }
  }
  return types;
}

function scoreOf(wanted: number, found: number, right: number): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = wanted === 0 ? 0 : right / wanted;
  return { wanted, found, right, precision, recall, f1: fBeta(precision, recall, 1), f2: fBeta(precision, recall, 2) };
}

/** The F measure: `beta` times as much weight on recall as on precision. */
export function fBeta(precision: number, recall: number, beta: number): number {
  const weight = beta * beta;
  return precision + recall === 0 ? 0 : ((1 + weight) * precision * recall) / (weight * precision + recall);
}
