// Phrases and labels around names: introductions, salutations and roles in ten languages and their neighbours. Folded, as
// fold.ts does: no accents, no apostrophes.

import { type PhraseSet, phraseSet } from './phrase-set.ts';
import { type WordSet, wordSet } from './word-set.ts';

const INTRODUCTION_LIST = `my name is, my full name is, my name s, his name is, her name is, his name was, her name was, their name is, whose name is, full name is, legal name is, call me, calls me, called me, i am called,
is called, was called, is named, named him, named her, maiden name is, je m'appelle, m'appelle, mon nom est, mon prénom est, mon nom c'est,
prénom est, s'appelle, s'appelait, se nomme, se prénomme, appelez-moi, ich heiße, ich heisse, mein name ist, heißt du,
er heißt, sie heißt, namens, nennt mich, me llamo, mi nombre es, se llama, llámame, mi apellido es, mi chiamo, il mio nome è,
si chiama, chiamami, mio cognome è, me chamo, chamo-me, meu nome é, nome é, se chama, chama-se, mijn naam is, ik heet,
hij heet, zij heet, noem me, nazywam się, mam na imię, nazywa się, ma na imię, moje imię to, jag heter, jeg heter, jeg hedder, mitt namn är,
mitt navn er, mit navn er, nimeni on, minun nimeni on, nevem, meno je, jmenuji se, mi nombre completo es, my first name is, my last name is,
my surname is, signed by, undersigned, soussigné, soussignée, je soussigné, hiermit bestätige ich, il sottoscritto, la sottoscritta,
eu abaixo assinado, ondergetekende, niżej podpisany, niżej podpisana, yours sincerely`;

/** Someone is named: a name must follow. `name s` is "name's" in tokens. */
export const INTRODUCTIONS: PhraseSet = phraseSet(INTRODUCTION_LIST);

/**
 * The introductions that also count before names in small letters, as chats have them; they are trigger words of the finder,
 * so written as in texts.
 */
export const SPOKEN_INTRODUCTIONS: readonly string[] =
  `my name is , my name's , his name is , her name is , my full name is , call me , calls me , je m'appelle ,
je m’appelle , mon nom est , je me nomme , ich heiße , ich heisse , mein name ist , me llamo , mi nombre es , mi chiamo , il mio nome è ,
me chamo , chamo-me , o meu nome é , meu nome é , mijn naam is , ik heet , nazywam się , mam na imię , moje imię to , jag heter , jeg heter ,
jeg hedder , maiden name is , last name is , first name is , surname is `
    .split(/,\s*/)
    .map((phrase) => phrase.trim());

/** Someone may be named: what follows is a name if it is known as one or has a name's shape. */
export const HINTS: PhraseSet = phraseSet(
  `i am, i'm, im, name is, name was, nom est, nombre es, nome è, naam is, name ist, this is, it's, it is, its me, dear, hi, hello, hey, by, written by, directed by, produced by, posted by, created by, approved by,
assigned to, reported by, on behalf of, attn, attention, contact, customer, client, patient, user, author, mr and mrs, speak to, speak with,
talk to, spoke with, met, meet, with, from, told, asked, said, says, add, remove, ask, ask for, tell, thank, thanks, regards, kind regards,
best regards, best, sincerely, cheers, love, husband, wife, son, daughter, brother, sister, father, mother, mom, dad, uncle, aunt, cousin,
friend, boss, colleague, manager, partner, kid, child, neighbour, neighbor, grandfather, grandmother, singer, songwriter, actor, actress,
producer, director, player, president, ceo, under, account of, name of, names of, member, je suis,
moi c'est, cher, chère, bonjour, salut, madame, monsieur, avec, chez, ich bin, liebe, lieber, hallo, geehrter, geehrte, guten tag, herrn, mit,
von, soy, hola, estimado, estimada, querido, querida, con, sono, ciao, gentile, caro, cara, sou, sou o, sou a, olá, prezado, prezada, com,
ik ben, beste, geachte, dag, met, jestem, cześć, szanowny, szanowna, witaj, hei, hej, med, née, geb, geborene, son of, daughter of, wife of,
founder, founders, starring, featuring, feat, ft, signed, sgd, aka, user name, mein freund, meine freundin, mein mann, meine frau, mon mari,
ma femme, mon ami, mon amie, mi hermano, mi hermana, mi esposo, mi esposa, mio marito, mia moglie, mijn man, mijn vrouw, mój mąż, moja żona`,
);

/** Words behind a name that only people do or are. */
export const DEEDS: WordSet = wordSet(
  `said, says, told, tells, asked, asks, wrote, writes, lives, lived, works, worked, thinks, thought, explained, replied, shouted, answered,
spoke, speaks, married, died, born, met, called, likes, loves, wants, wanted, went, goes, had, has, is, was, will, would, can, could, spent,
listed, joined, left, began, employs, points, believes, argues, added, announced, moved, came, got, just, who, whose, also, killed, sang,
plays, played, lebt, wohnt, sagt, sagte, arbeitet, hat, ist, habite, dit, travaille, vit, est, a, vive, dice, trabaja, es, abita, lavora,
mora, trabalha, disse, woont, werkt, zegt, mieszka, pracuje, powiedział, powiedziała, shouldn, doesn, didn, isn, wasn`,
);

