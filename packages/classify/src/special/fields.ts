// Columns and keys whose values tell of a special category: `diagnosis`, `religion`, `union_member`.
import type { SpecialCategory } from './category.ts';
import { plain } from './plain.ts';
import { topicsOf } from './topics.ts';

export interface FieldStatement {
  readonly category: SpecialCategory;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Names as words; `alone`: the name is enough. Otherwise the value must hold a word of the category. */
const FIELD_NAMES: Readonly<Partial<Record<SpecialCategory, { readonly alone: string; readonly withWord: string }>>> = {
  health: {
    alone:
      'diagnosis, diagnoses, diagnose, diagnostic medical, diagnostico, diagnosi, medical condition, medical history, medical conditions, health condition, health conditions, health status, illness, disease, diseases, medication, medications, prescription drug, allergies, allergy, disability, handicap, blood type, blood group, groupe sanguin, blutgruppe, grupo sanguineo, gruppo sanguigno, icd 10, icd10, icd code, hiv status, pregnancy status, is pregnant, pregnant, vaccination status, maladie, krankheit, enfermedad, malattia, doenca, ziekte, choroba, diagnoza, medikament, medikamente, behinderung, discapacidad, disabilita, deficiencia, mental health, psychiatric history, antecedents medicaux, krankengeschichte, vorerkrankungen, 诊断, 病史, 疾病, 血型, 病名, 診断名, 既往歴, 血液型, 持病',
    withWord:
      'condition, conditions, symptoms, treatment, medical, health, notes, treatment plan, patient notes, problem',
  },
  'health-at-work': {
    alone:
      'sick leave, sick days, sickness reason, sick leave reason, absence reason medical, fit note, arret maladie, krankheitstage, krankmeldung, baja medica, occupational health, 病假',
    withWord: 'absence reason, leave reason, leave type, absence type',
  },
  'sexual-life': {
    alone:
      'sexual orientation, sexuality, sexual preference, orientation sexuelle, sexuelle orientierung, orientacion sexual, orientamento sessuale, orientacao sexual, gender identity, identite de genre, 性取向, 性的指向',
    withWord: 'orientation, preference, gender, interested in',
  },
  religion: {
    alone:
      'religion, religions, religious belief, religious affiliation, faith, denomination, confession, konfession, glaube, religione, religiao, religie, wyznanie, church tax, kirchensteuer, 宗教, 信仰',
    withWord: 'belief, beliefs, church, dietary requirements, community',
  },
  politics: {
    alone:
      'political party, political affiliation, party affiliation, party membership, political view, political views, political opinion, voting intention, parti politique, parteimitglied, partei, partido politico, partito politico, 政治面貌, 政党',
    withWord: 'party, affiliation, politics, vote, voted',
  },
  'trade-union': {
    alone:
      'union member, union membership, trade union, trade union membership, labor union, union dues, union fee, syndicat, gewerkschaft, sindicato, sindacato, vakbond, zwiazek zawodowy, 工会, 労働組合',
    withWord: 'union, membership, deduction type',
  },
  ethnicity: {
    alone:
      'ethnicity, ethnic origin, ethnic group, race, racial origin, skin colour, skin color, origine ethnique, ethnische herkunft, etnia, raza, raca, etnicidad, migration background, migrationshintergrund, 民族, 人種',
    withWord: 'origin, descent, background, community',
  },
  genetic: {
    alone: 'genotype, genome, dna sequence, genetic data, genetic test, brca, brca status, gene mutation, 基因',
    withWord: 'mutation, variant, gene',
  },
  biometric: {
    alone:
      'fingerprint template, fingerprint data, face template, face embedding, face encoding, face descriptor, iris template, iris code, voice print, voiceprint, biometric data, biometric template, biometrics, faceprint, empreinte digitale, fingerabdruck, huella dactilar, 指纹, 指紋',
    withWord: '',
  },
  criminal: {
    alone:
      'criminal record, criminal history, convictions, conviction, offence, offense, criminal offence, arrest record, casier judiciaire, vorstrafen, antecedentes penales, precedenti penali, antecedentes criminais, sentence months, probation status, parole status, 犯罪记录, 前科',
    withWord: 'charge, charges, sentence',
  },
};

interface NamedField {
  readonly category: SpecialCategory;
  readonly alone: boolean;
}

const NAMED: ReadonlyMap<string, NamedField> = new Map(
  Object.entries(FIELD_NAMES).flatMap(([category, { alone, withWord }]) => [
    ...entries(withWord, { category: category as SpecialCategory, alone: false }),
    ...entries(alone, { category: category as SpecialCategory, alone: true }),
  ]),
);

function entries(names: string, named: NamedField): [string, NamedField][] {
  return names
    .split(',')
    .map((name): [string, NamedField] => [plain(name.trim()), named])
    .filter(([name]) => name !== '');
}

/** Names that tell by themselves, for triggers on JSON keys: two spellings of each. */
export const FIELD_TRIGGERS: readonly string[] = [...NAMED]
  .filter(([, { alone }]) => alone)
  .flatMap(([name]) => [...new Set([name.replaceAll(' ', '_'), name.replaceAll(' ', '')])])
  .flatMap((name) => [`${name}"`, `${name}\\"`]);

const LONGEST_VALUE = 2000;
const SAYS_NOTHING =
  /^(?:null|none|nil|n\/?a|unknown|undefined|other|not (?:stated|specified|applicable|disclosed)|prefer not to say|false|true|no|0|1|-+|\?+|\[\]|\{\})?$/i;

/**
 * What a value under a column or key tells of a person; undefined where neither name nor value does.
 *
 * @param name the column or key, in any case style; the last part of a path counts
 * @param value its value as text
 */
export function statementUnder(name: string, value: string): FieldStatement | undefined {
  const named = fieldOf(name);
  const written = value.trim();
  if (named === undefined || written.length > LONGEST_VALUE) return undefined;
  const { category, alone } = named;
  if (/^(?:true|yes|1|oui|ja|si|sim|tak)$/i.test(written)) {
    return alone ? { category, confidence: 0.5, reasons: [`a column of ${category}`] } : undefined;
  }
  if (SAYS_NOTHING.test(written)) return undefined;
  const spoken = topicsOf(written).includes(category) || (category === 'health' && ICD_10.test(written));
  if (spoken)
    return { category, confidence: 0.7, reasons: [`a column of ${category}`, 'a word of the category in it'] };
  return alone && !isTechnical(written)
    ? { category, confidence: 0.5, reasons: [`a column of ${category}`] }
    : undefined;
}

/** Codes of the International Classification of Diseases, tenth revision (WHO): a letter, two digits, up to four after a point. */
const ICD_10 = /^[A-TV-Z]\d{2}(?:\.[0-9A-Z]{1,4})?$/;

/** A sentence of a log about a machine: "diagnosis": "connection refused". */
function isTechnical(value: string): boolean {
  return /\b(?:connection|timeout|timed out|refused|error|exception|failed|failure|host|port|socket|server|null pointer|http|disk|memory|cpu|node|pod|retry|latency|race condition|thread)\b|:\/\//i.test(
    value,
  );
}

function fieldOf(name: string): NamedField | undefined {
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1).slice(0, 80);
  const words = plain(last.replace(/([a-z0-9])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) {
      const named = NAMED.get(words.slice(start, end).join(' '));
      // A part of a longer name must be two words: `patient_blood_type`, but not `race_id`.
      if (
        named !== undefined &&
        (end - start === words.length ||
          end - start >= 2 ||
          (start === 1 &&
            /^(?:patient|employee|user|customer|member|person|main|primary|his|her)$/.test(words[0] ?? '')))
      ) {
        return named;
      }
    }
  }
  return undefined;
}
