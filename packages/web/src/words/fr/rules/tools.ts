// Constats sur les outils de mesure et de calcul : Grafana, Prometheus, Jupyter, MLflow, Ollama.
import type { Meanings } from './meaning.ts';

export const tools: Meanings = {
  'grafana/anonymous-viewer': {
    why: 'Grafana est une fenêtre sur les bases d’une entreprise : métriques, journaux, commandes, clients. Celui-ci laisse entrer des visiteurs sans identification comme lecteurs. Un lecteur voit les tableaux de bord de l’organisation et peut envoyer ses propres requêtes à chaque source de données derrière eux, avec les identifiants que Grafana garde pour elle : l’exposition est donc aussi grande que ces bases.',
    summary: 'Désactiver l’accès anonyme ; partager des tableaux de bord isolés là où le public en a besoin.',
  },
  'grafana/anonymous-editor': {
    why: 'Grafana est une fenêtre sur les bases d’une entreprise : métriques, journaux, commandes, clients. Celui-ci laisse entrer des visiteurs sans identification, et le rôle qu’il leur donne est plus que lecteur : ils peuvent modifier tableaux de bord et alertes et, comme administrateurs, ajouter des sources de données, ce qui fait du serveur un chemin vers le réseau derrière lui.',
    summary: 'Désactiver l’accès anonyme ; nulle part il n’a besoin d’un rôle au-dessus de lecteur.',
  },
  'grafana/sign-up-open': {
    why: 'La page d’entrée de ce Grafana propose aux visiteurs de se créer un compte. Un nouveau compte devient lecteur de l’organisation, sauf réglage contraire, et un lecteur peut envoyer des requêtes aux sources de données derrière les tableaux de bord. Aucun compte n’a été créé pour l’essayer.',
    summary: 'Laisser les administrateurs créer les comptes.',
  },
  'jupyter/no-authentication': {
    why: 'Jupyter exécute tout ce qu’on tape dans un cahier, avec les droits du compte sous lequel il fut démarré. Celui-ci ne demande ni jeton ni mot de passe : quiconque atteint le port peut lire et modifier les cahiers et les données qu’il sert, exécuter des programmes sur la machine, et aller de là vers tout ce qu’elle atteint. Des attaquants automatiques cherchent de tels serveurs pour y miner de la monnaie et voler les clés de comptes infonuagiques.',
    summary: 'Demander un jeton ou un mot de passe, et n’écouter que sur la boucle locale.',
  },
  'jupyter/anonymous-read': {
    why: 'Ce serveur ne demande d’identification à personne. Selon ses propres dires, des inconnus ne peuvent pas y exécuter de programmes, mais ce qu’il sert leur est montré : des cahiers avec des données, des résultats et souvent des mots de passe.',
    summary: 'Demander un jeton ou un mot de passe.',
  },
  'jupyter/kernel-gateway-open': {
    why: 'La Kernel Gateway démarre des interpréteurs pour les programmes qui le lui demandent, et exécute ce qu’ils envoient. Celle-ci ne demande pas de jeton, comme elle est livrée : quiconque atteint le port exécute des programmes sur sa machine, avec tout ce que la machine atteint.',
    summary: 'Définir un jeton, et ne laisser que les programmes qui s’en servent l’atteindre.',
  },
  'mlflow/no-authentication': {
    why: 'MLflow conserve les expériences d’une équipe de science des données : paramètres, résultats, modèles et, dans les versions récentes, les traces de conversations avec des modèles de langage. Il n’a pas d’identification tant qu’on ne l’active pas, et ici elle ne l’est pas : quiconque atteint le port peut tout lire, modifier et supprimer, et un modèle échangé exécute du code là où on le charge.',
    summary: 'Activer les identifications, et ne laisser que le réseau de l’équipe atteindre le port.',
  },
  'mlflow/artifacts-proxied': {
    why: 'Ce serveur dépose lui-même les fichiers des expériences (modèles, jeux de données, rapports), avec ses propres identifiants, et les donne à qui les lui demande. Un visiteur lit et écrit donc le stockage derrière lui sans y avoir d’identification, et peut remplacer un modèle que d’autres chargent et exécutent.',
    summary: 'Exiger une identification, ou laisser les clients aller au stockage avec leurs propres droits.',
  },
  'ollama/no-authentication': {
    why: 'Ollama fait tourner des modèles de langage et n’a pas d’identification : quiconque atteint le port en est l’administrateur. Un inconnu peut lire les consignes et les gabarits de vos modèles, copier les modèles vers un dépôt à lui, les supprimer ou les remplacer par d’autres qui répondent faux, remplir le disque de téléchargements, et poser des questions à vos frais. Ses défauts dans la lecture de fichiers de modèles ont permis à des inconnus de lire la mémoire et d’exécuter des programmes sur la machine.',
    summary:
      'Ne laisser Ollama écouter que sur la boucle locale, et placer devant lui un mandataire avec identification là où d’autres en ont besoin.',
  },
  'ollama/models-listed': {
    why: 'La liste des modèles est donnée à tout le monde, mais non tout ce qu’offre Ollama : quelque chose devant lui laisse passer certains chemins. Les noms des modèles disent ce qu’une organisation construit et pour qui, et d’une exception pour un chemin à davantage, il n’y a qu’une erreur.',
    summary: 'Exiger l’identification pour tout chemin.',
  },
  'prometheus/no-authentication': {
    why: 'Prometheus conserve en nombres, dans le temps, la marche d’une organisation : chaque machine et chaque service avec son adresse interne et sa version, chaque tâche, souvent clients, utilisateurs et comptes comme étiquettes. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut tout lire, avec les adresses de tout ce qu’il surveille et la plupart de ses réglages, un plan pour un attaquant et, là où des étiquettes nomment des personnes, des données personnelles.',
    summary: 'Exiger une identification, et ne laisser que les machines qui en ont besoin atteindre le port.',
  },
  'prometheus/agent-exposed': {
    why: 'Cet agent ne conserve pas de séries qu’on pourrait demander, mais il dit à tout le monde sa version, ses réglages et les adresses internes de tout ce qu’il surveille : un plan du réseau pour quiconque atteint le port.',
    summary: 'Exiger une identification, et ne laisser que les machines qui en ont besoin atteindre le port.',
  },
  'prometheus/admin-api': {
    why: 'L’interface d’administration est active et ne demande pas d’identification : une requête supprime n’importe quelle série, ou écrit une copie de tout le stockage sur son disque jusqu’à le remplir. Quiconque atteint le port peut faire disparaître des preuves et des alarmes.',
    summary: 'Démarrer Prometheus sans --web.enable-admin-api, ou derrière une identification.',
  },
  'prometheus/lifecycle': {
    why: 'L’interface du cycle de vie est active et ne demande pas d’identification : une requête à /-/quit arrête le serveur, une autre lui fait relire ses réglages. Quiconque atteint le port peut aveugler la surveillance juste avant de faire autre chose.',
    summary: 'Démarrer Prometheus sans --web.enable-lifecycle, ou derrière une identification.',
  },
  'prometheus/remote-write': {
    why: 'Le serveur accepte par le réseau les mesures de n’importe qui. Quiconque atteint le port peut ajouter de fausses mesures, qui déclenchent des alarmes ou les font taire, et peut remplir le disque de séries.',
    summary: 'Démarrer Prometheus sans --web.enable-remote-write-receiver, ou derrière une identification.',
  },
  'prometheus/victoriametrics-no-authentication': {
    why: 'VictoriaMetrics conserve sur des années les mesures de machines, de services et souvent de clients. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut tout lire et importer de fausses mesures, puisqu’un nœud seul fait les deux sur le même port.',
    summary: 'Exiger une identification, et ne laisser que les machines qui en ont besoin atteindre le port.',
  },
};
