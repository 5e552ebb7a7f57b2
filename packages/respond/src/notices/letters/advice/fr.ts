// Ce qui peut arriver avec chaque type de données, et ce qu’on peut faire, en français. Prélèvement non autorisé : 13 mois, article
// L. 133-24 du code monétaire et financier.
import type { TopicWords } from '../letter-words.ts';

export const ADVICE_FR: TopicWords = {
  'contact-details': {
    name: 'Votre nom et vos coordonnées',
    mayHappen:
      'Des escrocs peuvent vous écrire ou vous appeler en se faisant passer pour nous, pour votre banque ou pour une administration. Ils savent des choses sur vous, et c’est ce qui les rend crédibles.',
    whatToDo: [
      'Ne cliquez pas sur les liens d’un message que vous n’attendiez pas. Tapez vous-même l’adresse du site.',
      'Si quelqu’un vous presse au téléphone, raccrochez. Rappelez à un numéro que vous connaissez déjà.',
      'Ne donnez jamais un mot de passe ou un code à une personne qui vous appelle ou vous écrit.',
    ],
  },
  logins: {
    name: 'Ce qui sert à vous connecter, comme votre identifiant ou votre mot de passe',
    mayHappen:
      'Quelqu’un peut se connecter chez nous à votre place. Si vous utilisez le même mot de passe ailleurs, il peut aussi y entrer : messagerie, achats en ligne, banque.',
    whatToDo: [
      'Changez dès aujourd’hui votre mot de passe chez nous.',
      'Changez-le aussi partout où vous utilisez le même, ou presque le même. Commencez par votre messagerie.',
      'Prenez un mot de passe différent pour chaque compte. Un gestionnaire de mots de passe les retient pour vous.',
      'Quand c’est possible, activez la connexion en deux étapes, par exemple avec un code sur votre téléphone.',
    ],
  },
  'access-keys': {
    name: 'Des clés d’accès que des programmes utilisent en votre nom',
    mayHappen:
      'Quelqu’un peut se servir de vos comptes avec ces clés, lire ce qui s’y trouve ou faire des dépenses en votre nom.',
    whatToDo: [
      'Créez de nouvelles clés dès maintenant et supprimez les anciennes.',
      'Regardez l’historique de chaque compte depuis la date indiquée plus haut. Signalez au fournisseur ce qui ne vient pas de vous.',
    ],
  },
  card: {
    name: 'Votre carte bancaire',
    mayHappen:
      'Quelqu’un peut essayer de payer avec votre carte, ou vous appeler en se faisant passer pour votre banque.',
    whatToDo: [
      'Appelez votre banque et demandez s’il faut faire opposition et remplacer la carte.',
      'Regardez vos paiements par carte tous les quelques jours. Signalez tout de suite à votre banque ceux que vous n’avez pas faits.',
      'Votre banque ne vous demandera jamais votre code secret, ni un code qu’elle vous a envoyé.',
    ],
  },
  account: {
    name: 'Votre numéro de compte bancaire (IBAN)',
    mayHappen:
      'Quelqu’un peut essayer de faire prélever de l’argent sur votre compte, ou de prendre un abonnement payé avec ce compte.',
    whatToDo: [
      'Regardez votre compte tous les quelques jours, pendant plusieurs mois.',
      'Si vous voyez un prélèvement que vous n’avez pas accepté, dites-le tout de suite à votre banque et demandez le remboursement. Vous avez 13 mois pour le faire.',
      'Vérifiez sur le site de votre banque la liste des organismes qui peuvent prélever sur votre compte. Vous pouvez en bloquer.',
    ],
  },
  money: {
    name: 'Votre situation financière : revenus, dettes ou paiements',
    mayHappen:
      'Quelqu’un peut deviner vos moyens et s’en servir pour vous vendre quelque chose, vous escroquer ou vous proposer un faux prêt. D’autres peuvent apprendre des difficultés que vous vouliez garder pour vous.',
    whatToDo: [
      'Méfiez-vous des offres de prêt, de placement ou d’aide que vous n’avez pas demandées.',
      'Cherchez sur vos relevés de compte ce que vous ne reconnaissez pas.',
      'En France, demandez à la Banque de France s’il existe un incident de crédit à votre nom. Dans d’autres pays, un registre des crédits vous renseigne.',
    ],
  },
  documents: {
    name: 'Vos papiers d’identité',
    mayHappen:
      'Quelqu’un peut se faire passer pour vous avec une copie de vos papiers. Il peut ouvrir un compte, prendre un crédit ou louer un bien en votre nom.',
    whatToDo: [
      'Demandez au service qui vous a remis ce document s’il faut le remplacer.',
      'Gardez ce message. Il vous aidera à montrer que ce n’était pas vous.',
      'Si vous recevez une facture ou un contrat dont vous ne savez rien, contestez par écrit et portez plainte.',
      'En France, demandez à la Banque de France si un compte ou un crédit existe à votre nom. Dans certains pays, vous pouvez bloquer les demandes de crédit.',
    ],
  },
  'id-numbers': {
    name: 'Un numéro que l’État ou un assureur vous a donné, comme le numéro de sécurité sociale',
    mayHappen:
      'Vous gardez ce numéro longtemps. Avec lui et votre nom, quelqu’un peut se faire passer pour vous auprès d’une administration, d’un assureur ou d’un médecin, et toucher ce qui vous revient.',
    whatToDo: [
      'Vérifiez les courriers et les relevés des impôts, de l’assurance maladie, de votre mutuelle et de votre retraite.',
      'Prévenez l’organisme qui vous a donné ce numéro et demandez-lui comment protéger votre dossier.',
      'Une personne qui connaît votre numéro n’est pas forcément celle qu’elle dit être.',
    ],
  },
  health: {
    name: 'Votre santé',
    mayHappen:
      'D’autres peuvent apprendre une maladie ou un traitement. Quelqu’un peut s’en servir pour vous gêner, faire pression sur vous ou vous vendre un faux remède. Cela peut aussi vous nuire au travail ou chez un assureur.',
    whatToDo: [
      'Si quelqu’un menace d’en parler, ne payez pas. Gardez le message et portez plainte.',
      'Méfiez-vous des appels et des messages sur votre santé, vos médicaments ou un remboursement. Rappelez vous-même votre médecin ou votre mutuelle.',
      'Si cela vous pèse, parlez-en à votre médecin ou à une personne de confiance.',
    ],
  },
  'work-health': {
    name: 'Votre santé au travail, comme vos arrêts maladie',
    mayHappen:
      'Des collègues ou de futurs employeurs peuvent apprendre que vous avez été malade. On pourrait vous traiter moins bien à cause de cela.',
    whatToDo: [
      'Si on vous traite moins bien, notez ce qui se passe. Parlez-en au médecin du travail, à un syndicat ou à un avocat.',
      'Vous n’avez pas à répondre à des questions sur votre maladie, d’où qu’elles viennent.',
    ],
  },
  genetic: {
    name: 'Vos données génétiques',
    mayHappen:
      'Elles parlent de maladies que vous pourriez avoir, et de votre famille. On ne peut pas les changer. Quelqu’un peut s’en servir contre vous ou vos proches, même dans des années.',
    whatToDo: [
      'Prévenez votre famille proche : ces données parlent d’elle aussi.',
      'Ne les donnez pas à un assureur ou à un employeur. S’ils en parlent, demandez d’abord conseil.',
      'Si quelqu’un menace de les publier, ne payez pas. Portez plainte.',
    ],
  },
  biometric: {
    name: 'Votre empreinte, votre visage ou votre voix',
    mayHappen:
      'On ne peut pas les changer comme un mot de passe. Quelqu’un peut essayer d’ouvrir un appareil ou une porte à votre place, ou d’imiter votre visage ou votre voix pour tromper d’autres personnes.',
    whatToDo: [
      'Là où vous vous connectez avec le doigt, le visage ou la voix, ajoutez un mot de passe ou un code.',
      'Choisissez un mot avec vos proches. Ils sauront ainsi que c’est bien vous au téléphone.',
      'Demandez à ceux qui vous reconnaissent ainsi, comme votre banque, de prévoir un autre moyen.',
    ],
  },
  offences: {
    name: 'Des infractions, des poursuites ou des jugements',
    mayHappen:
      'D’autres peuvent l’apprendre. Quelqu’un peut faire pression sur vous, et cela peut vous gêner pour un emploi ou un logement.',
    whatToDo: [
      'Si quelqu’un menace d’en parler, ne payez pas. Gardez le message et portez plainte.',
      'Si cela paraît sur internet, demandez au site et au moteur de recherche de le retirer.',
    ],
  },
  convictions: {
    name: 'Vos idées : politique, religion ou syndicat',
    mayHappen:
      'D’autres peuvent apprendre ce que vous croyez ou à quoi vous appartenez. On pourrait vous insulter, vous menacer ou vous traiter moins bien.',
    whatToDo: [
      'Si on vous menace, gardez les messages et portez plainte.',
      'Si on vous traite moins bien au travail, parlez-en à un syndicat ou, en France, au Défenseur des droits.',
      'Regardez ce que des inconnus voient sur vos profils, et cachez ce qui ne les regarde pas.',
    ],
  },
  origin: {
    name: 'Votre origine',
    mayHappen:
      'D’autres peuvent apprendre d’où vous venez, vous ou votre famille. On pourrait vous insulter, vous menacer ou vous traiter moins bien.',
    whatToDo: [
      'Si on vous menace ou vous insulte, gardez les messages et portez plainte.',
      'Si on vous refuse un emploi, un logement ou un service, le Défenseur des droits peut vous aider gratuitement en France.',
    ],
  },
  intimate: {
    name: 'Votre vie amoureuse ou sexuelle',
    mayHappen:
      'D’autres peuvent apprendre ce que vous vouliez garder pour vous. Quelqu’un peut menacer de le dire à votre famille, à votre employeur ou à tous.',
    whatToDo: [
      'Si on vous menace, ne payez pas et ne répondez pas. Gardez les messages et portez plainte.',
      'Parlez-en à une personne de confiance. Si vous craignez d’être en danger chez vous, appelez une ligne d’aide sans attendre.',
      'Si cela paraît sur internet, demandez au site et au moteur de recherche de le retirer.',
    ],
  },
  conversations: {
    name: 'Ce que vous avez écrit ou cherché',
    mayHappen:
      'D’autres peuvent lire ce que vous avez demandé, raconté ou cherché. Cela peut parler de votre santé, de votre famille, de votre travail ou de vos soucis. Quelqu’un peut s’en servir pour vous gêner ou faire pression sur vous.',
    whatToDo: [
      'Pensez à ce que vous y avez écrit. S’il y avait des mots de passe, des clés ou des numéros de compte, changez-les.',
      'Si vous y avez parlé d’autres personnes ou de votre travail, prévenez-les. Elles pourront faire attention elles aussi.',
      'Si quelqu’un menace de le publier, ne payez pas. Gardez le message et portez plainte.',
    ],
  },
  habits: {
    name: 'Vos habitudes : achats, centres d’intérêt ou études',
    mayHappen:
      'Quelqu’un peut apprendre comment vous vivez et ce qui compte pour vous. Il peut s’en servir pour vous envoyer des messages qui semblent faits pour vous.',
    whatToDo: [
      'Méfiez-vous des offres qui vous vont trop bien et qui vous pressent de décider.',
      'Si un message parle d’une commande ou d’un contrat, vérifiez dans votre compte. N’utilisez pas le lien du message.',
    ],
  },
  location: {
    name: 'Où vous vivez, ou les endroits où vous étiez',
    mayHappen:
      'Quelqu’un peut apprendre où vous vivez et travaillez, où vous allez, et quand vous n’êtes pas chez vous.',
    whatToDo: [
      'Coupez la localisation dans les applications qui n’en ont pas besoin.',
      'Si quelqu’un vous suit, ou ne doit pas savoir où vous vivez, parlez-en dès maintenant à la police. Si possible, changez de trajets et d’horaires.',
    ],
  },
  devices: {
    name: 'Vos appareils, comme leur numéro ou leur adresse internet',
    mayHappen:
      'Quelqu’un peut reconnaître votre appareil sur internet, voir à peu près où il se trouve, ou essayer de l’attaquer.',
    whatToDo: [
      'Installez les mises à jour de votre téléphone, de votre ordinateur et de votre box.',
      'Déconnectez-vous de notre service sur tous vos appareils, puis reconnectez-vous.',
      'Effacez les cookies de votre navigateur.',
    ],
  },
  altered: {
    name: 'Des données qui ont pu être modifiées',
    mayHappen:
      'Nous avons pu nous fier à des données fausses. Une facture, un paiement, un courrier ou une décision à votre sujet peut être faux.',
    whatToDo: [
      'Vérifiez ce que vous avez reçu de nous depuis la date indiquée plus haut. Dites-nous ce qui ne va pas.',
      'Demandez-nous une copie de vos données et dites-nous ce qu’il faut corriger.',
    ],
  },
  'care-missing': {
    name: 'Vos soins, pendant que votre dossier nous manquait',
    mayHappen:
      'Un examen ou une opération a pu être remis à plus tard, ou peut l’être encore. Ceux qui vous soignent peuvent ne pas voir vos anciens résultats, vos allergies ou vos médicaments. Nous n’arriverons peut-être pas à vous joindre pour vous le dire.',
    whatToDo: [
      'Appelez avant de venir à un rendez-vous.',
      'Apportez la liste de vos médicaments et de vos allergies, et les résultats que vous avez chez vous.',
      'Si vous vous sentez plus mal, ne nous attendez pas. Appelez votre médecin, ou le 112 en cas d’urgence.',
    ],
  },
  'service-missing': {
    name: 'Notre service, pendant que vos données nous manquaient',
    mayHappen:
      'Ce que vous attendez de nous peut arriver en retard, ou pas du tout : une réponse, un paiement, une livraison. Certaines données peuvent être perdues.',
    whatToDo: [
      'Dites-nous si quelque chose que vous attendez n’arrive pas.',
      'Gardez vos courriers, vos factures et vos reçus. Ils nous aideront à remettre votre dossier en ordre.',
      'Si vous manquez une échéance à cause de cela, demandez-nous de le confirmer par écrit.',
    ],
  },
};
