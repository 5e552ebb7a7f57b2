// The public pages in French.
import type { PublicWords } from './words.ts';

const accessLetter = `Objet : accès à mes données personnelles

À [nom et adresse de l’organisme]

En vertu de [l’article 15 du règlement général sur la protection des données], je vous demande

1. si vous traitez des données personnelles me concernant ;
2. une copie de ces données, y compris de celles que concerne l’incident que vous avez annoncé le [date] ;
3. à quelles fins vous les traitez, de qui vous les tenez, à qui vous les avez transmises et combien de temps vous les conservez ;
4. lesquelles de mes données d’autres ont pu voir, de quand à quand, et qui l’a fait, pour autant qu’on le sache.

Je vous prie de répondre dans un délai d’un mois. Vous me connaissez sous [nom, numéro de client ou adresse e-mail].

[lieu, date]
[nom]
`;

export const FRENCH: PublicWords = {
  languageName: 'Français',
  skip: 'Aller au contenu',
  otherLanguages: 'Cette page dans d’autres langues',
  updates: 'Ce que nous savons, et quand nous l’avons dit',
  noUpdates: 'Il n’y a pas encore de communiqué dans cette langue. D’autres se trouvent dans les langues ci-dessus.',
  updatedAt: 'Communiqué du',
  correctedAt: 'Corrigé le',
  removedAt: 'Ce communiqué a été retiré le',
  contact: 'Questions',
  affectedTitle: 'Suis-je concerné(e) ?',
  affectedIntro:
    'Indiquez votre adresse e-mail. Nous envoyons la réponse à cette adresse et ne la montrons à personne d’autre : cette page dit donc la même chose à tout le monde.',
  emailLabel: 'Votre adresse e-mail',
  ask: 'M’envoyer la réponse',
  askedTitle: 'La réponse arrive par e-mail',
  asked:
    'Si l’adresse existe, un message avec la réponse lui est envoyé. Cela peut prendre quelques minutes. Chaque adresse reçoit une réponse par jour.',
  noAddress: 'Indiquez une adresse e-mail, par exemple nom@example.org.',
  phishing:
    'Nous ne demandons jamais votre mot de passe, et nos messages ne vous demandent jamais de vous connecter. Si un message le fait, il ne vient pas de nous.',
  rightsTitle: 'Vos droits',
  rightsIntro:
    'Choisissez le pays où vous vivez. Vous y trouverez où vous plaindre, ce que vous pouvez demander, et des lettres à compléter.',
  rightsIn: ({ country }) => `Vos droits : ${country}`,
  rightsLink: 'Vos droits, et des lettres à compléter',
  authority: 'L’autorité',
  complaintTemplate: 'Une réclamation à compléter',
  accessTemplate: 'Une demande d’accès à compléter',
  fillIn: 'Remplacez ce qui est entre crochets.',
  download: 'Télécharger en texte',
  notFoundTitle: 'Rien ici',
  notFound: 'Il n’y a pas de page à cette adresse. Elle a peut-être été retirée.',
  tooManyTitle: 'Trop de demandes',
  tooMany: 'Trop de demandes sont venues de votre réseau. Réessayez dans quelques minutes.',
  incidents: 'Incidents',
  noIncidents: 'Rien n’est publié ici pour le moment.',
  back: 'Tous les incidents',
  answer: {
    subject: ({ title }) => `Votre question : ${title}`,
    yes: ({ title, organisation }) =>
      `Vous avez demandé si cette adresse est concernée par l’incident « ${title} ».\n\nOui : cette adresse figure parmi celles des personnes dont des données sont concernées. ${organisation} vous écrit ce qui s’est passé, ce que cela peut signifier pour vous et ce que vous pouvez faire. Si vous n’avez pas encore reçu de lettre, elle viendra.`,
    no: ({ title, organisation }) =>
      `Vous avez demandé si cette adresse est concernée par l’incident « ${title} ».\n\n${organisation} n’a pas trouvé cette adresse parmi celles des personnes dont des données sont concernées, pour autant qu’on le sache aujourd’hui. Si cela changeait, vous en seriez informé(e).`,
    gone: ({ title, organisation }) =>
      `Vous avez demandé si cette adresse est concernée par l’incident « ${title} ».\n\n${organisation} a écrit aux personnes dont les données étaient concernées, puis a effacé leur liste. Plus personne ne peut donc vérifier si cette adresse y figurait. Si vous n’avez reçu aucune lettre, posez-nous la question.`,
    close: ({ contact }) =>
      `Si ce n’est pas vous qui avez demandé, vous n’avez rien à faire : la réponse n’a été donnée qu’à vous.\nNous ne demandons jamais votre mot de passe, et ce message ne vous demande pas de vous connecter.\n\nQuestions : ${contact}`,
  },
  rights: {
    gdpr: {
      law: 'Règlement général sur la protection des données (RGPD), règlement (UE) 2016/679',
      complaint:
        'Vous pouvez déposer une réclamation auprès de l’autorité du pays où vous vivez ou travaillez, ou de celui où cela s’est passé (article 77). C’est gratuit.',
      court: 'Vous pouvez agir en justice contre l’organisme, là où il est établi ou là où vous vivez (article 79).',
      compensation:
        'Si vous avez subi un dommage, vous pouvez en demander réparation, même si vous n’avez pas perdu d’argent (article 82).',
      access:
        'Vous pouvez demander quelles données l’organisme a sur vous, et en obtenir une copie. Il doit répondre dans un délai d’un mois (articles 12 et 15).',
      erasure:
        'Vous pouvez faire corriger des données fausses et effacer celles qui ne sont plus nécessaires (articles 16 et 17).',
      together: 'Une association peut se plaindre et agir en justice pour vous (article 80).',
      crime:
        'Si quelqu’un se sert de vos données pour vous tromper, portez plainte. En France, cybermalveillance.gouv.fr vous aide.',
      accessLetter,
      complaintLetter: ({
        authority,
      }) => `Objet : réclamation au titre de l’article 77 du règlement général sur la protection des données

À l’attention de : ${authority}

Je dépose une réclamation contre [nom et adresse de l’organisme].

Le [date], j’ai appris que des données me concernant ont été touchées par un incident chez cet organisme. À ma connaissance, il s’agit de [quelles données].
J’estime que mes données n’ont pas été protégées comme l’exige l’article 32 du règlement[, et que j’en ai été informé(e) trop tard ou pas assez clairement (article 34)].
[Ce que cela signifie pour moi : …]
[Ce que j’ai demandé à l’organisme, et ce qu’il a répondu : …]

Je vous prie d’examiner les faits et de m’informer de la suite donnée.

[lieu, date]
[nom, adresse, adresse e-mail]
`,
    },
    'uk-gdpr': {
      law: 'UK GDPR et Data Protection Act 2018',
      complaint:
        'Vous pouvez vous plaindre d’abord à l’organisme, puis à l’Information Commissioner (article 77 du UK GDPR, section 165 du Data Protection Act 2018). C’est gratuit.',
      court: 'Vous pouvez agir en justice contre l’organisme (article 79 du UK GDPR, section 167 de la loi).',
      compensation:
        'Si vous avez subi un dommage, y compris de la détresse, vous pouvez en demander réparation (article 82 du UK GDPR, section 168 de la loi).',
      access:
        'Vous pouvez demander quelles données l’organisme a sur vous, et en obtenir une copie. Il doit répondre dans un délai d’un mois (articles 12 et 15 du UK GDPR).',
      erasure:
        'Vous pouvez faire corriger des données fausses et effacer celles qui ne sont plus nécessaires (articles 16 et 17 du UK GDPR).',
      together:
        'Un organisme de protection des données peut se plaindre et agir en justice pour vous, si vous le lui demandez (article 80, paragraphe 1, du UK GDPR).',
      crime: 'Si quelqu’un se sert de vos données pour vous tromper, signalez-le à la police.',
      accessLetter: accessLetter.replace(
        'l’article 15 du règlement général sur la protection des données',
        'l’article 15 du UK GDPR',
      ),
      complaintLetter: ({ authority }) => `Objet : réclamation au titre de la section 165 du Data Protection Act 2018

À l’attention de : ${authority}

Je dépose une réclamation contre [nom et adresse de l’organisme].

Le [date], j’ai appris que des données me concernant ont été touchées par un incident chez cet organisme. À ma connaissance, il s’agit de [quelles données].
J’estime que mes données n’ont pas été protégées comme l’exige l’article 32 du UK GDPR[, et que j’en ai été informé(e) trop tard ou pas assez clairement (article 34)].
[Ce que cela signifie pour moi : …]
[Ce que j’ai demandé à l’organisme, et ce qu’il a répondu : …]

Je vous prie d’examiner les faits et de m’informer de la suite donnée.

[lieu, date]
[nom, adresse, adresse e-mail]
`,
    },
    'swiss-fadp': {
      law: 'Loi fédérale sur la protection des données (LPD) du 25 septembre 2020',
      complaint:
        'Vous pouvez signaler les faits au Préposé fédéral à la protection des données et à la transparence, qui peut ouvrir une enquête (article 49 LPD). C’est gratuit.',
      court:
        'Vous pouvez agir devant un tribunal civil pour faire cesser ou constater une atteinte à votre personnalité (article 32 LPD ; articles 28 et suivants du Code civil).',
      compensation:
        'Dans la même action, vous pouvez demander des dommages-intérêts et une réparation du tort moral (article 28a du Code civil).',
      access:
        'Vous pouvez demander quelles données l’organisme a sur vous. Il doit répondre dans les 30 jours, en règle générale gratuitement (article 25 LPD).',
      erasure:
        'Vous pouvez faire corriger des données fausses et effacer celles qui ne peuvent pas être conservées (article 32 LPD).',
      together: 'D’autres personnes concernées peuvent agir avec vous.',
      crime:
        'Certaines violations sont des infractions, poursuivies sur plainte (articles 60 et suivants LPD). Si quelqu’un se sert de vos données pour vous tromper, portez plainte.',
      accessLetter: accessLetter
        .replace(
          'l’article 15 du règlement général sur la protection des données',
          'l’article 25 de la loi fédérale sur la protection des données',
        )
        .replace('dans un délai d’un mois', 'dans les 30 jours'),
      complaintLetter: ({
        authority,
      }) => `Objet : signalement au titre de l’article 49 de la loi fédérale sur la protection des données

À l’attention de : ${authority}

Je signale [nom et adresse de l’organisme].

Le [date], j’ai appris que des données me concernant ont été touchées par un incident chez cet organisme. À ma connaissance, il s’agit de [quelles données].
J’estime que la sécurité de mes données n’a pas été assurée comme l’exige l’article 8 de la loi[, et que je n’en ai pas été informé(e) comme l’exige l’article 24].
[Ce que cela signifie pour moi : …]
[Ce que j’ai demandé à l’organisme, et ce qu’il a répondu : …]

[lieu, date]
[nom, adresse, adresse e-mail]
`,
    },
  },
};