/** Labels before a colon or a line break, and names of columns, whose value is a person's name. */
export const NAME_LABELS: PhraseSet = phraseSet(
  `name, full name, fullname, first name, firstname, last name, lastname, surname, family name, given name, middle name, forename, maiden name,
holder, card holder, cardholder, account holder, accountholder, account name, customer, customer name, client name, patient, patient name,
contact name, contact person, contact, employee, employee name, display name, displayname, real name, realname, recipient, recipient name, sender name,
beneficiary, beneficiary name, owner name, author, author name, billing name, shipping name, person, person name, applicant, insured, tenant name,
member name, guest, guest name, passenger, passenger name, student, student name, doctor, nom, prénom, prenom, nom complet, nom de famille,
nom du client, nom client, titulaire, patient, bénéficiaire, destinataire, expéditeur, nom prénom, nom et prénom, nachname, vorname,
familienname, vollständiger name, inhaber, kontoinhaber, karteninhaber, kunde, kundenname, ansprechpartner, empfänger, geburtsname, patientenname,
nombre, apellido, apellidos, nombre completo, nombre y apellidos, titular, cliente, destinatario, paciente, nome, cognome, nome completo,
nome e cognome, intestatario, titolare, nominativo, sobrenome, apelido, paciente, destinatário, beneficiario, beneficiário, naam, voornaam, achternaam,
volledige naam, rekeninghouder, contactpersoon, klantnaam, imię, imie, nazwisko, imię i nazwisko, imie i nazwisko, nazwa klienta, właściciel, posiadacz,
odbiorca, etternavn, fornavn, efternavn, förnamn, efternamn, namn, navn, etunimi, sukunimi, nimi, user full name, attn, driver, directed by,
written by, signatory, signed, mr mrs`,
);

/** The labels that alone say too little: servers, files and products have a name too. */
export const VAGUE_LABELS: PhraseSet = phraseSet(
  `name, nom, nome, nombre, naam, namn, navn, nimi, contact, customer, author, display name, displayname, account name, person, doctor, client, cliente,
kunde, signed, driver, owner name, titular, guest`,
);

/** Labels and columns whose value is a postal address, or a line of one. */
export const ADDRESS_LABELS: PhraseSet = phraseSet(
  `address, addr, street, street address, streetaddress, postal address, mailing address, home address, billing address, shipping address,
delivery address, residence, address line 1, address line1, address1, address 1, line1, address line 2, address2, home, residential address,
adresse, adresse postale, adresse de livraison, adresse de facturation, rue, domicile, anschrift, straße, strasse, wohnadresse, lieferadresse,
rechnungsadresse, postanschrift, wohnort, dirección, domicilio, calle, dirección postal, indirizzo, via, residenza, endereço, morada, rua, logradouro,
adres, woonadres, straat, bezorgadres, adres zamieszkania, ulica, adres korespondencyjny, adress, gatuadress, osoite, adresa`,
);

/** Words before an address in a sentence. */
export const ADDRESS_HINTS: PhraseSet = phraseSet(
  `address is, address to, address, addresses, live at, lives at, lived at, living at, live in, lives in, lived in, live on, lives on, located at, located in,
located on, meet at, meet me at, meet you at, return to, sent to, send to, send it to, send sent it to, shipped to, ship to, deliver to, delivered to, moved to, office is at, is at, is in, is on, it is, corner of, side of, house at, home at, at, one to, to,
reside at, resides at, residing at, based at, situated at, visit us at, find us at, j'habite au,
j'habite, habite au, habite, adresse est, situé au, demeurant, domicilié, demeurant au, wohne in der, wohne in, wohnt in der, wohnt in, wohnhaft, wohne,
adresse ist, adresse lautet, vivo en, vive en, domicilio en, dirección es, abito in, abita in, residente in, indirizzo è, moro na, moro no, mora na, resido na,
endereço é, morada é, woon op, woon aan, woon in de, woont op, woont aan, adres is, mieszkam przy, mieszkam na, mieszka przy, zamieszkały, adres to`,
);

/** Before a place. */
export const PLACE_HINTS: PhraseSet = phraseSet(
  `in, from, to, at, near, around, visit, of, southern, northern, eastern, western, downtown, toward, towards, leaving, for, based in, between, through, across,
à, en, de, dans, vers, depuis, aus, nach, bei, desde, hacia, da, a, do, na, no, em, uit, naar, z, ze, w, we, do`,
);

/** Before an organisation. */
export const BODY_HINTS: PhraseSet = phraseSet(
  `work for, works for, worked for, working for, work at, works at, worked at, working at, employed by, employee of, job at, ceo of, founder of, director of,
president of, company, firm, bank, support, at, for, supporting, customer of, invest in, invested in, competitor, acquired by, owned by, travaille chez, travaille pour, chez,
arbeite bei, arbeitet bei, bei, trabajo en, trabaja en, lavoro per, lavora per, lavoro in, trabalho na, trabalho no, werk bij, werkt bij, pracuję w, pracuje w, the`,
);
