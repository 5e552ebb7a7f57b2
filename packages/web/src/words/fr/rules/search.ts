// Constats sur la recherche et les vecteurs : Elasticsearch, OpenSearch, Kibana, Chroma, Qdrant, Weaviate.
import type { Meanings } from './meaning.ts';

export const search: Meanings = {
  'chroma/no-authentication': {
    why: 'Chroma conserve ce que consultent les modèles de langage : documents, conversations et notes sous forme de vecteurs, avec le texte d’origine à côté. Celui-ci ne demande d’identification à personne ; quiconque atteint le port peut tout lire, y mettre des textes que les modèles répéteront, et supprimer des bases entières. À partir de la version 1.0, les serveurs n’ont plus d’identification propre et ignorent sans un mot les réglages des versions précédentes : une mise à jour a pu l’ouvrir.',
    summary: 'Placer devant Chroma un mandataire qui demande une identification.',
  },
  'chroma/databases-listed': {
    why: 'Les noms sous lesquels les textes sont conservés sont donnés à tout le monde, bien que les textes n’aient pu être demandés. Les noms contiennent souvent ceux de clients et de projets, et d’une exception pour quelques chemins à davantage, il n’y a qu’une erreur.',
    summary: 'Exiger l’identification pour tout chemin sous /api.',
  },
  'elasticsearch/no-authentication': {
    why: 'Elasticsearch est un moteur de recherche. Il conserve journaux, recherches, documents et texte de conversations pour qu’on puisse y chercher. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut lister tous les index, chercher et copier tous les documents avec un navigateur, les modifier ou les supprimer. Les clusters ouverts sont trouvés en quelques heures par des programmes automatiques ; beaucoup ont été copiés, vidés et rançonnés.',
    summary:
      'Activer les fonctions de sécurité, donner un mot de passe à chaque utilisateur, et n’écouter que sur des adresses internes.',
  },
  'elasticsearch/opensearch-no-authentication': {
    why: 'OpenSearch est un moteur de recherche. Il conserve journaux, recherches, documents et texte de conversations pour qu’on puisse y chercher. Celui-ci ne demande d’identification à personne : quiconque atteint le port peut lister tous les index, chercher et copier tous les documents avec un navigateur, les modifier ou les supprimer. Les clusters ouverts sont trouvés en quelques heures par des programmes automatiques ; beaucoup ont été copiés, vidés et rançonnés.',
    summary: 'Faire tourner OpenSearch avec son module Security, et n’écouter que sur des adresses internes.',
  },
  'elasticsearch/anonymous-user': {
    why: 'La sécurité est active dans ce cluster, et un utilisateur y est configuré pour les personnes sans identification. Ce que cet utilisateur peut voir, quiconque atteint le port peut le voir. De tels utilisateurs sont faits pour une recherche publique ou un contrôle de santé, et reçoivent avec le temps plus d’index que personne ne s’en souvient.',
    summary: 'Désactiver l’utilisateur anonyme, ou ne lui donner que ce que le public peut voir.',
  },
  'elasticsearch/transport-reachable': {
    why: 'Les nœuds d’un moteur de recherche se parlent par ce port, et qui peut y parler comme un nœud peut tout faire. Il a répondu en clair : aucun certificat ne le protège donc. Personne d’autre que les autres nœuds ne devrait l’atteindre. On n’a pas essayé si un inconnu serait accepté comme nœud.',
    summary: 'Ne laisser que les autres nœuds atteindre le port de transport, et y mettre TLS avec des certificats.',
  },
  'kibana/no-authentication': {
    why: 'Kibana est l’interface web d’Elasticsearch. C’est la fenêtre sur un moteur de recherche, et sa console transmet toute question au cluster avec les droits du serveur. Celui-ci ne demande d’identification à personne : quiconque l’atteint peut lire, modifier et supprimer tous les index derrière lui, même là où le cluster n’est pas joignable.',
    summary: 'Activer les fonctions de sécurité du cluster ; Kibana demande alors une identification.',
  },
  'kibana/opensearch-dashboards-no-authentication': {
    why: 'OpenSearch Dashboards est l’interface web d’OpenSearch. C’est la fenêtre sur un moteur de recherche, et sa console transmet toute question au cluster avec les droits du serveur. Celui-ci ne demande d’identification à personne : quiconque l’atteint peut lire, modifier et supprimer tous les index derrière lui, même là où le cluster n’est pas joignable.',
    summary: 'Faire tourner OpenSearch et OpenSearch Dashboards avec leurs modules Security.',
  },
  'kibana/anonymous-access': {
    why: 'Des visiteurs entrent dans cette interface sans identification propre, comme utilisateur aux droits limités ou dans une partie d’elle. Ils voient au moins les noms de ce qui se trouve derrière, et ce que cet utilisateur peut lire, tout le monde peut le lire.',
    summary: 'Désactiver l’accès anonyme, ou ne laisser à l’utilisateur derrière lui que ce que le public peut voir.',
  },
  'qdrant/no-authentication': {
    why: 'Qdrant conserve ce que consultent les modèles de langage : textes, conversations, documents et images sous forme de vecteurs, le plus souvent avec le texte d’origine à côté. Celui-ci ne demande pas de clé ; quiconque atteint le port peut tout lire, changer ce que les modèles répondront, supprimer des collections et emporter des copies de tout le stockage.',
    summary: 'Définir une clé d’API, chiffrer, et n’écouter que sur des adresses internes.',
  },
  'qdrant/collections-listed': {
    why: 'Les noms des collections sont donnés à tout le monde, bien que leur contenu n’ait pu être demandé. Les noms contiennent souvent ceux de clients et de projets, et c’est ce qu’il faut à un attaquant pour essayer chaque collection. Qdrant n’a pas lui-même un tel réglage : un mandataire devant lui laisse donc passer certains chemins.',
    summary: 'Exiger la clé pour tout chemin, dans le mandataire et dans Qdrant.',
  },
  'weaviate/no-authentication': {
    why: 'Weaviate conserve ce que consultent les modèles de langage : documents, conversations et fiches sous forme de vecteurs, avec le texte d’origine à côté. L’accès anonyme, fait pour les essais, est actif ici : quiconque atteint le port peut lire tous les objets de toutes les collections et, sauf si une liste d’administrateurs l’interdit, changer ce que les modèles répondront et tout supprimer.',
    summary: 'Désactiver l’accès anonyme et donner une identification à chaque application.',
  },
  'weaviate/schema-exposed': {
    why: 'Les noms des collections et de leurs propriétés sont donnés à tout le monde, bien que les objets n’aient pu être comptés. Les noms disent ce qui est conservé et sur qui, et d’une exception pour quelques chemins à davantage, il n’y a qu’une erreur.',
    summary: 'Désactiver l’accès anonyme et donner une identification à chaque application.',
  },
};
