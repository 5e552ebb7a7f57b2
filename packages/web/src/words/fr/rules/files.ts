// Constats sur les caches, les fichiers et les annuaires : Redis, memcached, FTP, rsync, stockage d’objets, LDAP.
import type { Meanings } from './meaning.ts';

export const files: Meanings = {
  'ftp/anonymous-login': {
    why: 'Les serveurs FTP portent des fichiers que l’on s’échange : exports de clients, sauvegardes, numérisations, plans. Celui-ci laisse entrer un client qui se dit anonyme, et lui liste des fichiers : quiconque atteint le port peut les copier. Certains serveurs sont faits pour cela, comme les miroirs de logiciels libres ; sur tout autre, on ne demande à personne qui il est.',
    summary: 'Désactiver les entrées anonymes, ou s’assurer que seul s’y trouve ce qui est fait pour tout le monde.',
  },
  'ftp/anonymous-write': {
    why: 'Le serveur dit lui-même qu’un client anonyme peut créer des fichiers ou des dossiers là où il arrive. Quiconque atteint le port peut remplir le disque, déposer un fichier que quelqu’un ou quelque programme ouvrira, ou se servir du serveur pour faire passer ce qui est illégal.',
    summary: 'Retirer aux clients anonymes le droit d’écrire.',
  },
  'ftp/anonymous-restricted': {
    why: 'Le serveur accepte un client qui se dit anonyme. Il n’a pas listé de fichiers là où le client arrive, ou n’en a pas ; mais un inconnu est à l’intérieur, peut prendre ce dont il connaît ou devine le nom, et voit tout ce qu’on y mettra plus tard.',
    summary: 'Désactiver les entrées anonymes, sauf besoin.',
  },
  'ldap/anonymous-read': {
    why: 'Un annuaire contient les personnes d’une organisation : noms, adresses de courriel, numéros de téléphone, groupes, souvent comptes et machines. Celui-ci rend des entrées à un client sans nom ni mot de passe : quiconque atteint le port peut copier ce que voient les clients anonymes, des données personnelles et la liste des comptes qu’il faut à un attaquant pour deviner des mots de passe et écrire des courriels convaincants.',
    summary: 'Retirer aux clients anonymes le droit de lire, et demander une identification avant toute opération.',
  },
  'ldap/anonymous-clients': {
    why: 'L’annuaire répond aux clients sans nom ni mot de passe, leur dit ce qu’il sert, et n’a montré aucune des entrées sous son sommet. Une liste d’accès se tient donc entre les inconnus et les données : une ligne trop large, ou une branche dont un inconnu sait le nom, et des entrées se montrent. On n’a pas essayé si une telle branche existe.',
    summary:
      'Demander une identification avant toute opération, pour que la liste d’accès ne soit pas seule à écarter les inconnus.',
  },
  'memcached/no-authentication': {
    why: 'memcached garde ce dont une application a souvent besoin : sessions, pages rendues, lignes de sa base, jetons. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut lire ce qui est en cache, le remplacer (une session d’autrui, une page avec un script de l’attaquant) ou le vider, de sorte que la base derrière lui porte toute la charge.',
    summary:
      'N’écouter que sur la boucle locale ou une adresse interne, fermer le port à tous les autres, et demander une identification.',
  },
  'memcached/udp': {
    why: 'En UDP, personne ne prouve d’où vient une question. Un attaquant dépose un grand élément, le demande au nom d’une victime, et ce serveur envoie à la victime plusieurs milliers de fois le poids de la question : les plus grandes attaques par déni de service de 2018 étaient faites de tels serveurs. Les applications n’ont pas besoin d’UDP.',
    summary: 'Désactiver UDP.',
  },
  'redis/no-authentication': {
    why: 'Redis garde en mémoire sessions, files et caches, souvent avec des jetons d’accès et des données personnelles. Celui-ci ne demande de mot de passe à personne : quiconque atteint le port peut lire chaque clé et, si les réglages le permettent, la modifier ou la supprimer. Des attaquants automatiques trouvent les serveurs Redis ouverts en quelques heures et s’en servent pour s’emparer de la machine.',
    summary: 'Limiter Redis aux adresses qui en ont besoin et exiger une identification.',
  },
  'redis/anonymous-user': {
    why: 'L’utilisateur par défaut de ce Redis n’a pas besoin de mot de passe. Ses droits sont restreints, si bien qu’on ne peut pas tout lire, mais un inconnu est à l’intérieur : les limites ne sont qu’à une ligne de configuration de tomber, et l’on n’a pas éprouvé ce que l’utilisateur peut faire au-delà de compter et de lister.',
    summary: 'Désactiver l’utilisateur par défaut, ou lui donner un mot de passe.',
  },
  'rsync/anonymous-module': {
    why: 'rsync copie des dossiers entiers, le plus souvent des sauvegardes et le contenu de sites web. Un module de ce démon ne demande d’identification à personne : quiconque atteint le port peut en copier tout le contenu d’une seule commande et, si les réglages le permettent, le remplacer ou le supprimer. Certains modules sont faits pour cela, comme les miroirs de logiciels libres ; une sauvegarde, jamais.',
    summary:
      'Demander une identification sur chaque module, et ne laisser que les machines qui en ont besoin atteindre le port.',
  },
  'rsync/modules-listed': {
    why: 'Les modules interrogés veulent une identification. Leurs noms et descriptions sont tout de même donnés à tout le monde : ils disent ce qui est conservé ici, et c’est ce qu’il faut à un attaquant pour commencer à deviner des mots de passe, qui voyagent par un procédé faible.',
    summary: 'Ôter les modules de la liste, et ne laisser que les machines qui en ont besoin les atteindre.',
  },
  'rsync/before-3.4': {
    why: 'Le démon se présente avec le protocole d’avant rsync 3.4.0, la version de janvier 2025 qui a fermé des failles par lesquelles un client qui accède à un module quelconque peut lire la mémoire du démon et, à partir de 3.2.7, exécuter du code sur sa machine (CVE-2024-12085 et CVE-2024-12084). Un de ses modules est ouvert à tout le monde. Une distribution peut avoir fermé ces failles sans changer le protocole : la version du paquet le dit.',
    summary: 'Mettre rsync à jour.',
  },
  's3/no-authentication': {
    why: 'Un stockage d’objets conserve des fichiers : sauvegardes, exports, documents, images, jeux de données, souvent les copies les plus complètes qui soient. La liste de tous les compartiments est réservée aux titulaires d’un compte dans ce protocole, et aucune règle d’un compartiment ne peut l’accorder. Ce stockage la donne à un visiteur sans identification : il ne vérifie donc pas qui demande ; quiconque atteint le port peut lister et prendre les fichiers, et sans doute en déposer et en supprimer.',
    summary:
      'Activer l’authentification, créer des clés d’accès pour chaque application, et n’écouter que sur des adresses internes.',
  },
  's3/bucket-listable': {
    why: 'Un stockage d’objets conserve des fichiers : sauvegardes, exports, documents, images, jeux de données, souvent les copies les plus complètes qui soient. Celui-ci a des identifications, mais la règle d’un compartiment laisse tout le monde le lister : les noms et tailles de tous les fichiers sont donnés à qui les demande. Les règles qui permettent de lister permettent d’ordinaire aussi de prendre, et la liste en fait l’affaire de quelques minutes. On n’a pas essayé si les fichiers peuvent être pris.',
    summary: 'Retirer au compartiment les droits publics.',
  },
  's3/minio-metrics-public': {
    why: 'Les métriques de ce MinIO sont servies sans jeton. Elles nomment chaque compartiment avec son nombre de fichiers et d’octets, même ceux qui sont fermés. Les noms sont ce qu’il faut à un attaquant pour chercher une règle publique à chaque compartiment, et ils contiennent souvent ceux de clients et de projets.',
    summary: 'Ne servir les métriques qu’au système de surveillance.',
  },
};
