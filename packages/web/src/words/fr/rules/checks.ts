// Comment voir soi-même que c’est réparé : selon la phrase du moteur.
export const checks: Readonly<Record<string, string>> = {
  'curl -i http://HOST:8000/api/v2/tenants/default_tenant/databases has to answer 401 or 403.':
    'curl -i http://HOST:8000/api/v2/tenants/default_tenant/databases doit répondre 401 ou 403.',
  "curl 'http://HOST:8123/?query=SELECT%201' has to answer 401 or 403 and an authentication error.":
    "curl 'http://HOST:8123/?query=SELECT%201' doit répondre 401 ou 403 et une erreur d’authentification.",
  'curl http://HOST:9009/ from a host that is no replica has to fail to connect.':
    'curl http://HOST:9009/ depuis une machine qui n’est pas une réplique ne doit pas pouvoir se connecter.',
  'curl http://HOST:2375/info and curl -k https://HOST:2376/info have to fail without a client certificate.':
    'curl http://HOST:2375/info et curl -k https://HOST:2376/info doivent échouer sans certificat de client.',
  'curl http://HOST:PORT/info from another host has to fail to connect.':
    'curl http://HOST:PORT/info depuis une autre machine ne doit pas pouvoir se connecter.',
  'curl http://HOST:PORT/version from another host has to fail to connect.':
    'curl http://HOST:PORT/version depuis une autre machine ne doit pas pouvoir se connecter.',
  'curl http://HOST:9200/ has to answer 401 and security_exception, or not to connect at all.':
    'curl http://HOST:9200/ doit répondre 401 et security_exception, ou ne pas se connecter du tout.',
  'curl -k https://HOST:9200/ has to answer 401 Unauthorized.':
    'curl -k https://HOST:9200/ doit répondre 401 Unauthorized.',
  'curl http://HOST:9200/_cat/indices has to answer 401.': 'curl http://HOST:9200/_cat/indices doit répondre 401.',
  'curl http://HOST:9300/ from a host that is no node has to fail to connect.':
    'curl http://HOST:9300/ depuis une machine qui n’est pas un nœud ne doit pas pouvoir se connecter.',
  'curl -X POST http://HOST:2379/v3/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' has to fail, or to answer "etcdserver: user name is empty".':
    'curl -X POST http://HOST:2379/v3/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' doit échouer, ou répondre "etcdserver: user name is empty".',
  'curl -X POST http://HOST:2379/v3alpha/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' has to fail, or to answer "etcdserver: user name is empty".':
    'curl -X POST http://HOST:2379/v3alpha/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' doit échouer, ou répondre "etcdserver: user name is empty".',
  'curl -X POST http://HOST:2379/v3/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' from a host outside the control plane has to fail.':
    'curl -X POST http://HOST:2379/v3/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' depuis une machine hors du plan de contrôle doit échouer.',
  'curl http://HOST:2379/v2/auth/enable has to answer 404, or {"enabled":true}.':
    'curl http://HOST:2379/v2/auth/enable doit répondre 404, ou {"enabled":true}.',
  'curl http://HOST:2380/members and curl -k https://HOST:2380/members have to fail without a certificate.':
    'curl http://HOST:2380/members et curl -k https://HOST:2380/members doivent échouer sans certificat.',
  'curl http://HOST:PORT/metrics from another host has to fail to connect.':
    'curl http://HOST:PORT/metrics depuis une autre machine ne doit pas pouvoir se connecter.',
  'curl ftp://HOST/ (which logs in as anonymous) has to answer: Access denied: 530.':
    'curl ftp://HOST/ (qui s’identifie comme anonymous) doit répondre : Access denied: 530.',
  'The fact perm= in the answer to MLST after an anonymous login has to be without c, m and p.':
    'Le fait perm= dans la réponse à MLST après une entrée anonyme ne doit contenir ni c, ni m, ni p.',
  'curl http://HOST:3000/api/search has to answer 401.': 'curl http://HOST:3000/api/search doit répondre 401.',
  'The page http://HOST:3000/signup has to offer no form, and the source of /login to say "disableUserSignUp":true.':
    'La page http://HOST:3000/signup ne doit pas offrir de formulaire, et la source de /login doit dire "disableUserSignUp":true.',
  "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' has to answer 401 Unauthorized.":
    "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' doit répondre 401 Unauthorized.",
  "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' has to answer 401, not 403.":
    "curl -G 'http://HOST:PORT/query' --data-urlencode 'q=SHOW DATABASES' doit répondre 401, et non 403.",
  'curl http://HOST:PORT/api/v2/setup has to answer {"allowed": false}.':
    'curl http://HOST:PORT/api/v2/setup doit répondre {"allowed": false}.',
  'curl -i http://HOST:8888/api/status has to answer 403 Forbidden.':
    'curl -i http://HOST:8888/api/status doit répondre 403 Forbidden.',
  'curl -i http://HOST:8888/api/kernelspecs has to answer 401 Unauthorized.':
    'curl -i http://HOST:8888/api/kernelspecs doit répondre 401 Unauthorized.',
  'kafka-topics.sh --bootstrap-server HOST:PORT --list without a client configuration has to fail, and not to list topics.':
    'kafka-topics.sh --bootstrap-server HOST:PORT --list sans configuration de client doit échouer, et ne pas lister de sujets.',
  'kafka-acls.sh --bootstrap-server HOST:PORT --list has to list rules or to be refused, not to fail with "No Authorizer is configured".':
    'kafka-acls.sh --bootstrap-server HOST:PORT --list doit lister des règles ou être refusé, et non échouer avec "No Authorizer is configured".',
  'kafka-acls.sh --bootstrap-controller HOST:PORT --list from a host that is no broker has to fail to connect.':
    'kafka-acls.sh --bootstrap-controller HOST:PORT --list depuis une machine qui n’est pas un courtier ne doit pas pouvoir se connecter.',
  'curl http://HOST:5601/api/saved_objects/_find?type=index-pattern has to answer 401.':
    'curl http://HOST:5601/api/saved_objects/_find?type=index-pattern doit répondre 401.',
  'ldapsearch -x -H ldap://HOST -b BASE -s one -z 1 1.1 has to answer Inappropriate authentication (48), Insufficient access (50) or Operations error (1).':
    'ldapsearch -x -H ldap://HOST -b BASE -s one -z 1 1.1 doit répondre Inappropriate authentication (48), Insufficient access (50) ou Operations error (1).',
  'ldapsearch -x -H ldap://HOST -b BASE -s base 1.1 has to answer Inappropriate authentication (48) or Server is unwilling to perform (53).':
    'ldapsearch -x -H ldap://HOST -b BASE -s base 1.1 doit répondre Inappropriate authentication (48) ou Server is unwilling to perform (53).',
  "printf 'stats\\r\\n' | nc -w 2 HOST 11211 has to fail to connect, or to answer CLIENT_ERROR unauthenticated.":
    "printf 'stats\\r\\n' | nc -w 2 HOST 11211 ne doit pas pouvoir se connecter, ou doit répondre CLIENT_ERROR unauthenticated.",
  "printf 'stats\\r\\n' | nc -w 2 HOST 11211 from another host has to fail to connect.":
    "printf 'stats\\r\\n' | nc -w 2 HOST 11211 depuis une autre machine ne doit pas pouvoir se connecter.",
  "The line `STAT udpport` in the answer to `stats settings` has to be 0: printf 'stats settings\\r\\n' | nc -w 2 HOST 11211":
    "La ligne `STAT udpport` dans la réponse à `stats settings` doit être 0 : printf 'stats settings\\r\\n' | nc -w 2 HOST 11211",
  'mongosh --host HOST --port PORT --eval \'db.adminCommand({ getLog: "*" })\' has to fail with: requires authentication.':
    'mongosh --host HOST --port PORT --eval \'db.adminCommand({ getLog: "*" })\' doit échouer avec : requires authentication.',
  'mongo --host HOST --port PORT --eval \'db.adminCommand({ getLog: "*" })\' has to fail with: requires authentication.':
    'mongo --host HOST --port PORT --eval \'db.adminCommand({ getLog: "*" })\' doit échouer avec : requires authentication.',
  "mongosh --host HOST --port PORT --eval 'db.adminCommand({ listDatabases: 1 })' has to fail with: requires authentication.":
    "mongosh --host HOST --port PORT --eval 'db.adminCommand({ listDatabases: 1 })' doit échouer avec : requires authentication.",
  'Logs of the server and the network tell who connected, and how many bytes left it before the note was written.':
    'Les journaux du serveur et du réseau disent qui s’est connecté, et combien d’octets en sont sortis avant que le billet ne fût écrit.',
  "mosquitto_sub -h HOST -p PORT -t '$SYS/broker/version' -C 1 -W 5 has to answer: Connection Refused: not authorised.":
    "mosquitto_sub -h HOST -p PORT -t '$SYS/broker/version' -C 1 -W 5 doit répondre : Connection Refused: not authorised.",
  "mysql -h HOST -P PORT -u root --skip-password -e 'SELECT 1' has to answer ERROR 1045 or 1698.":
    "mysql -h HOST -P PORT -u root --skip-password -e 'SELECT 1' doit répondre ERROR 1045 ou 1698.",
  "mysql -h HOST -P PORT -u root --skip-password -e 'SHOW GRANTS' has to answer ERROR 1045.":
    "mysql -h HOST -P PORT -u root --skip-password -e 'SHOW GRANTS' doit répondre ERROR 1045.",
  "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 has to fail to connect, or to answer -ERR 'Authorization Violation'.":
    "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 ne doit pas pouvoir se connecter, ou doit répondre -ERR 'Authorization Violation'.",
  "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 has to answer -ERR 'Authorization Violation'.":
    "printf 'CONNECT {}\\r\\nPING\\r\\n' | nc -w 2 HOST 4222 doit répondre -ERR 'Authorization Violation'.",
  'nc -w 2 HOST 6222 from a host that is no server of the cluster has to fail to connect.':
    'nc -w 2 HOST 6222 depuis une machine qui n’est pas un serveur du cluster ne doit pas pouvoir se connecter.',
  'curl http://HOST:8222/varz from another host has to fail to connect.':
    'curl http://HOST:8222/varz depuis une autre machine ne doit pas pouvoir se connecter.',
  'curl -i http://HOST:11434/api/tags from another host has to be refused, or to answer 401.':
    'curl -i http://HOST:11434/api/tags depuis une autre machine doit être refusé, ou répondre 401.',
  'curl -i http://HOST:11434/api/tags has to answer 401.': 'curl -i http://HOST:11434/api/tags doit répondre 401.',
  "psql 'host=HOST port=PORT user=postgres dbname=postgres' -w -c 'SELECT 1' has to fail for want of a password.":
    "psql 'host=HOST port=PORT user=postgres dbname=postgres' -w -c 'SELECT 1' doit échouer faute de mot de passe.",
  'cockroach sql --insecure --host=HOST:PORT has to fail.': 'cockroach sql --insecure --host=HOST:PORT doit échouer.',
  "ysqlsh -h HOST -p PORT -U yugabyte -w -c 'SELECT 1' has to fail for want of a password.":
    "ysqlsh -h HOST -p PORT -U yugabyte -w -c 'SELECT 1' doit échouer faute de mot de passe.",
  'curl -i http://HOST:9090/api/v1/status/buildinfo has to answer 401 Unauthorized.':
    'curl -i http://HOST:9090/api/v1/status/buildinfo doit répondre 401 Unauthorized.',
  'curl -X POST HOST:9090/api/v1/admin/tsdb/clean_tombstones has to answer 401, 403, 404 or a message that it is not enabled.':
    'curl -X POST HOST:9090/api/v1/admin/tsdb/clean_tombstones doit répondre 401, 403, 404 ou un message disant que ce n’est pas activé.',
  'curl -i HOST:9090/-/reload (a GET changes nothing) has to answer 401, 403, 404 or a message that it is not enabled.':
    'curl -i HOST:9090/-/reload (un GET ne change rien) doit répondre 401, 403, 404 ou un message disant que ce n’est pas activé.',
  'curl -X POST HOST:9090/api/v1/write has to answer 401, 403, 404 or a message that it is not enabled.':
    'curl -X POST HOST:9090/api/v1/write doit répondre 401, 403, 404 ou un message disant que ce n’est pas activé.',
  'curl -i http://HOST:8428/api/v1/labels has to answer 401 Unauthorized.':
    'curl -i http://HOST:8428/api/v1/labels doit répondre 401 Unauthorized.',
  'curl -i http://HOST:6333/collections has to answer 401 or 403.':
    'curl -i http://HOST:6333/collections doit répondre 401 ou 403.',
  'rabbitmq-diagnostics environment has to show auth_mechanisms without ANONYMOUS on every node.':
    'rabbitmq-diagnostics environment doit montrer auth_mechanisms sans ANONYMOUS sur chaque nœud.',
  'curl -i http://HOST:15672/api/overview has to answer 401 Unauthorized.':
    'curl -i http://HOST:15672/api/overview doit répondre 401 Unauthorized.',
  'curl http://HOST:15692/metrics from a host outside the monitoring has to fail to connect.':
    'curl http://HOST:15692/metrics depuis une machine hors de la surveillance ne doit pas pouvoir se connecter.',
  'redis-cli -h HOST -p PORT DBSIZE has to answer NOAUTH Authentication required.':
    'redis-cli -h HOST -p PORT DBSIZE doit répondre NOAUTH Authentication required.',
  'redis-cli -h HOST -p PORT PING has to answer NOAUTH Authentication required.':
    'redis-cli -h HOST -p PORT PING doit répondre NOAUTH Authentication required.',
  'rsync rsync://HOST/MODULE/ has to ask for a password, or to answer: access denied.':
    'rsync rsync://HOST/MODULE/ doit demander un mot de passe, ou répondre : access denied.',
  'rsync rsync://HOST/ has to list nothing.': 'rsync rsync://HOST/ ne doit rien lister.',
  'The first line that the daemon sends has to start with @RSYNCD: 32, or the package has to be a mended one.':
    'La première ligne qu’envoie le démon doit commencer par @RSYNCD: 32, ou le paquet doit être corrigé.',
  'curl http://HOST:PORT/ has to answer 403 and AccessDenied.':
    'curl http://HOST:PORT/ doit répondre 403 et AccessDenied.',
  "curl 'http://HOST:PORT/BUCKET?list-type=2' has to answer 403 and AccessDenied.":
    "curl 'http://HOST:PORT/BUCKET?list-type=2' doit répondre 403 et AccessDenied.",
  'curl http://HOST:9000/minio/v2/metrics/bucket has to answer 403.':
    'curl http://HOST:9000/minio/v2/metrics/bucket doit répondre 403.',
  'curl -i http://HOST:8080/v1/schema has to answer 401.': 'curl -i http://HOST:8080/v1/schema doit répondre 401.',
  'zkCli.sh -server HOST:2181 ls / from a host without a login has to fail to connect or be refused.':
    'zkCli.sh -server HOST:2181 ls / depuis une machine sans identification ne doit pas pouvoir se connecter, ou doit être refusé.',
  'clickhouse-keeper-client -h HOST -p PORT -q "ls /" from another host has to fail to connect or be refused.':
    'clickhouse-keeper-client -h HOST -p PORT -q "ls /" depuis une autre machine ne doit pas pouvoir se connecter, ou doit être refusé.',
  'zkCli.sh -server HOST:2181 ls / without a login has to end in SESSIONCLOSEDREQUIRESASLAUTH, or fail to connect.':
    'zkCli.sh -server HOST:2181 ls / sans identification doit finir par SESSIONCLOSEDREQUIRESASLAUTH, ou ne pas pouvoir se connecter.',
  'curl http://HOST:8080/commands/ruok from another host has to fail to connect.':
    'curl http://HOST:8080/commands/ruok depuis une autre machine ne doit pas pouvoir se connecter.',
  'cqlsh HOST PORT without a user has to fail with: Remote end requires authentication.':
    'cqlsh HOST PORT sans utilisateur doit échouer avec : Remote end requires authentication.',
  'curl http://HOST:5984/_session has to answer 401, or roles without _admin.':
    'curl http://HOST:5984/_session doit répondre 401, ou des rôles sans _admin.',
  'curl http://HOST:5984/DATABASE has to answer 401 for every database.':
    'curl http://HOST:5984/DATABASE doit répondre 401 pour chaque base.',
  'curl http://HOST:5984/_all_dbs has to answer 401.': 'curl http://HOST:5984/_all_dbs doit répondre 401.',
  'curl -k https://HOST:10250/runningpods/ has to answer 401 Unauthorized.':
    'curl -k https://HOST:10250/runningpods/ doit répondre 401 Unauthorized.',
  'curl http://HOST:10255/healthz has to fail to connect.':
    'curl http://HOST:10255/healthz ne doit pas pouvoir se connecter.',
  'curl -k https://HOST:10250/stats/summary has to answer 401 Unauthorized.':
    'curl -k https://HOST:10250/stats/summary doit répondre 401 Unauthorized.',
  'curl -k https://HOST:6443/api/v1/namespaces?limit=1 has to answer 401 or 403.':
    'curl -k https://HOST:6443/api/v1/namespaces?limit=1 doit répondre 401 ou 403.',
  'curl -k https://HOST:6443/api/v1/pods?limit=1 has to answer 401 or 403.':
    'curl -k https://HOST:6443/api/v1/pods?limit=1 doit répondre 401 ou 403.',
  "curl 'http://HOST:5000/api/2.0/mlflow/experiments/search?max_results=1' has to answer 401.":
    "curl 'http://HOST:5000/api/2.0/mlflow/experiments/search?max_results=1' doit répondre 401.",
  'curl http://HOST:5000/api/2.0/mlflow-artifacts/artifacts has to answer 401 or 503.':
    'curl http://HOST:5000/api/2.0/mlflow-artifacts/artifacts doit répondre 401 ou 503.',
  'curl -X POST http://HOST:2379/v3beta/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' has to fail, or to answer "etcdserver: user name is empty".':
    'curl -X POST http://HOST:2379/v3beta/kv/range -d \'{"key":"AA==","range_end":"AA==","count_only":true}\' doit échouer, ou répondre "etcdserver: user name is empty".',
};
