// Under which names columns of contact lists go, in the languages of the Union and a few others. Names are compared without accents,
// case and separators: `E-Mail Adresse`, `e_mail_adresse` and `EMailAdresse` are one.

/** What a column holds of a contact. */
export const MEANINGS = [
  'email',
  'secondEmail',
  'phone',
  'name',
  'givenName',
  'familyName',
  'language',
  'group',
  'birthDate',
  'minor',
  'guardianName',
  'guardianEmail',
  'account',
  'nationalId',
  'street',
  'postalCode',
  'city',
  'country',
] as const;
export type Meaning = (typeof MEANINGS)[number];

const NAMES: Readonly<Record<Meaning, string>> = {
  email:
    'email, e-mail, mail, email address, e-mail address, mail address, primary email, email 1, courriel, adresse e-mail, adresse email, ' +
    'adresse mail, adresse courriel, adresse electronique, mel, e-mail-adresse, mailadresse, emailadresse, correo, correo electronico, ' +
    'direccion de correo, posta elettronica, indirizzo email, indirizzo e-mail, endereco de email, correio eletronico, e-mailadres, ' +
    'emailadres, adres e-mail, adres email, e-post, epost, e-postadress, epostadresse, sahkoposti, sahkopostiosoite, e-mailova adresa, ' +
    'emailova adresa, emailcim, e-mail cim, adresa de email, ηλεκτρονικη διευθυνση, имейл, електронна поща, 邮箱, 电子邮件, 邮件, 电子邮箱, メール, メールアドレス',
  secondEmail:
    'second email, secondary email, email 2, e-mail 2, alternative email, alternate email, other email, recovery email, backup email, ' +
    'deuxieme email, email secondaire, courriel 2, autre email, zweite e-mail, zweite email, e-mail privat, alternative e-mail, ' +
    'segundo correo, correo alternativo, correo 2, seconda email, email secondaria, email secundario, tweede e-mail, 备用邮箱',
  phone:
    'phone, telephone, phone number, telephone number, mobile, mobile phone, mobile number, cell, cell phone, tel, portable, numero de telephone, ' +
    'telephone portable, telefon, telefonnummer, handy, handynummer, mobiltelefon, rufnummer, telefono, movil, numero de telefono, ' +
    'cellulare, numero di telefono, telefone, telemovel, celular, telefoon, telefoonnummer, gsm, mobiel, numer telefonu, komorka, ' +
    'mobil, puhelin, puhelinnumero, telefonni cislo, telefonszam, τηλεφωνο, телефон, 电话, 手机, 手机号, 电话号码, 電話, 電話番号',
  name:
    'name, full name, display name, contact, contact name, customer name, person, nom complet, nom et prenom, prenom et nom, vollstandiger name, ' +
    'vor- und nachname, kunde, nombre completo, nombre y apellidos, nome completo, nominativo, nome e cognome, volledige naam, naam, ' +
    'imie i nazwisko, namn, navn, nimi, jmeno a prijmeni, teljes nev, nev, nume complet, ονοματεπωνυμο, име, 姓名, 名字, 氏名, お名前',
  givenName:
    'given name, first name, firstname, forename, christian name, prenom, vorname, rufname, nombre, nombre de pila, nome, primeiro nome, ' +
    'voornaam, imie, fornamn, fornavn, etunimi, jmeno, keresztnev, utonev, prenume, ονομα, 名',
  familyName:
    'family name, last name, lastname, surname, nom, nom de famille, nachname, familienname, zuname, apellido, apellidos, cognome, apelido, ' +
    'sobrenome, ultimo nome, achternaam, familienaam, nazwisko, efternamn, efternavn, etternavn, sukunimi, prijmeni, vezeteknev, ' +
    'csaladnev, nume, nume de familie, επωνυμο, фамилия, 姓',
  language:
    'language, lang, locale, preferred language, langue, langue preferee, sprache, korrespondenzsprache, idioma, lengua, lingua, taal, jezyk, sprak, ' +
    'sprog, kieli, jazyk, nyelv, limba, γλωσσα, език, 语言, 言語',
  group:
    'group, type, category, segment, role, relation, groupe, categorie, statut, gruppe, kategorie, rolle, grupo, categoria, tipo, ' +
    'gruppo, groep, grupa, grupp, ryhma, skupina, csoport, ομαδα, група, 类别, 组, グループ',
  birthDate:
    'birth date, birthdate, date of birth, dob, birthday, born, date de naissance, ne le, nee le, geburtsdatum, geburtstag, geboren am, geb, ' +
    'fecha de nacimiento, data di nascita, nato il, data de nascimento, geboortedatum, data urodzenia, fodelsedatum, fodselsdato, ' +
    'syntymaaika, datum narozeni, szuletesi datum, data nasterii, ημερομηνια γεννησης, дата на раждане, 出生日期, 生日, 生年月日',
  minor:
    'minor, is minor, child, is child, underage, mineur, mineure, enfant, minderjahrig, minderjahrige, kind, menor, menor de edad, minore, ' +
    'minorenne, menor de idade, minderjarig, maloletni, nieletni, minderarig, mindrearig, alaikainen, nezletily, kiskoru, minor de varsta, 未成年, 未成年人',
  guardianName:
    'guardian, guardian name, parent, parent name, legal guardian, legal representative, representant legal, tuteur, nom du tuteur, parents, ' +
    'responsable legal, erziehungsberechtigter, erziehungsberechtigte, sorgeberechtigter, eltern, elternteil, tutor, tutor legal, tutore, ' +
    'genitore, encarregado de educacao, ouder, ouders, voogd, opiekun, rodzic, vardnadshavare, forelder, foresatt, huoltaja, zakonny zastupce, 监护人, 家长, 保護者',
  guardianEmail:
    'guardian email, guardian e-mail, parent email, parent e-mail, parents email, email of parent, email of guardian, email parent, email tuteur, ' +
    'email du tuteur, courriel du parent, email representant legal, email des parents, email responsable legal, email eltern, e-mail eltern, ' +
    'e-mail der eltern, email erziehungsberechtigter, correo del tutor, correo de los padres, email tutore, email genitore, ' +
    'email do encarregado de educacao, e-mail ouder, e-mail ouders, email opiekuna, email rodzica, huoltajan sahkoposti, 家长邮箱, 监护人邮箱',
  account:
    'account, account id, account number, customer id, customer number, customer no, client id, user id, userid, username, member id, member number, ' +
    'patient id, student id, employee id, staff number, id, identifiant, identifiant client, numero client, numero de client, code client, ' +
    'numero adherent, matricule, kundennummer, kunden-nr, kundennr, benutzer-id, mitgliedsnummer, personalnummer, konto, numero de cliente, ' +
    'id cliente, codice cliente, numero cliente, klantnummer, klant-id, numer klienta, kundnummer, kundenummer, asiakasnumero, 客户编号, 用户id, 会员号, 顧客番号',
  nationalId:
    'national id, national id number, national identification number, social security number, ssn, nir, numero de securite sociale, nin, nino, ' +
    'national insurance number, personnummer, personal identity number, steuer-id, steueridentifikationsnummer, dni, nif, nie, ' +
    'codice fiscale, cpf, bsn, burgerservicenummer, pesel, cpr, cpr-nummer, fodselsnummer, henkilotunnus, rodne cislo, cnp, ahv, ahv-nummer, 身份证, 身份证号',
  street:
    'street, address, street address, address line 1, address 1, postal address, mailing address, adresse, adresse postale, rue, voie, strasse, straße, ' +
    'anschrift, strasse und hausnummer, direccion, calle, domicilio, indirizzo, via, morada, endereco, rua, adres, straat, ulica, gata, adress, ' +
    'gade, osoite, katuosoite, ulice, cim, utca, adresa, strada, διευθυνση, адрес, 地址, 住所',
  postalCode:
    'postal code, postcode, post code, zip, zip code, code postal, cp, plz, postleitzahl, codigo postal, cap, codice postale, ' +
    'codigo-postal, cep, kod pocztowy, postnummer, postinumero, psc, iranyitoszam, cod postal, ταχυδρομικος κωδικας, пощенски код, 邮编, 邮政编码, 郵便番号',
  city:
    'city, town, locality, ville, commune, localite, ort, stadt, wohnort, ciudad, localidad, poblacion, citta, comune, cidade, localidade, ' +
    'woonplaats, plaats, stad, miasto, miejscowosc, by, kaupunki, postitoimipaikka, mesto, obec, varos, telepules, oras, localitate, πολη, град, 城市, 市',
  country:
    'country, country code, pays, land, pais, paese, nazione, kraj, maa, zeme, orszag, tara, χωρα, държава, 国家, 国',
};

/** Without accents, case, spaces and signs. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_NAME: ReadonlyMap<string, Meaning> = new Map(
  MEANINGS.flatMap((meaning) => NAMES[meaning].split(',').map((name): [string, Meaning] => [plain(name), meaning])),
);

/** What a column of this name holds; undefined where the name says nothing to us. */
export function meaningOf(name: string): Meaning | undefined {
  return name.length > 100 ? undefined : BY_NAME.get(plain(name));
}
