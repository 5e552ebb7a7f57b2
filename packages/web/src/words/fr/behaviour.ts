// Un fait de comportement en une phrase, d’après ses nombres ; les nombres viennent écrits.
import type { behaviour as en } from '../en/behaviour.ts';

const subjects: (typeof en)['subjects'] = {
  account: 'ce compte',
  store: 'ce dépôt',
  peers: 'ses pairs',
  table: 'cette table',
};

const often = (seen: number, days: string, seenText: string) =>
  seen === 0 ? 'jamais avant' : `${seenText} ${seen === 1 ? 'jour' : 'jours'} sur ${days} avant`;

export const behaviour: typeof en = {
  titles: {
    'vigie-behaviour-who': 'Un compte nouveau sur ce dépôt',
    'vigie-behaviour-place': 'Un accès depuis un lieu inhabituel',
    'vigie-behaviour-tool': 'Un accès avec un programme inhabituel',
    'vigie-behaviour-object': 'Un accès à des données dont ce compte ne se sert pas',
    'vigie-behaviour-operation': 'Une opération inhabituelle',
    'vigie-behaviour-statement': 'Une requête inhabituelle',
    'vigie-behaviour-time': 'Un accès à une heure inhabituelle',
    'vigie-behaviour-amount': 'Une quantité de données inhabituelle',
    'vigie-behaviour-peers': 'À la différence des autres du même groupe',
    'vigie-behaviour-order': 'Des pas inhabituels l’un après l’autre',
    'vigie-behaviour-whole': 'Un accès d’une allure inhabituelle',
  },
  subjects,
  measures: {
    rows: 'lignes',
    bytes: 'octets',
    queries: 'requêtes',
    tables: 'tables différentes',
    failures: 'échecs',
    networks: 'réseaux',
  },
  periods: { window: 'en dix minutes', day: 'en un jour', days: 'sur des jours, au-delà de l’habitude' },
  usualPeriods: { window: 'à cette heure', day: 'en un jour', days: 'en un jour' },
  usual: (subject, period) => `habituel pour ${subjects[subject]} ${period}`,
  account: (of) => `Le compte vu sur ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  table: (of) => `Table ${of.value}, lue par ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  container: (of) => `Base ${of.value}, employée par ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  client: (of) =>
    `Programme ${of.value === '' ? 'sans nom' : of.value}, employé par ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  network: (of) =>
    `Réseau ${of.value === '' ? 'non dit' : of.value}, vu avec ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  country: (of) => `Pays ${of.value}, vu avec ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  journey: (of) => `${of.value.replace('>', ' puis ')} en deux heures : ${often(of.seen, of.days, of.seenText)}`,
  operation: (of) => `${of.value}, fait par ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  statement: (of) =>
    `Une requête de cette forme, par ${subjects[of.subject]} : ${often(of.seen, of.days, of.seenText)}`,
  hour: (hour, isWeekend, nearest) =>
    `Actif à ${hour} h UTC ${isWeekend ? 'en fin de semaine' : 'un jour ouvré'} ; ${
      nearest === undefined
        ? 'jamais actif de tels jours avant'
        : `l’heure d’activité la plus proche jusque-là est ${nearest} h`
    }`,
  dormant: (days, longest) => `De retour après ${days} jours ; la plus longue pause avant fut de ${longest} jours`,
  order: (steps, subject) => `Les ${steps} derniers pas se suivent comme presque jamais sur ${subjects[subject]}`,
  whole: 'Lignes, octets, requêtes, tables et heures, pris ensemble, ne ressemblent à aucun moment d’avant',
  listed: (list) => `L’adresse est sur la liste « ${list} »`,
  learnedWindows: (count) => `appris sur ${count} fenêtres de dix minutes`,
  learnedDays: (count) => `appris sur ${count} jours`,
  learnedNothing: 'rien n’est encore appris',
};
