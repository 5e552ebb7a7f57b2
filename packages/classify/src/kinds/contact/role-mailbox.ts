// Role mailboxes: addresses of a desk, not of a person (RFC 2142 and its likes in ten languages). They don't count as people.

/** Words that a mailbox of a role is named by, alone or as the first of its parts. */
const ROLES = new Set(
  [
    // RFC 2142, and what hosts and shops use besides
    'info information infos marketing sales support noc security abuse postmaster hostmaster webmaster usenet news www',
    'uucp ftp admin administrator administration root system sysadmin operator daemon mailer-daemon mailerdaemon nobody',
    'noreply donotreply dontreply notreply bounce bounces notification notifications notify alert alerts alerting monitor',
    'monitoring mailer mail mailbox email newsletter newsletters subscribe unsubscribe list lists feedback contact contacts',
    'contactus hello hi help helpdesk servicedesk desk service services customerservice customercare care client clients',
    'customer customers office frontdesk reception receptionist kiosk team staff everyone all hr humanresources jobs career',
    'careers recruiting recruitment hiring press media pr legal privacy dpo gdpr compliance billing accounts accounting',
    'accountspayable finance payroll invoice invoices invoicing payment payments order orders shop store booking bookings',
    'reservation reservations events training webinar partners partner affiliate affiliates investors ir dev devops',
    'developers developer engineering it itsupport ops test tests testing tester qa demo example guest anonymous shared',
    'scanner printer copier fax phishing spam soc cert csirt whois registrar domains dns hosting api bot robot ci build',
    'jenkins deploy backup cron log logs syslog service-account',
    // French
    'accueil contactez commercial ventes serviceclient sav assistance secretariat direction comptabilite facturation rh',
    'recrutement emploi presse juridique guichet nepasrepondre ne-pas-repondre reservation boutique commandes mairie',
    // German
    'kontakt anfrage anfragen verkauf vertrieb kundenservice kundendienst buchhaltung rechnung rechnungen personal',
    'bewerbung bewerbungen presse datenschutz empfang zentrale sekretariat verwaltung bestellung bestellungen post',
    'poststelle buero technik antwortenichtmoeglich keineantwort nichtantworten',
    // Spanish
    'contacto informacion ventas soporte ayuda atencion atencionalcliente atencioncliente administracion facturacion',
    'recursoshumanos rrhh empleo prensa reservas pedidos tienda recepcion secretaria noresponder no-responder',
    // Italian
    'contatti informazioni vendite assistenza supporto aiuto amministrazione fatturazione fatture segreteria direzione',
    'ufficio risorseumane lavoro stampa prenotazioni ordini negozio nonrispondere non-rispondere',
    // Portuguese
    'contato contacto informacoes vendas suporte ajuda atendimento sac administracao faturamento faturacao financeiro rh',
    'vagas imprensa reservas pedidos loja recepcao naoresponda nao-responda naoresponder',
    // Dutch
    'klantenservice klantenservices verkoop ondersteuning hulp administratie facturen facturatie boekhouding vacatures',
    'pers receptie balie bestellingen winkel nietantwoorden niet-beantwoorden secretariaat',
    // Polish
    'kontakt biuro sprzedaz handlowy pomoc wsparcie obsluga obslugaklienta ksiegowosc faktury kadry praca rekrutacja prasa',
    'rezerwacje zamowienia sklep sekretariat recepcja nieodpowiadaj nie-odpowiadaj',
    // Chinese and Japanese, as they are written in Latin letters
    'kefu fuwu zhaopin hezuo xiaoshou caiwu tousu bangong shichang toiawase otoiawase soumu jinji eigyo saiyo madoguchi',
    'uketsuke kouhou jimukyoku',
  ].flatMap((line) => line.split(' ')),
);

/** Words that make a mailbox one of a role where they come last: `it-support`, `shop.team`. */
const LAST = new Set(
  'support service services helpdesk desk team info office admin noreply reply kiosk alerts notifications bot'.split(
    ' ',
  ),
);

const NO_REPLY =
  /^(?:no|do[._-]?not|dont|ne[._-]?pas|non|nao|nie|nicht|niet)[._-]?(?:reply|respond|repondre|responder|rispondere|responda|odpowiadaj|antworten|beantwoorden)/;

/**
 * Whether an address is that of a desk, a machine or a list, so that two rows with it need not be of one person.
 *
 * @param email as written; case, a number at the end (`kiosk12`) and what follows a plus do not matter
 */
export function isRoleMailbox(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = (at === -1 ? email : email.slice(0, at))
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/\+.*$/s, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  if (NO_REPLY.test(local)) return true;
  const parts = local
    .split(/[._-]/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '');
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return false;
  return ROLES.has(parts.join('')) || ROLES.has(local) || ROLES.has(first) || LAST.has(last);
}
