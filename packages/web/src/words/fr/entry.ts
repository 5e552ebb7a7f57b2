// La porte : premier démarrage et connexion.
import type { entry as en } from '../en/entry.ts';

export const entry: typeof en = {
  setUp: {
    title: 'Prenez le premier quart',
    about:
      'Cette salle est neuve. Vous en devenez le premier administrateur ; le lien affiché dans le terminal prouve que la machine est à vous.',
    noToken:
      'Le lien à usage unique manque. Regardez dans le terminal où Vigie a démarré : une adresse qui finit par un jeton y est écrite. Ouvrez cette adresse.',
    token: 'Jeton à usage unique',
    name: 'Votre nom',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    passwordHint: 'Au moins 12 caractères. Quelques mots à la suite valent mieux que des signes.',
    act: 'Créer le compte et entrer',
    done: 'La salle est à vous.',
    scanTitle: 'Regarder d’abord cette machine ?',
    scanText:
      'Vigie demande aux dépôts de cette machine ce qu’ils diraient à un inconnu. Aucune ligne n’est lue, aucun mot de passe deviné, rien n’est écrit. Cela prend quelques secondes.',
    scanAct: 'Analyser cette machine',
    scanLater: 'Plus tard',
    scanning: 'Regard sur cette machine',
    scopeName: 'Cette machine',
  },
  signIn: {
    title: 'Connexion',
    lead: 'Quelqu’un veille.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    act: 'Se connecter',
    passkey: 'Se connecter avec une clé d’accès',
    noPasskeys: 'Ce navigateur n’a pas de clés d’accès.',
    with: (provider) => `Se connecter avec ${provider}`,
    or: 'ou',
    providerFailed: 'L’autre côté ne vous a pas laissé entrer, ou vous n’avez pas de compte ici.',
    wrong: 'L’adresse ou le mot de passe est faux, ou le compte est désactivé.',
    tooMany: 'Trop d’essais. Attendez une minute.',
    passkeyFailed: 'La clé d’accès n’a pas été acceptée. Réessayez, ou utilisez votre mot de passe.',
    ended: 'Votre session est terminée. Connectez-vous pour reprendre où vous étiez.',
    totpTitle: 'La deuxième étape',
    totpAbout: 'Tapez les six chiffres que votre application affiche maintenant.',
    code: 'Code',
    totpAct: 'Continuer',
    totpWrong: 'Ce code n’est pas celui de cet instant. Attendez le suivant et réessayez.',
    backupInstead: 'Utiliser plutôt un code de secours',
    backupCode: 'Code de secours',
    totpInstead: 'Utiliser plutôt l’application',
    trust: 'Ne plus demander sur cet appareil pendant 30 jours',
    lost: 'Mot de passe perdu ? Un administrateur peut vous donner un nouveau lien.',
  },
  invitation: {
    title: 'Vous êtes invité à veiller',
    about: 'Choisissez un nom et un mot de passe ; le lien ne sert qu’une fois.',
  },
};
