// Les étapes des remèdes dont la phrase anglaise commence par A à L. Elles dépendent du produit et de sa version : la phrase est leur clé.
export const stepsToL: Readonly<Record<string, string>> = {
  '389 Directory Server: dsconf INSTANCE config replace nsslapd-allow-anonymous-access=rootdse.':
    '389 Directory Server : dsconf INSTANCE config replace nsslapd-allow-anonymous-access=rootdse.',
  'ACL SETUSER default off, or resetpass with a password.':
    'ACL SETUSER default off, ou resetpass avec un mot de passe.',
  'Active Directory: set the seventh character of dSHeuristics back to 0 and take ANONYMOUS LOGON out of the access lists.':
    'Active Directory : remettre à 0 le septième caractère de dSHeuristics et retirer ANONYMOUS LOGON des listes d’accès.',
  'Add a listener with SASL_SSL, or SSL with ssl.client.auth=required, and move the applications to it.':
    'Ajouter un point d’écoute avec SASL_SSL, ou SSL avec ssl.client.auth=required, et y faire passer les applications.',
  'Add an administrator in the section [admins] of local.ini; CouchDB hashes the password at the next start.':
    'Ajouter un administrateur dans la section [admins] de local.ini ; CouchDB en fait une empreinte au démarrage suivant.',
  'Add the user root and turn authentication on (etcdctl user add root, etcdctl auth enable), then take the rights of the role guest, which may do everything at first. This version is long out of support: upgrade.':
    'Ajouter l’utilisateur root et activer l’authentification (etcdctl user add root, etcdctl auth enable), puis retirer ses droits au rôle guest, qui peut d’abord tout faire. Cette version n’est plus maintenue depuis longtemps : mettre à niveau.',
  'Add the user root and turn authentication on: etcdctl user add root, then etcdctl auth enable.':
    'Ajouter l’utilisateur root et activer l’authentification : etcdctl user add root, puis etcdctl auth enable.',
  'Add the user root and turn authentication on: ETCDCTL_API=3 etcdctl user add root, then ETCDCTL_API=3 etcdctl auth enable.':
    'Ajouter l’utilisateur root et activer l’authentification : ETCDCTL_API=3 etcdctl user add root, puis ETCDCTL_API=3 etcdctl auth enable.',
  'Allow only the parts of the API that they need, and no POST where they only watch.':
    'Ne permettre que les parties de l’API qu’il leur faut, et pas de POST là où ils ne font qu’observer.',
  'Allow requests without a login for the health checks only, by the file of --authentication-config; --anonymous-auth may then not be set besides.':
    'Ne permettre de requêtes sans identification que pour les contrôles de santé, par le fichier de --authentication-config ; --anonymous-auth ne doit alors pas être défini en plus.',
  'Apply the configuration with securityadmin.sh, and give each application a user with the rights it needs.':
    'Appliquer la configuration avec securityadmin.sh, et donner à chaque application un utilisateur avec les droits qu’il lui faut.',
  'Before an upgrade to version 1.0 or later put a proxy before it: these settings have no effect there.':
    'Avant de passer à la version 1.0 ou plus, placer devant lui un mandataire : ces réglages y sont sans effet.',
  'Before restarting, keep system.query_log: it tells who else has read the tables.':
    'Avant de redémarrer, garder system.query_log : elle dit qui d’autre a lu les tables.',
  'Better still, stop the daemon and run rsync over SSH, which has keys and is encrypted.':
    'Mieux encore, arrêter le démon et faire passer rsync par SSH, qui a des clés et chiffre.',
  'Bind http and transport to internal addresses (network.host).':
    'Lier http et transport à des adresses internes (network.host).',
  'Bind it to an internal address with -httpListenAddr.': 'Le lier à une adresse interne avec -httpListenAddr.',
  'Bind it to an internal address, or turn the plugin off where nobody uses it: rabbitmq-plugins disable rabbitmq_prometheus.':
    'Le lier à une adresse interne, ou désactiver le module là où personne ne s’en sert : rabbitmq-plugins disable rabbitmq_prometheus.',
  'Bind listen and http to internal or loopback addresses.':
    'Lier listen et http à des adresses internes ou à la boucle locale.',
  'Bind the interface to an internal address.': 'Lier l’interface à une adresse interne.',
  'Bind to internal addresses and leave protected-mode on.':
    'Lier à des adresses internes et laisser protected-mode actif.',
  'Bind to the addresses that are needed (net.bindIp), and require TLS.':
    'Lier aux adresses nécessaires (net.bindIp), et exiger TLS.',
  'Block UDP port 11211 at the firewall in both directions.':
    'Bloquer le port UDP 11211 au pare-feu dans les deux sens.',
  'Change every secret that containers and volumes held.':
    'Changer chaque secret que contenaient les conteneurs et les volumes.',
  'Change the authenticator from the transitional one to PasswordAuthenticator, and the transitional authorizer to CassandraAuthorizer.':
    'Passer de l’authentificateur de transition à PasswordAuthenticator, et de l’authorizer de transition à CassandraAuthorizer.',
  'Change the password of the user admin in internal_users.yml: its default is public.':
    'Changer le mot de passe de l’utilisateur admin dans internal_users.yml : celui par défaut est public.',
  'Change the passwords of the accounts that the data sources use.':
    'Changer les mots de passe des comptes dont se servent les sources de données.',
  'Change the peer URLs to https, one member after the other (etcdctl member update).':
    'Passer les adresses des membres à https, l’un après l’autre (etcdctl member update).',
  'Check it with promtool check web-config, and start Prometheus with --web.config.file.':
    'La vérifier avec promtool check web-config, et démarrer Prometheus avec --web.config.file.',
  'Check the cluster for what is missing or was added, and rotate the secrets in its indices.':
    'Chercher dans le cluster ce qui manque ou a été ajouté, et remplacer les secrets de ses index.',
  'Check the files of registered models against the digests of your pipelines.':
    'Comparer les fichiers des modèles enregistrés aux empreintes de vos chaînes.',
  'Check with ACL LIST who needs the default user without a password; health checks can use a user of their own.':
    'Voir avec ACL LIST qui a besoin de l’utilisateur par défaut sans mot de passe ; les contrôles de santé peuvent avoir leur propre utilisateur.',
  'Check with rabbitmqctl list_user_permissions what the user of anonymous clients may do, and who needs it.':
    'Voir avec rabbitmqctl list_user_permissions ce que l’utilisateur des clients anonymes peut faire, et qui en a besoin.',
  'ClickHouse Keeper has no users: give every node an access list, by an identity in the section zookeeper of the ClickHouse servers.':
    'ClickHouse Keeper n’a pas d’utilisateurs : donner à chaque nœud une liste d’accès, par une identité dans la section zookeeper des serveurs ClickHouse.',
  'Close port 10250 to everybody but the control plane and the monitoring system, before anything else.':
    'Fermer le port 10250 à tous sauf au plan de contrôle et au système de surveillance, avant toute autre chose.',
  'Close port 10250 to everybody but the control plane and the monitoring system.':
    'Fermer le port 10250 à tous sauf au plan de contrôle et au système de surveillance.',
  'Close port 15692 to everybody but the hosts of the monitoring (firewall or security group).':
    'Fermer le port 15692 à tous sauf aux machines de la surveillance (pare-feu ou groupe de sécurité).',
  'Close port 21 to everybody but those who need it, before anything else.':
    'Fermer le port 21 à tous sauf à ceux qui en ont besoin, avant toute autre chose.',
  'Close port 2181 to everybody but the clients and members.':
    'Fermer le port 2181 à tous sauf aux clients et aux membres.',
  'Close port 2380 to everybody but the other members; a single member can listen on loopback.':
    'Fermer le port 2380 à tous sauf aux autres membres ; un membre seul peut n’écouter que sur la boucle locale.',
  'Close port 26257 and the port of the DB Console to everybody but the nodes and the applications, before anything else.':
    'Fermer le port 26257 et celui de la DB Console à tous sauf aux nœuds et aux applications, avant toute autre chose.',
  'Close port 5433 to everybody but the applications, before anything else.':
    'Fermer le port 5433 à tous sauf aux applications, avant toute autre chose.',
  'Close port 873 to everybody but the hosts that copy from or to it, before anything else.':
    'Fermer le port 873 à tous sauf aux machines qui y copient ou en copient, avant toute autre chose.',
  'Close port 873 to everybody but the hosts that copy from or to it.':
    'Fermer le port 873 à tous sauf aux machines qui y copient ou en copient.',
  'Close ports 2181, 2888, 3888 and 8080 to everybody but the members and their clients, before anything else.':
    'Fermer les ports 2181, 2888, 3888 et 8080 à tous sauf aux membres et à leurs clients, avant toute autre chose.',
  'Close ports 2375 and 2376 to everybody before anything else; treat the host as taken over until shown otherwise.':
    'Fermer les ports 2375 et 2376 à tous avant toute autre chose ; tenir la machine pour prise jusqu’à preuve du contraire.',
  'Close ports 2379 and 2380 to everybody but the control plane.':
    'Fermer les ports 2379 et 2380 à tous sauf au plan de contrôle.',
  'Close ports 2379 and 2380 to everybody but the members and the hosts that use etcd, before anything else.':
    'Fermer les ports 2379 et 2380 à tous sauf aux membres et aux machines qui se servent d’etcd, avant toute autre chose.',
  'Close ports 389 and 636 (3268 and 3269 of a global catalog) to everybody but the hosts that need the directory, before anything else.':
    'Fermer les ports 389 et 636 (3268 et 3269 d’un catalogue global) à tous sauf aux machines qui ont besoin de l’annuaire, avant toute autre chose.',
  'Close ports 4222, 6222, 7222, 7422 and 8222 to everybody but the applications and the other servers, before anything else.':
    'Fermer les ports 4222, 6222, 7222, 7422 et 8222 à tous sauf aux applications et aux autres serveurs, avant toute autre chose.',
  'Close ports 5672 and 5671 to everybody but the applications, before anything else.':
    'Fermer les ports 5672 et 5671 à tous sauf aux applications, avant toute autre chose.',
  'Close ports 5984, 6984 and 5986 to everybody but the application hosts, before anything else.':
    'Fermer les ports 5984, 6984 et 5986 à tous sauf aux machines des applications, avant toute autre chose.',
  'Close ports 6333, 6334 and 6335 to everybody but the application hosts, before anything else: 6334 is the same store over gRPC, and 6335, between the nodes of a cluster, has for long asked for no key.':
    'Fermer les ports 6333, 6334 et 6335 à tous sauf aux machines des applications, avant toute autre chose : 6334 est le même dépôt par gRPC, et 6335, entre les nœuds d’un cluster, n’a longtemps pas demandé de clé.',
  'Close ports 8080 and 50051 to everybody but the application hosts, before anything else: 50051 is the same store over gRPC.':
    'Fermer les ports 8080 et 50051 à tous sauf aux machines des applications, avant toute autre chose : 50051 est le même dépôt par gRPC.',
  'Close ports 8123, 8443, 9000, 9440 and 9009 to everybody but the application hosts, before anything else.':
    'Fermer les ports 8123, 8443, 9000, 9440 et 9009 à tous sauf aux machines des applications, avant toute autre chose.',
  'Close ports 9200 and 9300 to everybody but the application hosts and the other nodes, before anything else.':
    'Fermer les ports 9200 et 9300 à tous sauf aux machines des applications et aux autres nœuds, avant toute autre chose.',
  'Close the client port (tcp_port) and the Raft port to everybody but the ClickHouse servers and the other members.':
    'Fermer le port des clients (tcp_port) et le port Raft à tous sauf aux serveurs ClickHouse et aux autres membres.',
  'Close the listener to everybody but the applications and the other brokers, before anything else.':
    'Fermer le point d’écoute à tous sauf aux applications et aux autres courtiers, avant toute autre chose.',
  'Close the native port (9042, 9142), the port between the nodes (7000, 7001) and JMX (7199) to everybody who does not need them, before anything else.':
    'Fermer le port natif (9042, 9142), celui d’entre les nœuds (7000, 7001) et JMX (7199) à tous ceux qui n’en ont pas besoin, avant toute autre chose.',
  'Close the native ports (9042, 9142, 19042, 19142) and the ports between the nodes to everybody who does not need them.':
    'Fermer les ports natifs (9042, 9142, 19042, 19142) et ceux d’entre les nœuds à tous ceux qui n’en ont pas besoin.',
  'Close the port of the API server to everybody but nodes, administrators and pipelines.':
    'Fermer le port du serveur d’API à tous sauf aux nœuds, aux administrateurs et aux chaînes de livraison.',
  'Close the port of the controller listener to everybody but brokers and controllers, before anything else.':
    'Fermer le port du point d’écoute du contrôleur à tous sauf aux courtiers et contrôleurs, avant toute autre chose.',
  'Close the port to everybody before anything else; the host may be taken over already.':
    'Fermer le port à tous avant toute autre chose ; la machine est peut-être déjà prise.',
  'Close the port to everybody before anything else; treat the account and the host as taken over until shown otherwise.':
    'Fermer le port à tous avant toute autre chose ; tenir le compte et la machine pour pris jusqu’à preuve du contraire.',
  'Close the port to everybody but Grafana and the people who work with it, before anything else.':
    'Fermer le port à tous sauf à Grafana et aux personnes qui s’en servent, avant toute autre chose.',
  'Close the port to everybody but the administrators, before anything else.':
    'Fermer le port à tous sauf aux administrateurs, avant toute autre chose.',
  'Close the port to everybody but the application hosts (firewall or security group) before anything else.':
    'Fermer le port à tous sauf aux machines des applications (pare-feu ou groupe de sécurité) avant toute autre chose.',
  'Close the port to everybody but the application hosts, before anything else.':
    'Fermer le port à tous sauf aux machines des applications, avant toute autre chose.',
  'Close the port to everybody but the application hosts.': 'Fermer le port à tous sauf aux machines des applications.',
  'Close the port to everybody but the devices and applications that use it, before anything else.':
    'Fermer le port à tous sauf aux appareils et applications qui s’en servent, avant toute autre chose.',
  'Close the port to everybody but the hosts that need it, before anything else.':
    'Fermer le port à tous sauf aux machines qui en ont besoin, avant toute autre chose.',
  'Close the port to everybody but the hosts that write and query metrics, before anything else.':
    'Fermer le port à tous sauf aux machines qui écrivent et interrogent les métriques, avant toute autre chose.',
  'Close the port to everybody but the hosts that write and read measurements, before anything else.':
    'Fermer le port à tous sauf aux machines qui écrivent et lisent des mesures, avant toute autre chose.',
  'Close the port to everybody but the monitoring system, and restart.':
    'Fermer le port à tous sauf au système de surveillance, et redémarrer.',
  'Close the port to everybody but the monitoring system.': 'Fermer le port à tous sauf au système de surveillance.',
  'Close the port to everybody but the other servers; remove the block from the configuration of a single server.':
    'Fermer le port à tous sauf aux autres serveurs ; retirer le bloc de la configuration d’un serveur seul.',
  'Close the port to everybody but the programs that use it; the host may be taken over already.':
    'Fermer le port à tous sauf aux programmes qui s’en servent ; la machine est peut-être déjà prise.',
  'Close the port to everybody but the team and the training hosts, before anything else.':
    'Fermer le port à tous sauf à l’équipe et aux machines d’entraînement, avant toute autre chose.',
  'Close the port to everybody but those who work with it.': 'Fermer le port à tous sauf à ceux qui s’en servent.',
  'Close the port to everybody but your own host, before anything else.':
    'Fermer le port à tous sauf à votre propre machine, avant toute autre chose.',
  'Close the port to everybody but your own networks, before anything else.':
    'Fermer le port à tous sauf à vos propres réseaux, avant toute autre chose.',
  'Close the ports to everybody but the application hosts.':
    'Fermer les ports à tous sauf aux machines des applications.',
  'Compare the registered models with what your pipelines stored, and rotate credentials that stood in parameters and tags.':
    'Comparer les modèles enregistrés à ce que vos chaînes ont déposé, et remplacer les identifiants qui se trouvaient dans des paramètres et des étiquettes.',
  'Complete the set-up on that host (influx setup) with a long random password, and keep the operator token safe.':
    'Terminer l’installation sur cette machine (influx setup) avec un long mot de passe aléatoire, et garder en sûreté le jeton d’opérateur.',
  'Configure an identity (user:password) in the section zookeeper of every ClickHouse server, so that new nodes get an access list of their own.':
    'Configurer une identité (user:password) dans la section zookeeper de chaque serveur ClickHouse, pour que les nouveaux nœuds reçoivent leur propre liste d’accès.',
  'Configure identities: without any, SeaweedFS and several small servers let everybody do everything (SeaweedFS: weed s3 -config=FILE).':
    'Configurer des identités : sans elles, SeaweedFS et plusieurs petits serveurs laissent tout faire à tout le monde (SeaweedFS : weed s3 -config=FILE).',
  'Configure users (passwords as bcrypt hashes, made by `nats server passwd`), NKeys or JWTs, with permissions by subject; set no no_auth_user.':
    'Configurer des utilisateurs (mots de passe en empreintes bcrypt, faites par `nats server passwd`), des NKeys ou des JWT, avec des droits par sujet ; ne pas définir no_auth_user.',
  'Connect Kibana to the cluster with an enrollment token (elasticsearch-create-enrollment-token -s kibana), or with the user kibana_system.':
    'Relier Kibana au cluster par un jeton d’inscription (elasticsearch-create-enrollment-token -s kibana), ou avec l’utilisateur kibana_system.',
  'Create a login for each of them (mosquitto_passwd for mosquitto) and give it to the device.':
    'Créer une identification pour chacun d’eux (mosquitto_passwd pour mosquitto) et la donner à l’appareil.',
  'Create a role for each application, set the authorizer, grant what each needs, and go on node by node.':
    'Créer un rôle pour chaque application, définir l’authorizer, accorder à chacune ce qu’il lui faut, et continuer nœud par nœud.',
  'Create a superuser of your own and remove the role cassandra.':
    'Créer votre propre superutilisateur et retirer le rôle cassandra.',
  'Create a user administrator in the database admin (db.createUser with the role userAdminAnyDatabase), then a user with its own roles for each application.':
    'Créer un administrateur d’utilisateurs dans la base admin (db.createUser avec le rôle userAdminAnyDatabase), puis un utilisateur avec ses propres rôles pour chaque application.',
  'Create a user administrator in the database admin.': 'Créer un administrateur d’utilisateurs dans la base admin.',
  'Create a user for each application and restrict it with rabbitmqctl set_permissions.':
    'Créer un utilisateur pour chaque application et le limiter avec rabbitmqctl set_permissions.',
  'Create a user for each application, and GRANT it READ or WRITE on its database.':
    'Créer un utilisateur pour chaque application, et lui accorder par GRANT READ ou WRITE sur sa base.',
  'Create a user for each application, with the rights it needs and no more.':
    'Créer un utilisateur pour chaque application, avec les droits qu’il lui faut et pas plus.',
  'Create a user with a password or a certificate for each application, and treat what was stored as known to strangers.':
    'Créer pour chaque application un utilisateur avec mot de passe ou certificat, et tenir ce qui s’y trouvait pour connu d’inconnus.',
  'Create an administrator token with influxdb3 create token --admin, and let the applications use tokens.':
    'Créer un jeton d’administrateur avec influxdb3 create token --admin, et faire utiliser des jetons aux applications.',
  'Create an administrator: CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.':
    'Créer un administrateur : CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.',
  'Create the administrator on that host: CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.':
    'Créer l’administrateur sur cette machine : CREATE USER admin WITH PASSWORD … WITH ALL PRIVILEGES.',
  'Create users with CREATE USER and GRANT for the applications, with the rights they need and no more.':
    'Créer des utilisateurs avec CREATE USER et GRANT pour les applications, avec les droits qu’il leur faut et pas plus.',
  'Delete the user guest, whom anonymous clients become by default: rabbitmqctl delete_user guest.':
    'Supprimer l’utilisateur guest, que les clients anonymes deviennent par défaut : rabbitmqctl delete_user guest.',
  'Demand a login for every request with require_valid_user.':
    'Exiger une identification pour chaque requête avec require_valid_user.',
  'Demand a login for every request with require_valid_user; since version 3.0 the list is for administrators only.':
    'Exiger une identification pour chaque requête avec require_valid_user ; depuis la version 3.0, la liste est réservée aux administrateurs.',
  'Demand a login for every request, and give each database members in its _security object.':
    'Exiger une identification pour chaque requête, et donner des membres à chaque base dans son objet _security.',
  'Demand client certificates: --client-cert-auth with --trusted-ca-file.':
    'Exiger des certificats de client : --client-cert-auth avec --trusted-ca-file.',
  'Disconnect the server from the network and keep its disk, its log and the note.':
    'Débrancher le serveur du réseau et garder son disque, son journal et le billet.',
  'Do not publish its port: put it on a network of its own with the containers that use it.':
    'Ne pas publier son port : le mettre sur un réseau à part avec les conteneurs qui s’en servent.',
  'Elasticsearch: remove xpack.security.authc.anonymous from elasticsearch.yml on every node, and restart them one by one.':
    'Elasticsearch : retirer xpack.security.authc.anonymous de elasticsearch.yml sur chaque nœud, et les redémarrer un par un.',
  'Elasticsearch: set xpack.security.transport.ssl.enabled to true with certificates made by elasticsearch-certutil.':
    'Elasticsearch : mettre xpack.security.transport.ssl.enabled à true avec des certificats faits par elasticsearch-certutil.',
  'Find no_auth_user in the configuration, and see which clients need it.':
    'Trouver no_auth_user dans la configuration, et voir quels clients en ont besoin.',
  'Find out how this server came to run without one: since version 3.0 CouchDB refuses to start without an administrator.':
    'Trouver comment ce serveur a pu tourner sans administrateur : depuis la version 3.0, CouchDB refuse de démarrer ainsi.',
  'Find out which clients still use /v2/keys, and move their keys to v3.':
    'Trouver quels clients utilisent encore /v2/keys, et passer leurs clés à v3.',
  'Find out who connects without a login; health checks and public displays can have a login of their own.':
    'Trouver qui se connecte sans identification ; contrôles de santé et affichages publics peuvent avoir la leur.',
  'Find the role bindings that name system:anonymous or system:unauthenticated (kubectl get clusterrolebindings,rolebindings -A -o wide) and delete all but system:public-info-viewer.':
    'Trouver les attributions de rôle qui nomment system:anonymous ou system:unauthenticated (kubectl get clusterrolebindings,rolebindings -A -o wide) et les supprimer toutes sauf system:public-info-viewer.',
  'Find the role bindings that name system:anonymous or system:unauthenticated: kubectl get clusterrolebindings -o wide.':
    'Trouver les attributions de rôle qui nomment system:anonymous ou system:unauthenticated : kubectl get clusterrolebindings -o wide.',
  'For remote work use a context over SSH: docker context create --docker host=ssh://USER@HOST.':
    'Pour travailler à distance, utiliser un contexte par SSH : docker context create --docker host=ssh://USER@HOST.',
  'For remote work use podman system connection add NAME ssh://USER@HOST.':
    'Pour travailler à distance, utiliser podman system connection add NAME ssh://USER@HOST.',
  'Give applications that searched without a login an account of their own that may read what they need.':
    'Donner aux applications qui cherchaient sans identification leur propre compte, qui puisse lire ce qu’il leur faut.',
  'Give each application a user of its own in users.xml, with a readonly profile where it only reads.':
    'Donner à chaque application son propre utilisateur dans users.xml, avec un profil readonly là où elle ne fait que lire.',
  'Give each application a user of its own with the commands and keys it needs (ACL SETUSER), and turn the default user off.':
    'Donner à chaque application son propre utilisateur avec les commandes et les clés qu’il lui faut (ACL SETUSER), et désactiver l’utilisateur par défaut.',
  'Give each application a user of its own, with a role for the keys it needs and no more.':
    'Donner à chaque application son propre utilisateur, avec un rôle pour les clés qu’il lui faut et pas plus.',
  'Give each application an access key of its own with the buckets and actions it needs, and no anonymous identity.':
    'Donner à chaque application sa propre clé d’accès avec les compartiments et actions qu’il lui faut, et pas d’identité anonyme.',
  'Give each application the ACLs it needs with kafka-acls.sh.':
    'Donner à chaque application les ACL qu’il lui faut avec kafka-acls.sh.',
  'Give each data source an account at its database that may read what the dashboards need and no more.':
    'Donner à chaque source de données un compte dans sa base qui puisse lire ce qu’il faut aux tableaux de bord et pas plus.',
  'Give every account a password, and look for accounts and events that strangers may have left.':
    'Donner un mot de passe à chaque compte, et chercher des comptes et événements que des inconnus ont pu laisser.',
  "Give every account that stays a password: ALTER USER 'root'@'HOST' IDENTIFIED BY 'A-LONG-RANDOM-PASSWORD'. mariadb-secure-installation asks for most of this.":
    "Donner un mot de passe à chaque compte qui reste : ALTER USER 'root'@'HOST' IDENTIFIED BY 'A-LONG-RANDOM-PASSWORD'. mariadb-secure-installation demande l’essentiel de cela.",
  "Give every account that stays a password: ALTER USER 'root'@'HOST' IDENTIFIED BY 'A-LONG-RANDOM-PASSWORD'. mysql_secure_installation asks for most of this.":
    "Donner un mot de passe à chaque compte qui reste : ALTER USER 'root'@'HOST' IDENTIFIED BY 'A-LONG-RANDOM-PASSWORD'. mysql_secure_installation demande l’essentiel de cela.",
  "Give every account that stays a password: SET PASSWORD FOR 'root'@'HOST' = PASSWORD('A-LONG-RANDOM-PASSWORD'). mariadb-secure-installation asks for most of this.":
    "Donner un mot de passe à chaque compte qui reste : SET PASSWORD FOR 'root'@'HOST' = PASSWORD('A-LONG-RANDOM-PASSWORD'). mariadb-secure-installation demande l’essentiel de cela.",
  "Give every account that stays a password: SET PASSWORD FOR 'root'@'HOST' = PASSWORD('A-LONG-RANDOM-PASSWORD'). mysql_secure_installation asks for most of this.":
    "Donner un mot de passe à chaque compte qui reste : SET PASSWORD FOR 'root'@'HOST' = PASSWORD('A-LONG-RANDOM-PASSWORD'). mysql_secure_installation demande l’essentiel de cela.",
  'Give Grafana and other clients the login.': 'Donner l’identification à Grafana et aux autres clients.',
  'Give Kibana its own user (kibana_system, or kibana before 7.8) in kibana.yml, with the password in the Kibana keystore.':
    'Donner à Kibana son propre utilisateur (kibana_system, ou kibana avant 7.8) dans kibana.yml, avec le mot de passe dans le magasin de clés de Kibana.',
  'Give members and clients certificates of an authority of your own, and demand them: --client-cert-auth with --trusted-ca-file.':
    'Donner aux membres et aux clients des certificats de votre propre autorité, et les exiger : --client-cert-auth avec --trusted-ca-file.',
  'Give nodes/stats to the service account of the monitoring system instead.':
    'Donner plutôt nodes/stats au compte de service du système de surveillance.',
  'Give the API server --etcd-cafile, --etcd-certfile and --etcd-keyfile.':
    'Donner au serveur d’API --etcd-cafile, --etcd-certfile et --etcd-keyfile.',
  'Give the applications their credentials first: a node does not ask for them until authentication is on.':
    'Donner d’abord leurs identifiants aux applications : un nœud ne les demande pas tant que l’authentification n’est pas active.',
  'Give the module `auth users` and a `secrets file` (readable by the daemon alone), and `hosts allow`.':
    'Donner au module `auth users` et un `secrets file` (lisible par le démon seul), et `hosts allow`.',
  'Give the nodes certificates of your own for the transport and the HTTP layer; the demo certificates are public.':
    'Donner aux nœuds vos propres certificats pour le transport et la couche HTTP ; ceux de démonstration sont publics.',
  'Give the users roles with AUTHORIZATION_RBAC_ENABLED and AUTHORIZATION_RBAC_ROOT_USERS, so that each may do what it needs.':
    'Donner des rôles aux utilisateurs avec AUTHORIZATION_RBAC_ENABLED et AUTHORIZATION_RBAC_ROOT_USERS, pour que chacun puisse ce qu’il lui faut.',
  'Give those clients a login of their own, and remove the setting.':
    'Donner à ces clients leur propre identification, et retirer le réglage.',
  'Give those that only search the service.read_only_api_key.':
    'Donner à celles qui ne font que chercher la service.read_only_api_key.',
  'Hand out single files by presigned addresses that expire, where the public needs some.':
    'Remettre des fichiers isolés par des adresses présignées qui expirent, là où le public en a besoin.',
  'Have it examined which personal data was there, and whether authorities and people have to be told.':
    'Faire examiner quelles données personnelles s’y trouvaient, et si des autorités et des personnes doivent être prévenues.',
  'In a container, remove MARIADB_ALLOW_EMPTY_ROOT_PASSWORD; it acts on a new data folder only, so set the password by hand too.':
    'Dans un conteneur, retirer MARIADB_ALLOW_EMPTY_ROOT_PASSWORD ; elle n’agit que sur un dossier de données neuf : définir donc aussi le mot de passe à la main.',
  'In a container, remove MYSQL_ALLOW_EMPTY_PASSWORD; it acts on a new data folder only, so set the password by hand too.':
    'Dans un conteneur, retirer MYSQL_ALLOW_EMPTY_PASSWORD ; elle n’agit que sur un dossier de données neuf : définir donc aussi le mot de passe à la main.',
  'In pg_hba.conf (SHOW hba_file tells where it is) replace trust, password and ident on host lines by md5, and name the databases, roles and networks that need access. The first line that fits decides.':
    'Dans pg_hba.conf (SHOW hba_file dit où il est), remplacer trust, password et ident des lignes host par md5, et nommer les bases, rôles et réseaux qui ont besoin d’un accès. La première ligne qui convient décide.',
  'In pg_hba.conf (SHOW hba_file tells where it is) replace trust, password and ident on host lines by scram-sha-256, and name the databases, roles and networks that need access. The first line that fits decides.':
    'Dans pg_hba.conf (SHOW hba_file dit où il est), remplacer trust, password et ident des lignes host par scram-sha-256, et nommer les bases, rôles et réseaux qui ont besoin d’un accès. La première ligne qui convient décide.',
  'In the official container image, a change of POSTGRES_HOST_AUTH_METHOD acts on a new data folder only: edit the pg_hba.conf that is there.':
    'Dans l’image de conteneur officielle, un changement de POSTGRES_HOST_AUTH_METHOD n’agit que sur un dossier de données neuf : modifier le pg_hba.conf qui s’y trouve.',
  'In the proxy, take out the exception for /api/tags; health checks can ask for the first page.':
    'Dans le mandataire, retirer l’exception pour /api/tags ; les contrôles de santé peuvent demander la première page.',
  'Install mlflow[auth], set MLFLOW_FLASK_SERVER_SECRET_KEY, and start the server with --app-name basic-auth.':
    'Installer mlflow[auth], définir MLFLOW_FLASK_SERVER_SECRET_KEY, et démarrer le serveur avec --app-name basic-auth.',
  'Install the newest rsync, and restart the daemon.': 'Installer le rsync le plus récent, et redémarrer le démon.',
  'Install the Security plugin where it is missing, and remove plugins.security.disabled: true from opensearch.yml on all nodes.':
    'Installer le module Security là où il manque, et retirer plugins.security.disabled: true de opensearch.yml sur tous les nœuds.',
  'Install the securityDashboards plugin in OpenSearch Dashboards, and give it the user kibanaserver with a password of your own.':
    'Installer le module securityDashboards dans OpenSearch Dashboards, et lui donner l’utilisateur kibanaserver avec un mot de passe à vous.',
  'Keep the log of mongod: it tells which addresses have connected.':
    'Garder le journal de mongod : il dit quelles adresses se sont connectées.',
  'Kibana: remove the provider xpack.security.authc.providers.anonymous from kibana.yml and restart.':
    'Kibana : retirer le fournisseur xpack.security.authc.providers.anonymous de kibana.yml et redémarrer.',
  'Leave [couchdb] default_security at admin_only, so that new databases are closed.':
    'Laisser [couchdb] default_security à admin_only, pour que les nouvelles bases soient fermées.',
  'Leave `read only` on, unless it is meant to be written to, and set `list = no`.':
    'Laisser `read only` actif, sauf s’il est fait pour qu’on y écrive, et mettre `list = no`.',
  'Leave ANONYMOUS out of auth_mechanisms and set anonymous_login_user to none (RabbitMQ 4.0 and later offer it by default).':
    'Ôter ANONYMOUS de auth_mechanisms et mettre anonymous_login_user à none (RabbitMQ 4.0 et plus l’offrent par défaut).',
  'Leave ANONYMOUS out of auth_mechanisms, set anonymous_login_user to none, and restart the broker.':
    'Ôter ANONYMOUS de auth_mechanisms, mettre anonymous_login_user à none, et redémarrer le courtier.',
  'Let Chroma itself listen on loopback, and in Docker publish 127.0.0.1:8000:8000.':
    'Ne laisser Chroma lui-même écouter que sur la boucle locale, et dans Docker publier 127.0.0.1:8000:8000.',
  'Let clients use a listener with SASL or client certificates.':
    'Faire passer les clients par un point d’écoute avec SASL ou des certificats de client.',
  'Let the monitoring system ask port 10250 with a login of its own.':
    'Faire interroger le port 10250 par le système de surveillance avec sa propre identification.',
  "List the accounts: SELECT User, Host FROM mysql.user. Drop those without a name (DROP USER ''@'HOST') and those of root for other hosts than localhost.":
    "Lister les comptes : SELECT User, Host FROM mysql.user. Supprimer ceux sans nom (DROP USER ''@'HOST') et ceux de root pour d’autres machines que localhost.",
  'List the ACLs with kafka-acls.sh --list and remove those of User:ANONYMOUS and User:*.':
    'Lister les ACL avec kafka-acls.sh --list et retirer celles de User:ANONYMOUS et User:*.',
  'Listen on an internal address only (clientPortAddress), and restart.':
    'N’écouter que sur une adresse interne (clientPortAddress), et redémarrer.',
  'Listen on an internal address only (server.host).': 'N’écouter que sur une adresse interne (server.host).',
  'Listen on internal addresses only (bind-address), and restart.':
    'N’écouter que sur des adresses internes (bind-address), et redémarrer.',
  'Listen on loopback and reach it through SSH or a reverse proxy with TLS; for several people use JupyterHub.':
    'N’écouter que sur la boucle locale et l’atteindre par SSH ou par un mandataire inverse avec TLS ; pour plusieurs personnes, utiliser JupyterHub.',
  'Listen on loopback or an internal address with -l, and restart.':
    'N’écouter que sur la boucle locale ou une adresse interne avec -l, et redémarrer.',
  'Listen on loopback or an internal address, and restart.':
    'N’écouter que sur la boucle locale ou une adresse interne, et redémarrer.',
  'Log in as yugabyte with its default password and change it at once; give postgres and each application one of its own.':
    'S’identifier comme yugabyte avec son mot de passe par défaut et le changer aussitôt ; en donner un à postgres et à chaque application.',
  'Look for accounts, events and triggers that strangers may have left, and change every secret that was stored.':
    'Chercher des comptes, événements et déclencheurs que des inconnus ont pu laisser, et changer chaque secret qui était conservé.',
  'Look for containers and processes that nobody of yours has started, and rotate the secrets and the service account tokens of the pods of this node.':
    'Chercher des conteneurs et processus que personne des vôtres n’a démarrés, et remplacer les secrets et les jetons de comptes de service des pods de ce nœud.',
  'Look for containers, images and volumes that nobody of yours has made.':
    'Chercher des conteneurs, images et volumes que personne des vôtres n’a créés.',
  'Look for containers, images, volumes, scheduled jobs and SSH keys that nobody of yours has made.':
    'Chercher des conteneurs, images, volumes, tâches planifiées et clés SSH que personne des vôtres n’a créés.',
  'Look for files that nobody of yours has put there.': 'Chercher des fichiers que personne des vôtres n’y a mis.',
  'Look for objects that nobody of yours has made: privileged pods, daemon sets, role bindings, webhooks; treat the cluster as taken over until shown otherwise.':
    'Chercher des objets que personne des vôtres n’a créés : pods privilégiés, daemon sets, attributions de rôle, webhooks ; tenir le cluster pour pris jusqu’à preuve du contraire.',
  'Look for objects that nobody of yours has made: privileged pods, role bindings, webhooks.':
    'Chercher des objets que personne des vôtres n’a créés : pods privilégiés, attributions de rôle, webhooks.',
  'Look for processes, notebooks, scheduled jobs and SSH keys that nobody of yours has put there.':
    'Chercher des processus, cahiers, tâches planifiées et clés SSH que personne des vôtres n’y a mis.',
  'Look in the log and in pg_roles for roles, and in pg_proc for functions, that strangers may have left; then change every secret that was stored.':
    'Chercher dans le journal, dans pg_roles des rôles et dans pg_proc des fonctions que des inconnus ont pu laisser ; puis changer chaque secret qui était conservé.',
  'Look in the log for what was copied by whom, and treat it as known to strangers.':
    'Chercher dans le journal ce qui fut copié et par qui, et le tenir pour connu d’inconnus.',
  'Look in the transfer log for what was fetched by whom, and treat those files as known to strangers.':
    'Chercher dans le journal des transferts ce qui fut pris et par qui, et tenir ces fichiers pour connus d’inconnus.',
  'Look through _users, _replicator and the design documents for what strangers may have left there, and restore what is missing.':
    'Parcourir _users, _replicator et les documents de conception pour y trouver ce que des inconnus ont pu laisser, et restaurer ce qui manque.',
  'Look through data sources, dashboards, alert contact points, users and service accounts for what strangers may have left.':
    'Parcourir sources de données, tableaux de bord, points de contact, utilisateurs et comptes de service pour y trouver ce que des inconnus ont pu laisser.',
  'Look through the list of users for accounts that nobody knows, and remove them.':
    'Parcourir la liste des utilisateurs, et retirer les comptes que personne ne connaît.',
  'Look up the version of the installed package in the security notices of the distribution.':
    'Chercher la version du paquet installé dans les avis de sécurité de la distribution.',
  'Look with rabbitmqctl list_users for users whom you do not know.':
    'Chercher avec rabbitmqctl list_users des utilisateurs que vous ne connaissez pas.',
  'Look with SHOW USERS that there is no user whom you do not know.':
    'Vérifier avec SHOW USERS qu’il n’y a pas d’utilisateur que vous ne connaissez pas.',
};
