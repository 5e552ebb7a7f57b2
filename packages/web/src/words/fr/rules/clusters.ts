// Constats sur les conteneurs et les clusters : Docker, Podman, etcd, kubelet, Kubernetes.
import type { Meanings } from './meaning.ts';

export const clusters: Meanings = {
  'docker/no-authentication': {
    why: 'Qui peut donner des ordres à un démon Docker peut démarrer un conteneur qui contient tout le disque de la machine, et en est donc l’administrateur ; chaque conteneur, chaque volume de données et chaque secret d’un environnement est aussi à lui. Ce démon ne demande de certificat à personne. Les démons ouverts sont trouvés en quelques heures et servent à miner de la monnaie et à en attaquer d’autres.',
    summary: 'Ôter le démon de TCP ; l’atteindre par SSH, ou avec des certificats de client là où il faut TCP.',
  },
  'docker/podman-no-authentication': {
    why: 'Qui peut donner des ordres au service Podman exécute des programmes avec les droits du compte sous lequel il fut démarré, souvent l’administrateur, et dispose de tous ses conteneurs, volumes et secrets. Le service n’a pas d’identification, et ses auteurs déconseillent de le mettre sur le réseau.',
    summary: 'Ôter le service de TCP, et atteindre sa prise par SSH.',
  },
  'docker/filtered-api': {
    why: 'Quelque chose se tient devant ce démon et refuse une partie de son API ; le reste reçoit réponse sans identification. Ce qui est répondu renseigne les inconnus sur la machine et ses conteneurs, et de tels filtres sont faits pour des programmes de la même machine : un réglage de plus, et des inconnus donnent des ordres au démon. Ce qu’ils peuvent faire au-delà de lire n’a pas été essayé.',
    summary: 'Ne laisser que le programme pour lequel il fut fait atteindre le filtre.',
  },
  'etcd/no-authentication': {
    why: 'etcd tient la configuration par laquelle toute une installation tourne : adresses, options, mots de passe et, dans Kubernetes, chaque secret du cluster. Celui-ci ne demande ni identification ni certificat, comme etcd est livré : quiconque atteint le port peut lire chaque clé, la changer, et ainsi gouverner les machines qui lui obéissent.',
    summary:
      'N’écouter que sur des adresses internes, exiger des certificats de client, et activer l’authentification.',
  },
  'etcd/kubernetes-state': {
    why: 'Les clés sous /registry/ sont les objets d’un cluster Kubernetes. Qui les lit a ses secrets (s’ils ne sont pas chiffrés au repos) et les jetons de ses comptes de service ; qui les écrit en est l’administrateur, par-delà toute règle d’accès que Kubernetes applique lui-même. Seul le serveur d’API a besoin d’atteindre ce port.',
    summary:
      'Ne laisser que le serveur d’API atteindre etcd, par certificat, et tenir le cluster pour pris jusqu’à preuve du contraire.',
  },
  'etcd/v2-without-authentication': {
    why: 'Les clés de l’API v2 forment un dépôt à part de celles de v3, avec leur propre réglage d’authentification. Ici v3 demande une identification ou n’est pas là, et v2 non : quiconque atteint le port peut lire et changer ce qui est conservé dans v2.',
    summary: 'Désactiver l’API v2 ; là où il la faut encore, activer son authentification.',
  },
  'etcd/peer-without-certificate': {
    why: 'Par ce port, les membres d’un cluster etcd s’accordent sur chaque changement. Il n’a pas d’identification : sans certificats, quiconque atteint le port peut parler comme un membre. De la version 3.3 à 3.5, il sert aussi les clients, si bien que des clés peuvent s’y lire même là où le port des clients exige des certificats.',
    summary: 'Exiger des certificats entre les membres, et ne laisser personne d’autre atteindre le port 2380.',
  },
  'etcd/metrics-reachable': {
    why: 'Les métriques ne montrent ni clé ni valeur, mais la version, le nombre de clés, la taille, le trafic et les pannes du cluster : ce qu’un attaquant veut savoir d’abord. etcd n’a pas d’identification pour elles.',
    summary: 'Ne laisser que le système de surveillance atteindre les métriques.',
  },
  'kubelet/anonymous-commands': {
    why: 'Le kubelet démarre et surveille les conteneurs d’une machine d’un cluster Kubernetes. Celui-ci accepte des requêtes sans identification et leur permet ce qu’il permet à son serveur d’API : quiconque atteint le port peut exécuter des commandes dans chaque conteneur de la machine, lire ce qui s’y trouve, et de là souvent s’emparer de tout le cluster.',
    summary: 'Désactiver les requêtes anonymes et laisser le serveur d’API décider qui peut quoi.',
  },
  'kubelet/anonymous-pods': {
    why: 'La description d’un pod nomme ses images, ses commandes et son environnement, et des mots de passe se trouvent souvent dans l’environnement. Ce kubelet donne les descriptions de tous les pods de sa machine à quiconque atteint le port, sans identification ; on n’a pas trouvé qu’il permette d’y exécuter des commandes.',
    summary: 'Désactiver les requêtes anonymes et laisser le serveur d’API décider qui peut quoi.',
  },
  'kubelet/read-only-port': {
    why: 'À côté de son port gardé, le kubelet en a un ancien qui ne connaît ni identification ni chiffrement. Il ne change rien, mais donne les descriptions de tous les pods de la machine (images, commandes et environnement, où se trouvent souvent des mots de passe) et ses métriques à quiconque l’atteint.',
    summary: 'Fermer le port en lecture seule : plus rien n’en a besoin.',
  },
  'kubelet/anonymous-statistics': {
    why: 'Les statistiques ne montrent aucun contenu, mais les noms du nœud, des espaces de noms, des pods et des conteneurs avec leur charge : un plan pour un attaquant. Une attribution de rôle de ce cluster les donne aux requêtes sans identification ; le reste est refusé.',
    summary: 'Retirer aux inconnus le droit sur nodes/stats.',
  },
  'kubernetes/anonymous-changes': {
    why: 'Le serveur d’API est la porte de tout ce qu’un cluster Kubernetes fait tourner et conserve. Celui-ci donne aux requêtes sans identification le droit de modifier le cluster : quiconque atteint le port peut démarrer des programmes sur ses machines, remplacer ceux qui tournent, et d’ordinaire atteindre chaque secret qui s’y trouve.',
    summary: 'Fermer le port aux inconnus, et retirer tout droit aux requêtes sans identification.',
  },
  'kubernetes/anonymous-reads': {
    why: 'Les objets d’un cluster disent ce qui y tourne et comment : images, commandes, et environnement des programmes, où se trouvent souvent des mots de passe. Ce serveur d’API les donne aux requêtes sans identification.',
    summary: 'Retirer aux requêtes sans identification le droit de lire.',
  },
  'kubernetes/anonymous-lists': {
    why: 'Les noms des espaces de noms disent quelles applications, équipes et quels clients un cluster sert. Ce serveur d’API les liste aux requêtes sans identification, par une attribution de rôle que quelqu’un a faite : une installation par défaut ne le fait pas.',
    summary: 'Retirer l’attribution de rôle qui donne des listes aux requêtes sans identification.',
  },
};
