// Constats sur les messages et la coordination : Kafka, MQTT, NATS, RabbitMQ, ZooKeeper.
import type { Meanings } from './meaning.ts';

export const messages: Meanings = {
  'kafka/no-authentication': {
    why: 'Kafka transporte ce que se disent les systèmes d’une organisation : commandes, journaux, messages, changements de chaque base, sur des jours ou des semaines. Ce point d’écoute ne demande d’identification à personne et accorde aux inconnus le droit de lire les sujets ou d’y écrire : ils peuvent tout copier, suivre en direct, et glisser de faux messages parmi les vrais.',
    summary:
      'N’offrir aux clients qu’un point d’écoute avec SASL sous TLS (ou des certificats de client), et donner les droits par ACL.',
  },
  'kafka/anonymous-listing': {
    why: 'Des clients sans identification voient ici les noms et tailles des sujets, bien que les règles ne les laissent pas lire. Les noms disent comment une organisation travaille et ce qu’elle conserve, et un droit de plus aux clients anonymes ouvre aussi les messages.',
    summary: 'Retirer les droits des clients anonymes, ou leur fermer le point d’écoute.',
  },
  'kafka/no-authorizer': {
    why: 'Le courtier dit lui-même qu’aucune règle d’accès n’est en vigueur. Même si l’on ajoute des identifications, chacune pourra lire, écrire et supprimer tous les sujets et changer les réglages du cluster.',
    summary: 'Configurer des règles d’accès (authorizer) sur chaque courtier et chaque contrôleur.',
  },
  'kafka/controller-open': {
    why: 'Les contrôleurs KRaft tiennent les métadonnées du cluster et ne doivent être appelés que par les courtiers et les administrateurs. Celui-ci ne demande d’identification à personne et n’a pas de règles d’accès : un inconnu peut y créer et supprimer des sujets et changer des réglages.',
    summary:
      'Ne laisser que les nœuds du cluster atteindre le point d’écoute du contrôleur, et le protéger par SASL ou des certificats de client.',
  },
  'mqtt/no-authentication': {
    why: 'Capteurs, serrures, véhicules, appareils médicaux et applications rendent compte par MQTT, et un courtier remet chaque message à tous ceux qui s’y sont abonnés. Celui-ci ne demande ni nom ni mot de passe et accorde des abonnements aux inconnus : quiconque atteint le port peut écouter tout ce qui passe et le dernier message gardé de chaque sujet, et sur la plupart de ces courtiers envoyer aussi des ordres aux appareils.',
    summary:
      'Refuser les clients anonymes, et donner à chaque appareil une identification avec les sujets qu’il lui faut et aucun autre.',
  },
  'mqtt/anonymous-clients': {
    why: 'Ce courtier accepte des clients sans nom ni mot de passe. Ce qui a été demandé n’a pas été remis : une liste d’accès semble donc écarter les inconnus des sujets ; mais ils sont à l’intérieur, la liste n’est qu’à une ligne de les laisser écouter, et l’on n’a pas essayé si elle leur laisse quelques sujets, car il aurait fallu écouter des messages.',
    summary:
      'Refuser les clients anonymes, ou vérifier que la liste d’accès ne leur laisse que ce qui est fait pour tout le monde.',
  },
  'nats/no-authentication': {
    why: 'NATS transporte les messages entre les parties d’une application : commandes, événements, ordres ; avec JetStream, il les conserve. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut s’abonner à ce qui passe, à l’insu de ceux qui l’envoient, et en règle générale envoyer aussi des messages que d’autres prennent pour vrais.',
    summary:
      'N’écouter que sur des adresses internes, exiger une identification, et donner à chaque application les sujets qu’il lui faut.',
  },
  'nats/anonymous-user': {
    why: 'Un client sans identification entre ici et reçoit les droits d’un utilisateur prévu pour cela, ou rencontre une limite. Un sujet de notre choix a été refusé ; on n’a pas essayé lesquels sont permis, car s’y abonner, c’est lire leurs messages.',
    summary: 'Retirer de la configuration l’utilisateur pour les clients sans identification, ou vérifier ses droits.',
  },
  'nats/server-port-open': {
    why: 'Les serveurs NATS se joignent par ce port, et il ne leur demande pas d’identification : un programme d’attaquant qui parle comme un serveur peut se joindre à eux, et reçoit alors les messages qu’envoient des clients pourtant identifiés.',
    summary:
      'Exiger une identification ou des certificats entre les serveurs, et ne laisser personne d’autre atteindre le port.',
  },
  'nats/monitoring-open': {
    why: 'Le port de surveillance n’a pas d’identification, même là où les clients en ont besoin. Il ne montre aucun message, mais donne la version et les réglages, les noms et tailles des flux, et qui est connecté d’où et abonné à quoi : un plan de l’installation.',
    summary: 'Ne laisser la surveillance écouter que sur la boucle locale ou une adresse interne.',
  },
  'rabbitmq/anonymous-login': {
    why: 'Les files portent ce que se disent les applications : commandes, courriels, paiements, travaux avec les données des personnes concernées. Ce courtier laisse entrer des clients sans nom ni mot de passe, comme un utilisateur qui peut lire les files : quiconque atteint le port et connaît ou devine le nom d’une file peut en prendre les messages, et l’application ne les voit jamais.',
    summary:
      'Désactiver les entrées anonymes, et donner à chaque application un utilisateur avec les droits qu’il lui faut.',
  },
  'rabbitmq/anonymous-session': {
    why: 'Ce courtier laisse entrer des clients sans nom ni mot de passe. Le droit de lire une file a été refusé pour le nom essayé : les droits sont donc restreints ; mais un inconnu est à l’intérieur, et un seul réglage décide jusqu’où il va.',
    summary: 'Désactiver les entrées anonymes.',
  },
  'rabbitmq/management-open': {
    why: 'L’interface d’administration montre toutes les files, tous les utilisateurs et toutes les connexions du courtier, et laisse ceux qui en ont le rang lire des messages, supprimer des files et créer des utilisateurs. RabbitMQ demande ici lui-même une identification ; quelque chose devant lui, comme un mandataire, prête la sienne à quiconque vient.',
    summary: 'Ne laisser personne atteindre l’administration sans identification propre.',
  },
  'rabbitmq/metrics-open': {
    why: 'Le module Prometheus donne sans identification le nom de chaque file, le nombre de messages qui y attendent, et la version du courtier. Les noms des files disent ce que fait une organisation et avec qui, et mènent un attaquant à ce qui vaut d’être pris.',
    summary: 'Ne laisser que la surveillance atteindre le port des métriques.',
  },
  'zookeeper/no-authentication': {
    why: 'ZooKeeper tient ce dont d’autres systèmes ont besoin pour tourner : qui dirige, où sont les données, quelles règles d’accès valent, souvent aussi des mots de passe de configuration. Celui-ci laisse entrer des inconnus et leur donne des droits : en changeant quelques nœuds, quiconque atteint le port peut lire les réglages des Kafka, Hadoop, Solr ou ClickHouse derrière lui, les arrêter ou s’en emparer.',
    summary:
      'Ne laisser que les systèmes qui s’en servent atteindre ZooKeeper, exiger une identification, et donner des listes d’accès aux nœuds.',
  },
  'zookeeper/keeper-no-authentication': {
    why: 'ClickHouse Keeper tient ce sur quoi s’accordent les répliques de ClickHouse : quelles parties de quelles tables existent, quels changements de schéma sont à faire et, dans certaines installations, les utilisateurs et leurs droits. Celui-ci laisse entrer des inconnus et leur donne des droits : en changeant quelques nœuds, ils peuvent arrêter la réplication, perdre des données ou faire exécuter des instructions.',
    summary: 'Ne laisser que les serveurs ClickHouse atteindre Keeper, et donner des listes d’accès à ses nœuds.',
  },
  'zookeeper/anonymous-session': {
    why: 'Les nœuds examinés sont protégés par des listes d’accès, et pourtant un inconnu obtient une session. Les listes se posent nœud par nœud et ne valent pas pour les enfants : un seul nœud oublié peut être lu, ou changé, par qui en connaît ou devine le nom.',
    summary:
      'Exiger une identification avant d’ouvrir une session, et ne laisser que les machines connues atteindre le port.',
  },
  'zookeeper/admin-server': {
    why: 'Le serveur d’administration est actif par défaut, sur le port 8080 de chaque adresse. Sans identification, il donne la configuration, l’environnement du processus, les clients connectés, les sessions et les noms des nœuds, et laisse remettre des compteurs à zéro. Il ne montre pas les données des nœuds.',
    summary: 'Désactiver le serveur d’administration, ou ne le laisser écouter que sur la boucle locale.',
  },
};
