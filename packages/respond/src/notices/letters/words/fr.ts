// La lettre aux personnes, en français.
import type { LetterWords } from '../letter-words.ts';

export const FR: LetterWords = {
  title: 'Ce qui est arrivé à vos données, et ce que vous pouvez faire',
  from: ({ organisation }) => `${organisation} vous écrit.`,
  opening: {
    customers: 'Vous recevez cette lettre parce que vous êtes, ou avez été, notre client ou notre cliente.',
    employees: 'Vous recevez cette lettre parce que vous travaillez chez nous, ou y avez travaillé.',
    patients: 'Vous recevez cette lettre parce que nous vous soignons, ou vous avons soigné.',
    students: 'Vous recevez cette lettre parce que vous étudiez chez nous, ou y avez étudié.',
    subscribers: 'Vous recevez cette lettre parce que vous avez, ou avez eu, un abonnement chez nous.',
    users: 'Vous recevez cette lettre parce que vous utilisez notre service, ou l’avez utilisé.',
    parents:
      'Vous recevez cette lettre parce que nous avons des données sur un enfant dont vous avez la charge. Quand nous écrivons « vous » ou « vos données », il s’agit de votre enfant. Merci de suivre les conseils de cette lettre avec lui, ou pour lui.',
    anyone: 'Vous recevez cette lettre parce que nous avons des données sur vous.',
  },
  sorry:
    'Ces données ont été touchées par un incident, et nous le regrettons. Voici ce qui s’est passé, ce que cela peut changer pour vous et comment vous protéger.',
  headings: {
    happened: 'Ce qui s’est passé',
    data: 'Quelles données sont touchées',
    done: 'Ce que nous avons fait',
    forYou: 'Ce que nous faisons pour vous',
    planned: 'Ce que nous allons faire',
    advice: 'Ce qui peut arriver, et ce que vous pouvez faire',
    contact: 'À qui poser vos questions',
    complaint: 'À qui vous plaindre',
  },
  happened: {
    ransomware:
      'Des pirates sont entrés dans nos ordinateurs. Ils ont bloqué nos données : nous ne pouvions plus nous en servir.',
    intrusion: 'Quelqu’un est entré sans autorisation dans nos systèmes informatiques.',
    insider: 'Une personne qui travaille chez nous, ou y a travaillé, s’est servie de données sans en avoir le droit.',
    'left-open':
      'Par erreur, un endroit où nous gardons des données est resté ouvert. Des personnes extérieures pouvaient y entrer sans mot de passe.',
    'wrong-recipient': 'Par erreur, nous avons envoyé des données sur vous à quelqu’un d’autre.',
    'wrong-view': 'Par erreur, notre service a montré les données de certaines personnes à d’autres personnes.',
    'visible-addresses':
      'Par erreur, nous avons envoyé un message où chacun pouvait voir l’adresse de tous les autres.',
    'lost-device': 'Un appareil ou un disque qui contenait des données sur vous a été perdu, volé ou jeté.',
    'lost-paper': 'Des papiers qui parlent de vous ont été perdus, volés ou laissés à la vue d’autres personnes.',
    spoken: 'Une personne qui travaille chez nous a parlé de vous à quelqu’un alors qu’elle n’aurait pas dû.',
    altered: 'Des données sur vous ont été modifiées par quelqu’un qui n’en avait pas le droit.',
    'lost-data': 'Des données sur vous ont été effacées ou abîmées.',
  },
  harmed: {
    altered: 'Certaines données peuvent maintenant être fausses.',
    outOfReach: 'Pendant un temps, nous n’avons pas pu nous servir de ces données.',
  },
  when: {
    on: ({ day }) => `Cela s’est passé le ${day}.`,
    between: ({ since, until }) => `Cela a commencé le ${since}, ou avant, et a pris fin le ${until}.`,
    since: ({ since }) => `Cela a commencé le ${since}, ou avant.`,
    learned: ({ day }) => `Nous le savons depuis le ${day}.`,
    backAfter: ({ time }) => `Tout a de nouveau fonctionné au bout d’environ ${time}.`,
  },
  seen: {
    proved: 'Nous savons que quelqu’un a vu ou copié ces données.',
    likely: 'Nous pensons que quelqu’un a vu ou copié ces données.',
    unknown: 'Nous ne pouvons pas dire si quelqu’un a vu ou copié ces données. Faites comme si c’était le cas.',
    unlikely: 'Rien n’indique que quelqu’un ait vu ou copié ces données. Nous ne pouvons pas en être tout à fait sûrs.',
    ruledOut: 'Nos relevés montrent que personne d’extérieur n’a vu ni copié ces données.',
    encrypted: 'Ces données étaient protégées par une clé. Sans elle, personne ne peut les lire.',
    returned: 'Nous savons qui a reçu ces données. On nous a confirmé par écrit qu’elles ont été effacées ou rendues.',
    notReturned: 'Nous savons qui a reçu ces données. On ne nous a pas encore confirmé qu’elles ont été effacées.',
  },
  dataIntro: 'Voici ces données :',
  dataOutro: 'Tout ne concerne pas tout le monde. Demandez-nous si vous voulez savoir ce qu’il en est pour vous.',
  kept: {
    plain: 'Les mots de passe ou les clés étaient lisibles tels quels.',
    weakHash: 'Les mots de passe étaient brouillés, mais pas assez bien. Avec du temps, on peut les retrouver.',
    strongHash:
      'Les mots de passe étaient bien brouillés. On peut quand même deviner ceux qui sont courts ou courants.',
    encrypted: 'Les mots de passe ou les clés étaient protégés par une autre clé.',
  },
  done: {
    closedOn: ({ day }) => `Nous y avons mis fin le ${day}.`,
    closed: 'Nous y avons mis fin.',
    ongoing: 'Ce n’est pas encore terminé.',
    authorityTold: ({ day }) => `Nous avons prévenu l’autorité de protection des données le ${day}.`,
    takenOn: ({ what, day }) => `${day} : ${what}`,
  },
  unlikely:
    'D’après ce que nous savons, il est peu probable que cela vous cause du tort. Si c’était quand même le cas, voici ce qui peut arriver et ce qui aide.',
  groupAdvice: {
    employees:
      'Méfiez-vous des appels et des messages qui semblent venir d’un collègue, du service informatique ou de la direction. Rappelez à un numéro que vous connaissez.',
    patients: 'Ne renoncez pas à voir un médecin à cause de cela.',
    students:
      'Méfiez-vous des messages sur les frais, les bourses ou les notes. En cas de doute, demandez à la scolarité.',
  },
  children: {
    name: 'Votre enfant',
    mayHappen:
      'Un inconnu qui sait des choses sur votre enfant peut se faire passer pour un ami, ou pour un proche de la famille. Les données d’un enfant peuvent aussi servir des années plus tard, quand plus personne n’y pense.',
    whatToDo: [
      'Racontez à votre enfant ce qui s’est passé, avec des mots simples. Ce n’est pas sa faute.',
      'Mettez-vous d’accord : si quelqu’un qu’il ne connaît pas lui écrit ou l’appelle, il vous le dit.',
      'Regardez ensemble qui peut voir ses profils et ses messages.',
      'Faites attention aux courriers, aux factures ou aux contrats au nom de votre enfant.',
    ],
  },
  askDpo: 'La personne chargée de la protection des données chez nous répond à vos questions. C’est gratuit.',
  askContact: 'Nous répondons à vos questions. C’est gratuit.',
  ways: { name: 'Nom', email: 'E-mail', phone: 'Téléphone', page: 'Page web', post: 'Courrier' },
  noPassword:
    'Nous ne vous demandons ici ni mot de passe, ni code, ni numéro de carte. Si un message à ce sujet vous en demande un, il ne vient pas de nous.',
  complain: 'Vous pouvez vous plaindre de nous à tout moment. C’est gratuit. Adressez-vous à :',
  complainElsewhere:
    'Vous pouvez aussi vous adresser à l’autorité de protection des données du pays où vous vivez ou travaillez.',
  germanAuthority: 'l’autorité de protection des données du Land allemand concerné',
  inCountry: ({ name, country }) => `${name}, ${country}`,
  ask: {
    organisationName: 'Comment s’appelle votre organisme, tel que les gens le connaissent ?',
    incident: 'Que s’est-il passé ? Racontez-le en deux ou trois phrases courtes.',
    since: 'Quand cela s’est-il passé, ou depuis quand au plus tard ?',
    nature:
      'Qu’est-il arrivé aux données : d’autres les ont-ils vues, ont-elles été modifiées, ou étaient-elles hors d’usage ?',
    exfiltration: 'Quelqu’un a-t-il vu ou copié les données ? Dites ce que vous savez et ce que vous ne savez pas.',
    deletionConfirmed: 'Ceux qui ont reçu les données ont-ils confirmé par écrit qu’ils les ont effacées ?',
    restoreHours: 'Tout fonctionne-t-il de nouveau, et depuis quand ?',
    data: 'De quelles données s’agit-il ?',
    possibleData:
      'D’autres données s’y trouvent peut-être, sans certitude. Vérifiez, puis ajoutez-les ici ou retirez ce passage.',
    otherData:
      'Il y a d’autres données. Lesquelles, que peut-il arriver aux gens à cause d’elles, et que peuvent-ils faire ?',
    credentials: 'Comment étaient gardés les mots de passe ou les clés : lisibles, brouillés ou protégés par une clé ?',
    ongoing: 'Y a-t-il été mis fin ?',
    measuresTaken: 'Qu’avez-vous fait jusqu’ici ?',
    measuresForPersons: 'Que faites-vous pour éviter des ennuis à ces personnes ?',
    writtenIn:
      'Certaines phrases sont reprises telles que vous les avez données. Sont-elles dans la langue de ce texte ?',
    dpo: 'Qui répond aux questions (le délégué à la protection des données, ou une autre personne), et comment le joindre ?',
  },
  askAuthority:
    'À quelle autorité de protection des données peut-on se plaindre ? Cela dépend du pays où vous êtes établi.',
  askTranslation: ({ text }) => `Merci de mettre ceci en français : « ${text} »`,
};
