// What a table holds, by its name: the first reading of pay or of passwords weighs more than that of a list of countries. Names are in the
// languages that people name tables in; what is known of its rows goes before.

export type Held = 'secrets' | 'pay' | 'cards' | 'payments' | 'health' | 'identity' | 'conversations' | 'people';

/** Beginnings of words, as names of tables have them; the short ones are whole words. The first kind that fits is told. */
const BEGINNINGS: Readonly<Record<Held, string>> = {
  secrets:
    'passw passwd pwd pwds credential secret token apikey session sitzung sesion sesiones sessao sessoes sessione sesja сесси mima oauth refreshtoken accesskey privatekey otp totp mfa passkey keystore motdepasse kennwort zugangsdaten contrasena contraseña senha wachtwoord haslo hasla парол токен 密码 令牌 密钥 パスワード 비밀번호',
  pay: 'salar payroll payslip wage wages compensation gehalt gehaelt gehält lohn loehne verguetung vergütung paie paye remuner nomina nómina sueldo stipend retribuz wynagrodz pensj зарплат gongzi xinzi kyuyo kyuuyo 工资 薪资 薪酬 給与 급여',
  cards:
    'creditcard debitcard card cards pan iban ibans bankaccount bankdetail bankverbindung kontonummer sepa kreditkart cartebancaire tarjeta 银行卡 信用卡',
  payments:
    'payment zahlung paiement pagament pago pagos pagamento platnosc płatnoś betaling платеж kessai zhifu 決済 支付 결제',
  health:
    'patient diagnos medical medication health prescription therap clinical vaccin allerg icd disease gesundheit befund krank sante santé salud paciente saude saúde sanita sanità zdrow пациент диагноз здоров 患者 病历 诊断 健康',
  identity:
    'passport passeport reisepass ausweis identitycard nationalid ssn ssns socialsecurity taxid nino kyc dni nif nie cpf pesel codicefiscale driverlicen driverslicen fuehrerschein führerschein biometri паспорт инн снилс 身份证 护照',
  conversations:
    'message chat chats conversation dialog inbox mailbox transcript prompt completion nachricht unterhaltung mensaje mensagem messagg wiadomo сообщен переписк чат 聊天 消息 对话',
  people:
    'customer kokyaku kaiin shain yonghu kehu user users client member employee person people contact subscriber applicant candidate lead leads student pupil resident citizen voter donor guest passenger kunde kunden nutzer benutzer mitarbeiter mitglied bewerber utilisateur adherent adhérent employe employé emplead usager usuari client socio socios dipendent utent utenti iscritt klient pracowni uzytkowni użytkowni клиент пользовател сотрудник 用户 客户 员工 会员 顧客 사용자 고객',
};

/** Shorter words are whole words: `pan` is no `pantry`. */
const LEAST_BEGINNING = 5;
/** Scripts without spaces between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

interface Words {
  readonly held: Held;
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly anywhere: readonly string[];
}

const KINDS: readonly Words[] = (Object.keys(BEGINNINGS) as Held[]).map((held) => {
  const words = BEGINNINGS[held].split(' ');
  const isWhole = (word: string) => word.length < LEAST_BEGINNING;
  return {
    held,
    whole: new Set(words.filter((word) => !UNSPACED.test(word) && isWhole(word))),
    beginnings: words.filter((word) => !UNSPACED.test(word) && !isWhole(word)),
    anywhere: words.filter((word) => UNSPACED.test(word)),
  };
});

const known = new Map<string, Held | undefined>();
const MAX_KNOWN = 10_000;

/** @param name of a table, collection or index: `hr.salaries`, `userSessions`, `api_keys` */
export function heldByName(name: string): Held | undefined {
  if (known.has(name)) return known.get(name);
  const held = judge(name);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, held);
  return held;
}

function judge(name: string): Held | undefined {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  const words = [...parts, ...parts.slice(1).map((part, at) => `${parts[at]}${part}`)];
  return KINDS.find(
    ({ whole, beginnings, anywhere }) =>
      words.some((word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))) ||
      anywhere.some((one) => name.includes(one)),
  )?.held;
}

/** Bits that the first reading of such a table adds. */
export const HELD_BITS: Readonly<Record<Held, number>> = {
  secrets: 8,
  pay: 8,
  cards: 8,
  payments: 4,
  health: 8,
  identity: 8,
  conversations: 6,
  people: 2,
};
