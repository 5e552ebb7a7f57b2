// Constats sur les bases de données : Cassandra, ClickHouse, CouchDB, InfluxDB, MongoDB, MySQL, PostgreSQL et leurs parents.
import type { Meanings } from './meaning.ts';

export const databases: Meanings = {
  'cassandra/no-authentication': {
    why: 'Cassandra contient les enregistrements principaux de grandes applications : utilisateurs, messages, commandes, mesures. Telle qu’elle s’installe, elle ne demande d’identification à personne, et sans identification elle n’a pas non plus de droits : quiconque atteint le port peut lire, modifier et supprimer toutes les tables du cluster, depuis n’importe lequel de ses nœuds.',
    summary:
      'Activer l’authentification par mot de passe et les droits, et ne laisser que les applications atteindre le port.',
  },
  'cassandra/scylla-no-authentication': {
    why: 'ScyllaDB contient les enregistrements principaux de grandes applications. Telle qu’elle s’installe, elle ne demande d’identification à personne : quiconque atteint le port peut lire toutes les tables du cluster, depuis n’importe lequel de ses nœuds, et modifier ou supprimer ce que ses réglages permettent.',
    summary:
      'Activer l’authentification par mot de passe et les droits, et ne laisser que les applications atteindre le port.',
  },
  'cassandra/anonymous-session': {
    why: 'Le serveur ouvre une session sans demander qui est là, puis refuse une partie de ce qu’on lui demande. Un inconnu est à l’intérieur et voit au moins une partie du schéma ; la sûreté des tables tient à chaque droit accordé, un par un.',
    summary: 'Ne laisser entrer personne sans identification.',
  },
  'cassandra/transitional-authentication': {
    why: 'Le serveur demande une identification et nomme un authentificateur de transition, fait pour les jours d’une migration : il vérifie le mot de passe quand on en donne un, et prend pour anonymes les clients sans mot de passe valable au lieu de les renvoyer. Ce qu’un client anonyme peut faire ensuite n’a pas été essayé, car il aurait fallu envoyer des identifiants.',
    summary: 'Terminer la migration : mettre en place l’authentificateur par mot de passe.',
  },
  'clickhouse/no-authentication': {
    why: 'ClickHouse conserve journaux, événements et statistiques, souvent chaque requête des utilisateurs, avec son texte et ses jetons. Celui-ci accepte les requêtes de l’utilisateur « default » sans mot de passe : quiconque atteint le port peut lister toutes les tables et les copier en quelques minutes, avec un simple navigateur. C’est ainsi que plus d’un million de lignes de conversations privées étaient ouvertes en janvier 2025.',
    summary:
      'Donner un mot de passe à l’utilisateur « default », limiter les réseaux d’où il peut venir, et n’écouter que sur des adresses internes.',
  },
  'clickhouse/interserver-reachable': {
    why: 'Par ce port, les répliques de ClickHouse vont chercher l’une chez l’autre des parties entières de tables. Il répond à tout client ; si aucun identifiant n’y est configuré, qui connaît le nom d’une table répliquée et d’une partie peut en prendre les données. Rien d’autre que les autres répliques ne devrait l’atteindre. On ne peut pas dire si des identifiants sont demandés sans demander des données.',
    summary: 'Ne laisser que les répliques atteindre le port 9009, et y configurer des identifiants.',
  },
  'couchdb/admin-party': {
    why: 'CouchDB conserve des documents : profils, dossiers, données synchronisées d’applications mobiles. Celui-ci n’a pas d’administrateur, et alors quiconque atteint le port en est un. Il peut lire, modifier et supprimer toutes les bases, créer des utilisateurs et changer la configuration, ce qui a déjà permis d’exécuter des programmes sur la machine. Les serveurs ouverts sont vidés et rançonnés par des attaquants automatiques.',
    summary:
      'Créer un administrateur, exiger une identification pour tout, et n’écouter que sur des adresses internes.',
  },
  'couchdb/databases-readable': {
    why: 'CouchDB conserve des documents : profils, dossiers, données synchronisées d’applications mobiles. Celui-ci a des administrateurs, mais certaines de ses bases ne nomment pas de membres, et alors tout le monde en est un : un visiteur peut lire tous leurs documents et, sauf règle de validation contraire, en modifier et en ajouter.',
    summary: 'Donner des membres à chaque base, et exiger une identification pour chaque requête.',
  },
  'couchdb/databases-listed': {
    why: 'Les bases elles-mêmes refusent les visiteurs, mais leurs noms et leurs tailles sont donnés à tout le monde. Les noms contiennent souvent ceux de clients et d’utilisateurs, et c’est ce qu’il faut à un attaquant pour chercher un réglage faible dans chaque base.',
    summary: 'Ne laisser que les administrateurs lister les bases.',
  },
  'influxdb/no-authentication': {
    why: 'InfluxDB conserve des mesures dans le temps : de machines et d’applications, et aussi souvent de personnes, comme leurs appareils, leurs déplacements et leur santé. Celui-ci tourne sans authentification, comme la version 1 à l’installation : quiconque atteint le port peut lire toutes les bases, ajouter de fausses mesures et tout supprimer d’une seule instruction.',
    summary: 'Activer l’authentification, et ne laisser que les machines qui en ont besoin atteindre le port.',
  },
  'influxdb/first-come-administrator': {
    why: 'Ce serveur demande une identification, mais n’a pas encore d’administrateur, et il accepte le premier qui le demande par le réseau. Il suffit d’une requête à un inconnu pour posséder le serveur, avec tout ce qu’il contient et tout ce qu’on y écrira ; son propriétaire est alors enfermé dehors.',
    summary: 'Créer l’administrateur maintenant, avant qu’un autre ne le fasse.',
  },
  'mongodb/no-authentication': {
    why: 'MongoDB contient les enregistrements d’applications : comptes, messages, commandes, fichiers. Celui-ci tourne sans contrôle d’accès : quiconque atteint le port peut lire, modifier et supprimer tous les documents de toutes les bases. Depuis 2017, des machines cherchent les serveurs MongoDB ouverts ; ils sont copiés, vidés, et laissés avec un billet qui demande de l’argent.',
    summary: 'Activer le contrôle d’accès, et n’écouter que sur des adresses internes.',
  },
  'mongodb/ferretdb-no-authentication': {
    why: 'FerretDB conserve les documents d’applications dans une autre base de données et les offre par le protocole de MongoDB. Celui-ci ne demande d’identification à personne : quiconque atteint le port agit comme l’utilisateur que FerretDB a lui-même dans la base derrière lui, et peut lire, modifier et supprimer tous les documents.',
    summary: 'Demander une identification à chaque client, et n’écouter que sur des adresses internes.',
  },
  'mongodb/anonymous-listing': {
    why: 'Sans identification, le serveur nomme ses bases et leurs tailles. On ne pouvait pas dire s’il donnerait aussi les documents sans en demander un ; les noms suffisent à dire aux inconnus ce qui vaut une attaque.',
    summary: 'Demander une identification avant de lister quoi que ce soit.',
  },
  'mongodb/localhost-exception': {
    why: 'Le contrôle d’accès est actif, mais aucun utilisateur n’existe ; MongoDB laisse alors un client de la même machine créer le premier, avec tous les droits. Tout programme ou toute personne sur la machine peut le faire, comme quiconque y fait se connecter un programme à sa place.',
    summary: 'Créer le premier administrateur maintenant, et désactiver l’exception pour localhost.',
  },
  'mongodb/ransom-note': {
    why: 'De tels noms sont laissés par des attaquants qui ont supprimé les données de serveurs MongoDB ouverts et demandent de l’argent. D’autres sont passés ici avant cette analyse : des données sont perdues, et doivent être tenues aussi pour copiées.',
    summary: 'Traiter cela comme une violation : garder les preuves, restaurer une sauvegarde, et ne pas payer.',
  },
  'mysql/no-authentication': {
    why: 'MySQL et MariaDB contiennent les enregistrements dont vivent les applications : clients, commandes, comptes. Ce serveur laisse entrer un inconnu sans mot de passe et lui accorde des droits sur les données : quiconque atteint le port peut copier ce qu’il a le droit de lire et, si les droits le permettent, le modifier ou le supprimer. Des attaquants automatiques cherchent sans cesse de tels serveurs, copient ce qu’ils trouvent, l’effacent et laissent une demande de rançon.',
    summary: 'Donner un mot de passe à chaque compte, et supprimer ceux dont personne n’a besoin.',
  },
  'mysql/login-without-password': {
    why: 'Un inconnu obtient une session sur ce serveur sans mot de passe. Aucun droit de lire une table n’a été vu parmi les siens, mais chaque requête coûte au serveur de la mémoire et du temps, et un GRANT de trop, ou une faille à la portée de tout compte, ouvre les données.',
    summary: 'Supprimer le compte sans mot de passe, ou lui en donner un.',
  },
  'mysql/grant-tables-skipped': {
    why: 'Le serveur a été démarré sans ses tables de droits, d’ordinaire pour remplacer un mot de passe perdu, et laissé ainsi. Il ne vérifie ni mot de passe ni droit : quiconque atteint le port peut tout lire, modifier et supprimer.',
    summary: 'Retirer skip-grant-tables de la configuration et redémarrer.',
  },
  'postgresql/no-authentication': {
    why: 'PostgreSQL contient les enregistrements dont vivent les applications : clients, commandes, comptes. Celui-ci ne demande de mot de passe à personne : quiconque atteint le port entre sous le nom qu’il donne, lit ce que ce nom a le droit de lire et, comme superutilisateur, le modifie ou le supprime aussi, lit des fichiers de la machine et y exécute des programmes. Des attaquants automatiques trouvent les serveurs PostgreSQL ouverts en quelques minutes, copient, effacent et laissent une demande de rançon.',
    summary: 'Demander un mot de passe à chaque client (pg_hba.conf), et définir les mots de passe d’abord.',
  },
  'postgresql/login-without-password': {
    why: 'Un inconnu obtient une session sur ce PostgreSQL sans mot de passe. Ce que ce compte peut faire est limité : on n’a vu aucune table qu’il puisse lire. Mais les noms des bases et des tables sont donnés, chaque requête coûte au serveur de la mémoire et du temps, et un GRANT de trop, ou une faille à la portée de tout compte, ouvre les données.',
    summary: 'Demander un mot de passe à ce compte aussi, ou retirer sa ligne de pg_hba.conf.',
  },
  'postgresql/trust': {
    why: 'Le serveur a déclaré un inconnu authentifié sans lui demander de mot de passe, puis constaté que ce rôle ou cette base n’existe pas. Qui connaît ou devine le nom de l’un d’eux entre donc. Ce qui peut alors se lire n’a pas été essayé, car Vigie ne devine pas de noms.',
    summary: 'Remplacer `trust` dans pg_hba.conf par une méthode qui demande un mot de passe.',
  },
  'postgresql/clear-text-passwords': {
    why: 'Sur une connexion sans TLS, ce serveur demande à ses utilisateurs d’envoyer leurs mots de passe tels quels. Qui peut écouter n’importe où sur le trajet les apprend, et avec eux tout ce que ces utilisateurs peuvent lire.',
    summary: 'Faire prouver les mots de passe au lieu de les faire envoyer, et seulement sous TLS.',
  },
  'postgresql/cockroachdb-insecure': {
    why: 'En mode non sécurisé, CockroachDB n’authentifie pas ses clients et ne chiffre rien. Quiconque atteint le port en est l’administrateur et peut lire, modifier et supprimer toutes les tables du cluster.',
    summary: 'Redémarrer le cluster en mode sécurisé, avec des certificats.',
  },
  'postgresql/yugabytedb-no-authentication': {
    why: 'YugabyteDB fait confiance à tout client tant que l’authentification n’est pas activée. Quiconque atteint le port YSQL de celui-ci entre comme administrateur et peut lire, modifier et supprimer toutes les tables du cluster.',
    summary: 'Activer l’authentification sur chaque YB-TServer.',
  },
};
