// Words that stand in contact lists as values: languages, groups, yes and no.
import { LETTER_GROUPS, type LetterGroup } from '@vigie/respond';

/** ISO 639-1 codes that a contact's language may have; letters are written in some of them. */
const CODES = (
  'en fr de es it zh pt nl pl ro el hu cs sv da fi sk bg hr sl lt lv et ga mt no is lb ca eu gl tr ru uk sr sq mk bs ar he fa hi bn ur ta ' +
  'ja ko vi th id ms'
).split(' ');

const NAMES_IN = ['en', 'fr', 'de', 'es', 'it'];

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Names of languages, in a few languages and their own. */
const LANGUAGES_BY_NAME: ReadonlyMap<string, string> = new Map(
  CODES.flatMap((code) =>
    [...NAMES_IN, code].map((language): [string, string] => {
      const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;
      return [plain(name), code];
    }),
  ),
);

/** `fr`, `FR`, `fr-CH`, `français`, `Französisch` are `fr`; undefined for what names no language. */
export function languageIn(word: string): string | undefined {
  const text = plain(word);
  const [code = ''] = text.split(/[-_]/);
  return CODES.includes(code) ? code : LANGUAGES_BY_NAME.get(text);
}

const GROUP_WORDS: Readonly<Record<LetterGroup, string>> = {
  customers:
    'customer customers client clients clientes cliente clienti kunde kunden klant klanten klient klienci kund kunder asiakas 客户 顧客',
  employees:
    'employee employees staff salarie salaries salariee employe employes personnel mitarbeiter mitarbeiterin angestellte empleado empleados dipendente ' +
    'dipendenti werknemer werknemers medewerker pracownik pracownicy anstalld tyontekija 员工 従業員',
  patients: 'patient patients patiente paziente pazienti paciente pacientes patienten pacjent potilas 患者',
  students:
    'student students pupil pupils eleve eleves etudiant etudiants etudiante schuler studierende studenten alumno alumnos estudiante studente studenti ' +
    'leerling aluno uczen opiskelija 学生',
  subscribers:
    'subscriber subscribers abonne abonnes abonnee abonnent abonnenten suscriptor suscriptores abbonato abbonati assinante abonnees prenumerant 订阅者',
  users:
    'user users utilisateur utilisateurs utilisatrice nutzer benutzer usuario usuarios utente utenti utilizador gebruiker gebruikers uzytkownik anvandare 用户 ユーザー',
  parents:
    'parent parents guardian guardians tuteur eltern erziehungsberechtigte padre padres madre tutor genitore genitori pais encarregado ouder ouders rodzic rodzice 家长 保護者',
  anyone: 'anyone other others autre autres andere sonstige otro otros altro altri outro inny ovrig muu 其他',
};

const GROUPS_BY_WORD: ReadonlyMap<string, LetterGroup> = new Map(
  LETTER_GROUPS.flatMap((group) =>
    GROUP_WORDS[group].split(' ').map((word): [string, LetterGroup] => [plain(word), group]),
  ),
);

/** Undefined for a word that names no group of ours. */
export function groupIn(word: string): LetterGroup | undefined {
  return GROUPS_BY_WORD.get(plain(word));
}

const YES = new Set(
  '1 true yes y oui o vrai ja j wahr si s vero sim verdadero tak ano igen da kylla x minor mineur 是 はい'.split(' '),
);
const NO = new Set(
  '0 false no n non faux nein falsch falso nao nie ne nem nu nej nei ei adult adulte majeur 否 いいえ'.split(' '),
);

export function yesOrNo(word: string): boolean | undefined {
  const text = plain(word);
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}
