// Les lettres d’un envoi, une à une.
import type { en } from '../en/index.ts';
import { countIn } from '../plural.ts';

const n = countIn('fr');

export const letters: typeof en.letters = {
  open: 'Lettre par lettre',
  title: 'Lettres de l’envoi',
  above: 'Lettres',
  about: 'Aucune adresse ici. Ouvrez une lettre pour savoir ce qu’elle est devenue, et à qui elle est allée.',
  number: 'Lettre',
  name: (number) => `Lettre ${number}`,
  state: 'État',
  anyState: 'Tous les états',
  states: {
    queued: 'En attente',
    sending: 'En envoi',
    sent: 'Envoyée',
    failed: 'Échouée',
    bounced: 'Revenue',
    uncertain: 'Douteuse',
  },
  tries: 'Essais',
  answer: 'Réponse du serveur de courriel',
  noAnswer: 'Aucune encore',
  ended: 'Terminée',
  due: 'Prochain essai',
  none: 'Pas encore de lettres',
  noneText: 'Lancez l’envoi sous Lettres : chaque lettre figurera ici avec ce qu’elle est devenue.',
  noneSo: 'Aucune lettre dans cet état',
  noneSoText: 'Choisissez un autre état, ou tous.',
  statuses: {
    '1.1': 'boîte inexistante',
    '1.2': 'domaine inexistant',
    '1.3': 'adresse mal formée',
    '2.1': 'boîte désactivée',
    '2.2': 'boîte pleine',
    '2.3': 'lettre trop longue pour elle',
    '4.4': 'serveur injoignable',
    '4.7': 'délai dépassé',
    '1': 'adresse erronée',
    '2': 'la boîte ne l’accepte pas',
    '3': 'le système de courriel ne l’accepte pas',
    '4': 'panne du réseau',
    '5': 'les serveurs ne se comprennent pas',
    '6': 'contenu refusé',
    '7': 'refusée par une règle ou par sécurité',
  },
  doubt: {
    title: (count) =>
      n(count, {
        one: 'Pour # lettre, nul ne peut savoir si elle est partie',
        other: 'Pour # lettres, nul ne peut savoir si elles sont parties',
      }),
    text: 'La liaison s’est rompue au moment où le serveur prenait la lettre. Renvoyer, c’est risquer que quelqu’un la reçoive deux fois ; la compter comme envoyée, que quelqu’un n’en reçoive aucune.',
    again: 'Renvoyer',
    count: 'Compter comme envoyée',
    sureAgain: (count) => n(count, { one: '# lettre est renvoyée.', other: '# lettres sont renvoyées.' }),
    sureCount: (count) =>
      n(count, { one: '# lettre compte comme envoyée.', other: '# lettres comptent comme envoyées.' }),
    done: 'Décidé, et inscrit au journal des preuves.',
  },
  list: {
    title: (count) => n(count, { one: 'Il reste # personne à prévenir', other: 'Il reste # personnes à prévenir' }),
    phone: 'Prenez la liste, appelez, et dites ici qui a été prévenu. L’export est gardé comme preuve.',
    post: 'Prenez la liste, postez les lettres, et dites ici qui a été prévenu. L’export est gardé comme preuve.',
    get: 'Prendre la liste (CSV)',
    told: 'Toutes ont été prévenues',
    notTold: 'Aucune n’a pu l’être',
    toldOne: 'A été prévenue',
    notToldOne: 'N’a pas pu l’être',
    sureTold: (count) =>
      n(count, { one: '# personne compte comme prévenue.', other: '# personnes comptent comme prévenues.' }),
    sureNotTold: (count) =>
      n(count, { one: '# personne compte comme non prévenue.', other: '# personnes comptent comme non prévenues.' }),
    some: 'Pour une seule personne, ouvrez sa lettre ci-dessous.',
    done: 'Noté, avec votre nom.',
  },
  again: {
    title: 'Les prévenir autrement',
    text: (count) => n(count, { one: '# lettre n’est pas arrivée.', other: '# lettres ne sont pas arrivées.' }),
    about:
      'Un envoi à part, pour les seules personnes dont la lettre a échoué ou est revenue. Nul autre n’est prévenu de nouveau.',
    act: 'Le préparer',
    done: 'Préparé. Faites un essai à blanc, puis lancez-le.',
    follows: 'Après un envoi dont toutes les lettres ne sont pas arrivées',
  },
  bounces: {
    title: 'Courriels revenus',
    text: 'Remettez les retours tels que votre messagerie les a reçus. Chacun est lu une fois, et ne compte que s’il porte l’adresse de retour propre à la lettre.',
    act: 'Remettre des fichiers (.eml)',
    busy: 'En lecture',
    hint: 'Plusieurs à la fois ; 20 Mo au plus chacun.',
    counted: (count) => n(count, { one: '# lettre est revenue', other: '# lettres sont revenues' }),
    ours: 'se rapporte à une lettre',
    notOurs: 'ne se rapporte à aucune de nos lettres',
    verdicts: {
      failed: 'Non remise',
      delayed: 'Retardée, encore tentée',
      delivered: 'Remise',
      complaint: 'Une plainte',
      'auto-reply': 'Une réponse automatique',
      'no-report': 'Pas un rapport de remise',
      unreadable: 'Illisible comme courriel',
    },
    tooLarge: 'plus de 20 Mo',
    file: 'Fichier',
    verdict: 'Ce qu’il dit',
    whose: 'À qui il se rapporte',
  },
  look: {
    open: 'Voir de qui il s’agit',
    title: 'De qui il s’agit',
    warning:
      'Le nom et l’adresse s’affichent en clair. Votre consultation est inscrite au journal des preuves, avec votre nom et l’heure.',
    act: 'Voir et inscrire',
    cancel: 'Ne pas voir',
    recorded: 'Affiché en clair. Votre consultation est inscrite.',
    fields: {
      name: 'Nom',
      email: 'Adresse de courriel',
      secondEmail: 'Deuxième adresse',
      phone: 'Téléphone',
      street: 'Rue',
      postalCode: 'Code postal',
      city: 'Ville',
      country: 'Pays',
      guardianName: 'Parent ou tuteur',
      guardianEmail: 'Son adresse de courriel',
      account: 'Compte',
    },
    minor: 'Mineur : les lettres vont au parent ou tuteur dont l’adresse est connue.',
  },
  clock: {
    text: (sent) =>
      n(sent, {
        one: 'L’envoi est terminé ; # personne a été prévenue. Le délai de l’article 34(1) court encore.',
        other: 'L’envoi est terminé ; # personnes ont été prévenues. Le délai de l’article 34(1) court encore.',
      }),
    missing: (count) =>
      n(count, {
        one: '# personne de cet envoi n’a pas été jointe.',
        other: '# personnes de cet envoi n’ont pas été jointes.',
      }),
    act: 'Dire que l’article 34(1) est respecté',
    because: (sent, missed) => `Lettres : ${sent} prévenues, ${missed} non jointes.`,
  },
};
