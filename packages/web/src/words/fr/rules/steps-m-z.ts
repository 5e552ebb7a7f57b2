// Les étapes des remèdes dont la phrase anglaise commence par M à Z.
export const stepsFromM: Readonly<Record<string, string>> = {
  'Make a certificate authority, a certificate for each node and one for root: cockroach cert create-ca, create-node, create-client.':
    'Créer une autorité de certification, un certificat pour chaque nœud et un pour root : cockroach cert create-ca, create-node, create-client.',
  'Make a scrape configuration with a token: mc admin prometheus generate ALIAS.':
    'Faire une configuration de collecte avec un jeton : mc admin prometheus generate ALIAS.',
  'Make it permanent in the ACL file or redis.conf.': 'Le rendre permanent dans le fichier d’ACL ou dans redis.conf.',
  'Make sure that every application sends credentials.': 'S’assurer que chaque application envoie des identifiants.',
  'Make sure that Ollama itself listens on loopback only, so that nobody goes around the proxy.':
    'S’assurer qu’Ollama lui-même n’écoute que sur la boucle locale, pour que personne ne contourne le mandataire.',
  'Map the listener in controller.listener.names to SASL_SSL, or to SSL with client certificates, in listener.security.protocol.map.':
    'Associer le point d’écoute de controller.listener.names à SASL_SSL, ou à SSL avec certificats de client, dans listener.security.protocol.map.',
  'Microsoft FTP: turn Anonymous Authentication off for the site.':
    'Microsoft FTP : désactiver Anonymous Authentication pour le site.',
  'MinIO: mc anonymous set none ALIAS/BUCKET. Amazon: turn Block Public Access on for the account and the bucket.':
    'MinIO : mc anonymous set none ALIAS/BUCKET. Amazon : activer Block Public Access pour le compte et le compartiment.',
  'Move to FerretDB 2, which asks for a login unless told otherwise; in 1.x, anonymous clients act as the user of the connection string (PostgreSQL) or as anybody (SQLite).':
    'Passer à FerretDB 2, qui demande une identification sauf ordre contraire ; en 1.x, les clients anonymes agissent comme l’utilisateur de la chaîne de connexion (PostgreSQL) ou comme n’importe qui (SQLite).',
  'Move to SFTP or FTPS for those who log in: plain FTP sends passwords and files readable on the way.':
    'Passer à SFTP ou FTPS pour ceux qui s’identifient : FTP simple envoie mots de passe et fichiers lisibles en chemin.',
  'Name the super users, the principals of the brokers among them, before the authorizer is on.':
    'Nommer les super-utilisateurs, dont les identités des courtiers, avant que l’authorizer soit actif.',
  'Nodes that are there already keep the list that lets everybody do everything: set it with a Keeper client.':
    'Les nœuds déjà présents gardent la liste qui laisse tout faire à tout le monde : la changer avec un client Keeper.',
  'Offer TLS (--listen-tls) and set --listen-addr to loopback or an internal address.':
    'Offrir TLS (--listen-tls) et mettre --listen-addr à la boucle locale ou à une adresse interne.',
  'On a server without replication, remove interserver_http_port.':
    'Sur un serveur sans réplication, retirer interserver_http_port.',
  'On a single node without a cluster, bind it to loopback.':
    'Sur un nœud seul sans cluster, le lier à la boucle locale.',
  'Open the port again for the hosts that need it.': 'Rouvrir le port pour les machines qui en ont besoin.',
  'OpenDJ and PingDirectory: dsconfig set-global-configuration-prop --set reject-unauthenticated-requests:true.':
    'OpenDJ et PingDirectory : dsconfig set-global-configuration-prop --set reject-unauthenticated-requests:true.',
  'OpenLDAP: take the right of anonymous clients out of olcAccess (`by users read by anonymous auth by * none`), set olcDisallows: bind_anon and olcRequires: authc.':
    'OpenLDAP : retirer le droit des clients anonymes de olcAccess (`by users read by anonymous auth by * none`), définir olcDisallows: bind_anon et olcRequires: authc.',
  'OpenSearch Dashboards: set opensearch_security.auth.anonymous_auth_enabled to false, and anonymous_auth_enabled in config.yml of the Security plugin.':
    'OpenSearch Dashboards : mettre opensearch_security.auth.anonymous_auth_enabled à false, ainsi que anonymous_auth_enabled dans config.yml du module Security.',
  'OpenSearch: set anonymous_auth_enabled to false in config.yml of the Security plugin, and apply it with securityadmin.sh.':
    'OpenSearch : mettre anonymous_auth_enabled à false dans config.yml du module Security, et l’appliquer avec securityadmin.sh.',
  'OpenSearch: use the Security plugin, which wants TLS certificates for this layer.':
    'OpenSearch : utiliser le module Security, qui veut des certificats TLS pour cette couche.',
  'Plan the upgrade: since version 3.0 CouchDB refuses to start without an administrator, and new databases are closed.':
    'Prévoir la mise à niveau : depuis la version 3.0, CouchDB refuse de démarrer sans administrateur, et les nouvelles bases sont fermées.',
  'Plan the upgrade: this version has no logins in its free licence; 6.8 and 7.1 are the first that have.':
    'Prévoir la mise à niveau : cette version n’a pas d’identification dans sa licence gratuite ; 6.8 et 7.1 sont les premières à en avoir.',
  'ProFTPD: take the <Anonymous> section out of proftpd.conf. Pure-FTPd: start it with -E (NoAnonymous yes).':
    'ProFTPD : retirer la section <Anonymous> de proftpd.conf. Pure-FTPd : le lancer avec -E (NoAnonymous yes).',
  'Put a reverse proxy with a login in front of it and bind Prometheus to loopback: it has no login before 2.24.':
    'Placer devant lui un mandataire inverse avec identification et lier Prometheus à la boucle locale : il n’en a pas avant 2.24.',
  'Put a reverse proxy with TLS and a login (a token or client certificates) before it: since version 1.0 Chroma has none, and the settings of earlier versions have no effect.':
    'Placer devant lui un mandataire inverse avec TLS et une identification (un jeton ou des certificats de client) : depuis la version 1.0, Chroma n’en a pas, et les réglages des versions précédentes sont sans effet.',
  'Put up to eight lines user:password into a file that only memcached may read, and start with -Y and its path. This turns the binary protocol and UDP off, so check that the clients speak the text protocol.':
    'Mettre jusqu’à huit lignes user:password dans un fichier que seul memcached peut lire, et démarrer avec -Y et son chemin. Cela désactive le protocole binaire et UDP : vérifier que les clients parlent le protocole texte.',
  'Raise the replication of the keyspace system_auth (ALTER KEYSPACE system_auth …), so that logins outlive the loss of a node.':
    'Augmenter la réplication de l’espace system_auth (ALTER KEYSPACE system_auth …), pour que les identifications survivent à la perte d’un nœud.',
  'Read the access list once as an anonymous client would (slapacl for OpenLDAP).':
    'Relire une fois la liste d’accès comme le ferait un client anonyme (slapacl pour OpenLDAP).',
  'Read the access log for who fetched what, and treat every secret in the files as known to strangers.':
    'Lire dans le journal d’accès qui a pris quoi, et tenir chaque secret des fichiers pour connu d’inconnus.',
  'Read the access log for who listed and fetched, and treat every secret in the files as known to strangers.':
    'Lire dans le journal d’accès qui a listé et pris, et tenir chaque secret des fichiers pour connu d’inconnus.',
  'Read the policy and the access control list of the bucket, and remove every statement for everybody (Principal "*").':
    'Lire la règle et la liste de contrôle d’accès du compartiment, et retirer chaque énoncé pour tout le monde (Principal "*").',
  'Refuse anonymous clients, and list in an access file which login may read and write which topics.':
    'Refuser les clients anonymes, et dire dans un fichier d’accès quelle identification peut lire et écrire quels sujets.',
  'Refuse anonymous clients, or keep the rights of clients without a login in the access file to what is public.':
    'Refuser les clients anonymes, ou limiter dans le fichier d’accès les droits des clients sans identification à ce qui est public.',
  'Reload the configuration (nats-server --signal reload) and restart clients that are connected already.':
    'Relire la configuration (nats-server --signal reload) et redémarrer les clients déjà connectés.',
  'Reload the configuration of one server after the other.': 'Relire la configuration d’un serveur après l’autre.',
  'Remove MINIO_PROMETHEUS_AUTH_TYPE=public from the environment of the server; the default asks for a token.':
    'Retirer MINIO_PROMETHEUS_AUTH_TYPE=public de l’environnement du serveur ; par défaut, un jeton est demandé.',
  'Remove skip-grant-tables from all option files and from the command line of the service, and restart the server.':
    'Retirer skip-grant-tables de tous les fichiers d’options et de la ligne de commande du service, et redémarrer le serveur.',
  'Remove the PLAINTEXT listener, and the ACLs of User:ANONYMOUS and User:* where there are any.':
    'Retirer le point d’écoute PLAINTEXT, et les ACL de User:ANONYMOUS et User:* s’il y en a.',
  'Remove the setting that turns authentication off; it is on by default.':
    'Retirer le réglage qui désactive l’authentification ; elle est active par défaut.',
  'Remove xpack.security.enabled: false from elasticsearch.yml on every node: since version 8 security is on unless it was turned off.':
    'Retirer xpack.security.enabled: false de elasticsearch.yml sur chaque nœud : depuis la version 8, la sécurité est active si on ne l’a pas désactivée.',
  'Restart each YB-TServer with ysql_enable_auth=true.': 'Redémarrer chaque YB-TServer avec ysql_enable_auth=true.',
  'Restart MinIO.': 'Redémarrer MinIO.',
  'Restart node by node.': 'Redémarrer nœud par nœud.',
  'Restart the broker and look in its log for clients that are now refused.':
    'Redémarrer le courtier et chercher dans son journal les clients désormais refusés.',
  'Restart the broker, and treat what was sent over it as known to strangers.':
    'Redémarrer le courtier, et tenir ce qui y a passé pour connu d’inconnus.',
  'Restart the broker.': 'Redémarrer le courtier.',
  'Restart the server without the option --without-auth.': 'Redémarrer le serveur sans l’option --without-auth.',
  'Restart the server.': 'Redémarrer le serveur.',
  'Restart them one by one.': 'Les redémarrer un par un.',
  'Restart, and change every secret that the account can read: cloud keys, tokens, passwords in notebooks.':
    'Redémarrer, et changer chaque secret que le compte peut lire : clés infonuagiques, jetons, mots de passe dans les cahiers.',
  'Restart, and treat secrets in the notebooks as known to strangers.':
    'Redémarrer, et tenir les secrets des cahiers pour connus d’inconnus.',
  'Restart, set the passwords of the built-in users with elasticsearch-setup-passwords interactive, and create users and roles for the applications.':
    'Redémarrer, définir les mots de passe des utilisateurs intégrés avec elasticsearch-setup-passwords interactive, et créer des utilisateurs et des rôles pour les applications.',
  'Restart, then treat every secret that was kept in Redis as known to strangers and rotate it.':
    'Redémarrer, puis tenir chaque secret conservé dans Redis pour connu d’inconnus et le remplacer.',
  'Restart, then treat what was kept in it as known to strangers, and check the collections for what was added.':
    'Redémarrer, puis tenir ce qui s’y trouvait pour connu d’inconnus, et chercher dans les collections ce qui a été ajouté.',
  'Restart, upgrade to the current version, and compare the list of models and their digests with what you installed.':
    'Redémarrer, passer à la version actuelle, et comparer la liste des modèles et leurs empreintes à ce que vous avez installé.',
  'Restore the data from a backup on a server with access control on.':
    'Restaurer les données d’une sauvegarde sur un serveur dont le contrôle d’accès est actif.',
  'Restrict listen_host in config.xml to loopback or internal addresses, and restart.':
    'Limiter listen_host dans config.xml à la boucle locale ou à des adresses internes, et redémarrer.',
  'Restrict listen_host to internal addresses, and restart.':
    'Limiter listen_host à des adresses internes, et redémarrer.',
  'Restrict port 9300 to the addresses of the other nodes (firewall), or bind it with transport.host.':
    'Limiter le port 9300 aux adresses des autres nœuds (pare-feu), ou le lier avec transport.host.',
  'Restrict the port to the addresses of the other replicas (firewall), or bind it with interserver_listen_host.':
    'Limiter le port aux adresses des autres répliques (pare-feu), ou le lier avec interserver_listen_host.',
  'Restrict the port to the application hosts.': 'Limiter le port aux machines des applications.',
  'Review with LIST ALL PERMISSIONS what the anonymous role holds, and revoke it.':
    'Voir avec LIST ALL PERMISSIONS ce que détient le rôle anonyme, et le révoquer.',
  'Rotate passwords that stood in the environment of a pod, and keep them in Secret objects.':
    'Remplacer les mots de passe qui se trouvaient dans l’environnement d’un pod, et les garder dans des objets Secret.',
  'Rotate the passwords that stood in the objects that could be read.':
    'Remplacer les mots de passe qui se trouvaient dans les objets lisibles.',
  'Rotate the secrets and service account tokens, then encrypt secrets at rest.':
    'Remplacer les secrets et les jetons des comptes de service, puis chiffrer les secrets au repos.',
  'Rotate the secrets and the service account tokens.': 'Remplacer les secrets et les jetons des comptes de service.',
  'Run etcd with --client-cert-auth=true and --trusted-ca-file, with an authority that signs for etcd only.':
    'Lancer etcd avec --client-cert-auth=true et --trusted-ca-file, avec une autorité qui ne signe que pour etcd.',
  'Say with AUTHORIZATION_ADMINLIST_ENABLED, …_USERS and …_READONLY_USERS who may write and who may only read.':
    'Dire avec AUTHORIZATION_ADMINLIST_ENABLED, …_USERS et …_READONLY_USERS qui peut écrire et qui ne peut que lire.',
  'Set --listen-metrics-urls to an internal or loopback address.':
    'Mettre --listen-metrics-urls à une adresse interne ou à la boucle locale.',
  'Set --peer-cert-file, --peer-key-file, --peer-trusted-ca-file and --peer-client-cert-auth on every member.':
    'Définir --peer-cert-file, --peer-key-file, --peer-trusted-ca-file et --peer-client-cert-auth sur chaque membre.',
  'Set -deleteAuthKey, -snapshotAuthKey and -forceMergeAuthKey for the interfaces that change or copy the store.':
    'Définir -deleteAuthKey, -snapshotAuthKey et -forceMergeAuthKey pour les interfaces qui modifient ou copient le stockage.',
  'Set `list = no` in every module, or once in the global part; clients that know the name go on as before.':
    'Mettre `list = no` dans chaque module, ou une fois dans la partie globale ; les clients qui savent le nom continuent comme avant.',
  'Set a long random password for every role that logs in, with \\password in psql; postgres first.':
    'Définir un long mot de passe aléatoire pour chaque rôle qui s’identifie, par \\password dans psql ; postgres d’abord.',
  'Set a long random password with requirepass, and give it to the applications.':
    'Définir un long mot de passe aléatoire avec requirepass, et le donner aux applications.',
  'Set a password hash and a list of networks for the user default, in users.xml or in a file of its own in users.d.':
    'Définir une empreinte de mot de passe et une liste de réseaux pour l’utilisateur default, dans users.xml ou dans un fichier à part de users.d.',
  'Set access lists on the nodes there are: those of a parent do not apply to its children, and the default lets everybody do everything.':
    'Poser des listes d’accès sur les nœuds existants : celles d’un parent ne valent pas pour ses enfants, et par défaut tout le monde peut tout faire.',
  'Set admin.enableServer=false, or admin.serverAddress=127.0.0.1, on every member.':
    'Mettre admin.enableServer=false, ou admin.serverAddress=127.0.0.1, sur chaque membre.',
  'Set admin_only_all_dbs in the section [chttpd] back to true, its default.':
    'Remettre admin_only_all_dbs dans la section [chttpd] à true, sa valeur par défaut.',
  'Set allow_sign_up = false in the section [users] and restart.':
    'Mettre allow_sign_up = false dans la section [users] et redémarrer.',
  'Set an administrator password of your own: MLFLOW_AUTH_ADMIN_PASSWORD where this version asks for it, else change the documented default at once.':
    'Définir votre propre mot de passe d’administrateur : MLFLOW_AUTH_ADMIN_PASSWORD là où cette version le demande, sinon changer aussitôt celui par défaut de la documentation.',
  'Set an authorizer, name the super users (the brokers among them), and give each application ACLs for its topics and groups.':
    'Définir un authorizer, nommer les super-utilisateurs (dont les courtiers), et donner à chaque application des ACL pour ses sujets et ses groupes.',
  'Set auth-enabled = true in the section [http] of the configuration, and restart.':
    'Mettre auth-enabled = true dans la section [http] de la configuration, et redémarrer.',
  'Set authentication.anonymous.enabled to false and authorization.mode to Webhook on every node, and restart the kubelet.':
    'Mettre authentication.anonymous.enabled à false et authorization.mode à Webhook sur chaque nœud, et redémarrer le kubelet.',
  'Set authentication.anonymous.enabled to false on every node, and restart the kubelet.':
    'Mettre authentication.anonymous.enabled à false sur chaque nœud, et redémarrer le kubelet.',
  'Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED to false and turn API keys on, with a user for each application.':
    'Mettre AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED à false et activer des clés d’API, avec un utilisateur pour chaque application.',
  'Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED to false and use OpenID Connect; API keys exist since version 1.18.':
    'Mettre AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED à false et utiliser OpenID Connect ; les clés d’API existent depuis la version 1.18.',
  'Set authorization, and tls with verify, in the block of this port (cluster, gateway or leafnodes), on every server.':
    'Définir authorization, et tls avec verify, dans le bloc de ce port (cluster, gateway ou leafnodes), sur chaque serveur.',
  'Set bind-address of the backup service (port 8088) to loopback: it asks for no login in any case.':
    'Mettre bind-address du service de sauvegarde (port 8088) à la boucle locale : il ne demande d’identification en aucun cas.',
  'Set default_permission to NO_PERMISSIONS in the authentication configuration, so that users see what they were granted.':
    'Mettre default_permission à NO_PERMISSIONS dans la configuration d’authentification, pour que les utilisateurs voient ce qu’on leur a accordé.',
  'Set enabled = false in the section [auth.anonymous] (or at least org_role = Viewer) and restart.':
    'Mettre enabled = false dans la section [auth.anonymous] (ou au moins org_role = Viewer) et redémarrer.',
  'Set enabled = false in the section [auth.anonymous] and restart.':
    'Mettre enabled = false dans la section [auth.anonymous] et redémarrer.',
  'Set enableLocalhostAuthBypass to false in mongod.conf and restart; it cannot be set while mongod runs.':
    'Mettre enableLocalhostAuthBypass à false dans mongod.conf et redémarrer ; cela ne se règle pas pendant que mongod tourne.',
  'Set http (or https) to a loopback or internal address; a bare port, or the option -m, means all addresses.':
    'Mettre http (ou https) à la boucle locale ou à une adresse interne ; un port seul, ou l’option -m, veut dire toutes les adresses.',
  'Set interserver_http_credentials on all replicas, or use interserver_https_port with certificates.':
    'Définir interserver_http_credentials sur toutes les répliques, ou utiliser interserver_https_port avec des certificats.',
  'Set KernelGatewayApp.auth_token, or the variable KG_AUTH_TOKEN, to a long random value, and give it to those programs.':
    'Mettre KernelGatewayApp.auth_token, ou la variable KG_AUTH_TOKEN, à une longue valeur aléatoire, et la donner à ces programmes.',
  'Set listen_addresses to internal addresses; reload for pg_hba.conf, restart for listen_addresses.':
    'Mettre listen_addresses à des adresses internes ; relire pour pg_hba.conf, redémarrer pour listen_addresses.',
  'Set OLLAMA_HOST back to 127.0.0.1:11434, its default; in Docker publish the port as 127.0.0.1:11434:11434, since the image listens everywhere.':
    'Remettre OLLAMA_HOST à 127.0.0.1:11434, sa valeur par défaut ; dans Docker, publier le port comme 127.0.0.1:11434:11434, car l’image écoute partout.',
  "Set password_encryption = 'scram-sha-256' (it is md5 until version 14), reload, then set passwords with \\password.":
    "Mettre password_encryption = 'scram-sha-256' (c’est md5 jusqu’à la version 14), relire, puis définir les mots de passe par \\password.",
  'Set readOnlyPort to 0 on every node, and restart the kubelet.':
    'Mettre readOnlyPort à 0 sur chaque nœud, et redémarrer le kubelet.',
  'Set service.api_key to a long random key (or QDRANT__SERVICE__API_KEY), and give it to the applications.':
    'Mettre service.api_key à une longue clé aléatoire (ou QDRANT__SERVICE__API_KEY), et la donner aux applications.',
  'Set service.jwt_rbac to true for tokens that hold for single collections.':
    'Mettre service.jwt_rbac à true pour des jetons qui valent pour des collections précises.',
  'Set the authenticator in cassandra.yaml and restart one node; log in as the default superuser, create a superuser of your own, and take login and superuser from the role cassandra.':
    'Définir l’authentificateur dans cassandra.yaml et redémarrer un nœud ; s’identifier comme le superutilisateur par défaut, créer votre propre superutilisateur, et retirer au rôle cassandra l’identification et ce rang.',
  'Set the authenticator in scylla.yaml on every node; where applications may not stop, go by way of the TransitionalAuthenticator, and do not stay there, since it lets anonymous clients in.':
    'Définir l’authentificateur dans scylla.yaml sur chaque nœud ; là où les applications ne peuvent pas s’arrêter, passer par le TransitionalAuthenticator, et ne pas y rester, car il laisse entrer des clients anonymes.',
  'Set the authenticator to PasswordAuthenticator, or leave the transitional mode if a migration is over.':
    'Mettre l’authentificateur à PasswordAuthenticator, ou quitter le mode de transition si une migration est finie.',
  'Set the authorizer on the controllers too.': 'Définir l’authorizer aussi sur les contrôleurs.',
  'Set the authorizer that fits the cluster (KRaft or ZooKeeper) and restart node by node.':
    'Définir l’authorizer qui convient au cluster (KRaft ou ZooKeeper) et redémarrer nœud par nœud.',
  'Set the authorizer, create a role for each application and grant it what it needs.':
    'Définir l’authorizer, créer un rôle pour chaque application et lui accorder ce qu’il lui faut.',
  'Set the first administrator password with OPENSEARCH_INITIAL_ADMIN_PASSWORD before the demo setup, or in internal_users.yml.':
    'Définir le premier mot de passe d’administrateur par OPENSEARCH_INITIAL_ADMIN_PASSWORD avant l’installation de démonstration, ou dans internal_users.yml.',
  'Set the password of the user elastic with elasticsearch-reset-password -u elastic, and create users and roles for the applications.':
    'Définir le mot de passe de l’utilisateur elastic avec elasticsearch-reset-password -u elastic, et créer des utilisateurs et des rôles pour les applications.',
  'Set up SASL for servers and clients (authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider and a JAAS file), then demand it as shown below, and restart the members one by one.':
    'Mettre en place SASL pour serveurs et clients (authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider et un fichier JAAS), puis l’exiger comme ci-dessous, et redémarrer les membres un par un.',
  'Set xpack.security.enabled: true in elasticsearch.yml on every node, and set the passwords with elasticsearch-setup-passwords.':
    'Mettre xpack.security.enabled: true dans elasticsearch.yml sur chaque nœud, et définir les mots de passe avec elasticsearch-setup-passwords.',
  'Set xpack.security.enabled: true in elasticsearch.yml on every node; with several nodes make certificates with elasticsearch-certutil for the transport layer first.':
    'Mettre xpack.security.enabled: true dans elasticsearch.yml sur chaque nœud ; avec plusieurs nœuds, faire d’abord avec elasticsearch-certutil des certificats pour la couche de transport.',
  'Start it with --insecure-port=0: that port asks for no login at all.':
    'Le démarrer avec --insecure-port=0 : ce port ne demande aucune identification.',
  'Start it with -httpAuth.username and -httpAuth.password (or file:// paths), or behind vmauth with a user for each client.':
    'Le démarrer avec -httpAuth.username et -httpAuth.password (ou des chemins file://), ou derrière vmauth avec un utilisateur pour chaque client.',
  'Start memcached with -U 0 (before 1.5.6 UDP is on by default), and restart it.':
    'Démarrer memcached avec -U 0 (avant 1.5.6, UDP est actif par défaut), et le redémarrer.',
  'Start the API server with --authorization-mode=Node,RBAC, never with AlwaysAllow.':
    'Démarrer le serveur d’API avec --authorization-mode=Node,RBAC, jamais avec AlwaysAllow.',
  'Stop `podman system service tcp:…`, and use the socket unit instead: systemctl --user enable --now podman.socket.':
    'Arrêter `podman system service tcp:…`, et utiliser à la place l’unité de prise : systemctl --user enable --now podman.socket.',
  'Stop the nodes, and start each with --certs-dir in place of --insecure.':
    'Arrêter les nœuds, et démarrer chacun avec --certs-dir au lieu de --insecure.',
  'Take --enable-v2 out of the configuration (from 3.4 on), or set --enable-v2=false (3.2 and 3.3), and restart.':
    'Retirer --enable-v2 de la configuration (à partir de 3.4), ou mettre --enable-v2=false (3.2 et 3.3), et redémarrer.',
  'Take --web.enable-admin-api out of the arguments of the service, unless it is used.':
    'Retirer --web.enable-admin-api des arguments du service, sauf s’il sert.',
  'Take --web.enable-lifecycle out of the arguments of the service, unless it is used.':
    'Retirer --web.enable-lifecycle des arguments du service, sauf s’il sert.',
  'Take --web.enable-remote-write-receiver out of the arguments of the service, unless it is used.':
    'Retirer --web.enable-remote-write-receiver des arguments du service, sauf s’il sert.',
  'Take away every role binding that gives nodes/pods or nodes/proxy to system:anonymous or system:unauthenticated.':
    'Retirer chaque attribution de rôle qui donne nodes/pods ou nodes/proxy à system:anonymous ou system:unauthenticated.',
  'Take away every role binding that gives nodes/proxy to system:anonymous or system:unauthenticated.':
    'Retirer chaque attribution de rôle qui donne nodes/proxy à system:anonymous ou system:unauthenticated.',
  'Take tcp:// out of `hosts` in daemon.json and out of -H in the unit (systemctl edit docker), and restart the daemon.':
    'Retirer tcp:// de `hosts` dans daemon.json et de -H dans l’unité (systemctl edit docker), et redémarrer le démon.',
  'Take the empty token out of the configuration and of the command line, and set a password: jupyter notebook password.':
    'Retirer le jeton vide de la configuration et de la ligne de commande, et définir un mot de passe : jupyter notebook password.',
  'Take the empty token out of the configuration and of the command line, and set a password: jupyter server password.':
    'Retirer le jeton vide de la configuration et de la ligne de commande, et définir un mot de passe : jupyter server password.',
  'Take the empty token out of the configuration and of the command line, and set a password: NotebookApp.password with a hash from notebook.auth.passwd().':
    'Retirer le jeton vide de la configuration et de la ligne de commande, et définir un mot de passe : NotebookApp.password avec une empreinte de notebook.auth.passwd().',
  'Take the empty token out of the configuration, and set a password: jupyter notebook password.':
    'Retirer le jeton vide de la configuration, et définir un mot de passe : jupyter notebook password.',
  'Take the empty token out of the configuration, and set a password: jupyter server password.':
    'Retirer le jeton vide de la configuration, et définir un mot de passe : jupyter server password.',
  'Take the empty token out of the configuration, and set a password: NotebookApp.password with a hash from notebook.auth.passwd().':
    'Retirer le jeton vide de la configuration, et définir un mot de passe : NotebookApp.password avec une empreinte de notebook.auth.passwd().',
  'Take the login out of the proxy that adds it, and change the password of that user.':
    'Retirer l’identification du mandataire qui l’ajoute, et changer le mot de passe de cet utilisateur.',
  'Take the option -U out of the configuration, or set it to 0, and restart.':
    'Retirer l’option -U de la configuration, ou la mettre à 0, et redémarrer.',
  'This version cannot demand a login of every session: upgrade to 3.6 or later; until then access lists and the firewall are all there is.':
    'Cette version ne peut pas exiger une identification de chaque session : passer à 3.6 ou plus ; jusque-là, il n’y a que les listes d’accès et le pare-feu.',
  'This version starts on TCP without TLS only if it is told to: remove "tls": false or --tls=false as well.':
    'Cette version ne démarre en TCP sans TLS que si on le lui dit : retirer aussi "tls": false ou --tls=false.',
  'Treat all data as known to strangers until logs say otherwise.':
    'Tenir toutes les données pour connues d’inconnus tant que les journaux ne disent pas le contraire.',
  'Treat every secret and password hash that was stored there as known to strangers.':
    'Tenir chaque secret et chaque empreinte de mot de passe qui s’y trouvait pour connus d’inconnus.',
  'Treat every secret that was kept in etcd as known to strangers and rotate it.':
    'Tenir chaque secret conservé dans etcd pour connu d’inconnus et le remplacer.',
  'Treat passwords that were kept in nodes as known to strangers and rotate them.':
    'Tenir les mots de passe conservés dans des nœuds pour connus d’inconnus et les remplacer.',
  'Treat sessions and tokens that were cached as known to strangers: end them and issue new ones.':
    'Tenir les sessions et les jetons qui étaient en cache pour connus d’inconnus : y mettre fin et en émettre de nouveaux.',
  'Treat what the indices held as known to strangers: rotate every secret in them and check that no index is missing.':
    'Tenir ce que contenaient les index pour connu d’inconnus : remplacer chaque secret qui s’y trouve et vérifier qu’aucun index ne manque.',
  'Treat what was stored, and every secret in it, as known to strangers.':
    'Tenir ce qui s’y trouvait, et chaque secret parmi, pour connu d’inconnus.',
  'Turn access control on.': 'Activer le contrôle d’accès.',
  'Turn authorization on in mongod.conf and restart; in a replica set or sharded cluster give all members a key file too.':
    'Activer authorization dans mongod.conf et redémarrer ; dans un jeu de répliques ou un cluster partitionné, donner aussi un fichier de clé à tous les membres.',
  'Turn on TLS with service.enable_tls, or end TLS in a proxy: the key goes over the line with each request.':
    'Activer TLS avec service.enable_tls, ou terminer TLS dans un mandataire : la clé passe sur la ligne à chaque requête.',
  'Turn the login on with the settings below, and give the token to the applications.':
    'Activer l’identification avec les réglages ci-dessous, et donner le jeton aux applications.',
  'Turn the logins on (see mlflow/no-authentication): they guard the files too.':
    'Activer les identifications (voir mlflow/no-authentication) : elles gardent aussi les fichiers.',
  'Turn the Security plugin of the cluster on: no plugins.security.disabled: true in opensearch.yml on any node.':
    'Activer le module Security du cluster : pas de plugins.security.disabled: true dans opensearch.yml sur aucun nœud.',
  'Turn TLS on, so that logins do not pass in the clear.':
    'Activer TLS, pour que les identifications ne passent pas en clair.',
  'Turn UDP off with -U 0: it is on by default in this version.':
    'Désactiver UDP avec -U 0 : il est actif par défaut dans cette version.',
  'Until then let no stranger reach a module.': 'Jusque-là, ne laisser aucun inconnu atteindre un module.',
  'Until then put a proxy with logins in front of it, and let nothing else reach the port.':
    'Jusque-là, placer devant lui un mandataire avec identification, et ne laisser rien d’autre atteindre le port.',
  'Until then: ETCDCTL_API=2 etcdctl user add root, etcdctl auth enable, and take the rights of the role guest, which may do everything at first.':
    'Jusque-là : ETCDCTL_API=2 etcdctl user add root, etcdctl auth enable, et retirer ses droits au rôle guest, qui peut d’abord tout faire.',
  'Upgrade to 1.5.15 or later, which can ask for a login in the text protocol (-Y); until then use -S (SASL).':
    'Passer à 1.5.15 ou plus, qui peut demander une identification dans le protocole texte (-Y) ; jusque-là, utiliser -S (SASL).',
  'Upgrade: keys exist since version 1.2.0; until then keep it behind a proxy with a login.':
    'Mettre à niveau : les clés existent depuis la version 1.2.0 ; jusque-là, le garder derrière un mandataire avec identification.',
  'Upgrade: logins came with version 2.5. Until then put a proxy with logins in front of the server.':
    'Mettre à niveau : les identifications sont arrivées avec la version 2.5. Jusque-là, placer devant le serveur un mandataire avec identification.',
  'Upgrade: since version 3.0 new databases are closed to all but administrators, and the list of databases too.':
    'Mettre à niveau : depuis la version 3.0, les nouvelles bases sont fermées à tous sauf aux administrateurs, et la liste des bases aussi.',
  'Use TLS (port 8883) where the network is not your own, so that logins and messages cannot be overheard.':
    'Utiliser TLS (port 8883) là où le réseau n’est pas le vôtre, pour que ni identifications ni messages ne puissent être écoutés.',
  'vsftpd: set anonymous_enable=NO in /etc/vsftpd.conf.': 'vsftpd : mettre anonymous_enable=NO dans /etc/vsftpd.conf.',
  'Where a dashboard has to be public, give the anonymous user a role for that one space and index only.':
    'Là où un tableau de bord doit être public, donner à l’utilisateur anonyme un rôle pour cet espace et cet index seulement.',
  'Where a public search is wanted, put a service in front of the cluster that asks the one allowed question with a user of its own.':
    'Là où l’on veut une recherche publique, placer devant le cluster un service qui pose la seule question permise avec son propre utilisateur.',
  'Where anonymous clients have to stay: vsftpd: set anon_upload_enable, anon_mkdir_write_enable and anon_other_write_enable to NO. ProFTPD: <Limit WRITE> DenyAll </Limit> within <Anonymous>.':
    'Là où les clients anonymes doivent rester : vsftpd : mettre anon_upload_enable, anon_mkdir_write_enable et anon_other_write_enable à NO. ProFTPD : <Limit WRITE> DenyAll </Limit> dans <Anonymous>.',
  'Where clients have rights of their own at the storage, start the server with --no-serve-artifacts and a --default-artifact-root there.':
    'Là où les clients ont leurs propres droits sur le stockage, démarrer le serveur avec --no-serve-artifacts et un --default-artifact-root là-bas.',
  'Where it has to be TCP, demand client certificates: tlsverify with an authority of your own (`tls` alone demands none).':
    'Là où il faut TCP, exiger des certificats de client : tlsverify avec votre propre autorité (`tls` seul n’en exige pas).',
  'Where it has to stay: allow it single subjects only, to publish as well as to subscribe, and deny $JS.API.>.':
    'Là où il doit rester : ne lui permettre que des sujets précis, pour publier comme pour s’abonner, et refuser $JS.API.>.',
  'Where kubectl proxy runs on the port, stop it, or let it listen on loopback only.':
    'Là où kubectl proxy tourne sur le port, l’arrêter, ou ne le laisser écouter que sur la boucle locale.',
  'Where nothing needs requests without a login, start it with --anonymous-auth=false; health checks then need a login too.':
    'Là où rien n’a besoin de requêtes sans identification, le démarrer avec --anonymous-auth=false ; les contrôles de santé ont alors aussi besoin d’une identification.',
  'Where other hosts need it, put a reverse proxy with TLS and a login before it; Ollama has no login that could be turned on.':
    'Là où d’autres machines en ont besoin, placer devant lui un mandataire inverse avec TLS et une identification ; Ollama n’en a pas qu’on puisse activer.',
  'Where something has to stay public, share that dashboard by itself (public or externally shared dashboards), in which visitors cannot change queries.':
    'Là où quelque chose doit rester public, partager ce tableau de bord seul (tableaux publics ou partagés à l’extérieur), où les visiteurs ne peuvent pas changer les requêtes.',
  'Write a _security object with members (names or roles) into each database that was readable.':
    'Écrire un objet _security avec des membres (noms ou rôles) dans chaque base qui était lisible.',
  'Write a web configuration with basic_auth_users (passwords as bcrypt hashes) and a certificate for TLS.':
    'Écrire une configuration web avec basic_auth_users (mots de passe en empreintes bcrypt) et un certificat pour TLS.',
};
