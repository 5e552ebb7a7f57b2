// Addresses of data stores with a password in them (RFC 3986, 3.2.1), and keys of database services. Forms: the services'
// documentation, and the catalogues of gitleaks and betterleaks (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, PASSWORD, UUID } from './issued.ts';

/** Passwords in examples, and variables in the place of one. */
const NO_PASSWORD: readonly RegExp[] = [
  /:\/\/[^:@/\s]{0,80}:(?:pass(?:word|wd)?|pwd|secret|example|test|user(?:name)?|mypass(?:word)?|your[-_]?pass(?:word)?|changeme|postgres|mysql|root|admin|guest|hunter2|xyz|foo|bar|baz|some-?pass(?:word)?|dbpass(?:word)?|p4ss|\*+|x+|\.+|redacted)@/i,
  /:\/\/[^:@/\s]{0,80}:(?:\$|%[sd(]|<|\{|\[|#\{|@)/,
];

export const DATABASES: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'the owner of the data store',
      link: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      rotate: [
        'Change the password of this user in the data store, and close its open sessions.',
        'Let only the hosts in that need the store, and keep the password in a secret store.',
        'Look in the log of the data store for logins of this user from unknown addresses.',
      ],
    },
    {
      id: 'database-url',
      title: 'Database address with a password',
      opens: 'data',
      form: {
        token:
          /(?:jdbc:)?(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|clickhouse(?:s|\+https?|\+native)?|ch|mssql|sqlserver|oracle|cockroach(?:db)?|kafka|sasl_(?:ssl|plaintext)|ldaps?|s?ftps?|smb|nats|neo4j(?:\+s{1,2}c?)?|bolt|cassandra|couchdb|elasticsearch|es|snowflake|influxdb|db2|vertica|redshift|trino|presto|hive|pulsar|mqtts?|stomp|memcached|crate|tds|firebird|libsql|surrealdb)(?:\+[a-z0-9_]{2,20})?:\/\/[^\s:@/"'`<>\\]{0,100}:[^\s@"'`<>\\]{1,200}@(?:[\w.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?(?:,[\w.-]{1,253}(?::\d{1,5})?){0,20}(?:[/?][\w\-.~:/?@!$&()*+;=%]{0,300}[\w/=%~-])?\/?/,
      },
      keywords: ['://'],
      not: NO_PASSWORD,
    },
    {
      id: 'jdbc-password',
      title: 'JDBC address with a password',
      opens: 'data',
      form: { token: /jdbc:[a-z0-9:+-]{3,40}:[^\s"'`<>]{3,300}[?&;][pP]ass[wW](?:or)?d=([^\s"'`<>&;\\]{4,100})/ },
      keywords: ['jdbc:'],
      not: [/^(?:pass(?:word)?|secret|test|changeme|root|admin)$/i],
    },
    {
      id: 'jdbc-oracle-password',
      title: 'Oracle JDBC address with a password',
      opens: 'data',
      form: { token: /jdbc:oracle:(?:thin|oci):([\w$#.-]{1,60}\/[^\s@"'`<>\\]{4,100})@/ },
      keywords: ['jdbc:oracle:'],
      not: [/\/(?:password|passwd|secret|tiger|manager|oracle)$/i],
    },
    {
      id: 'connection-string-password',
      title: 'Password in a connection string',
      opens: 'data',
      form: {
        token: /;\s?(?:[pP]assword|PASSWORD|[pP]wd|PWD)\s?=\s?([^;"'\s<>\\]{4,100})/,
      },
      keywords: ['password', 'pwd'],
      not: [/^(?:\*+|pass(?:word)?|secret|changeme|yourpassword|your_password|\.\.\.)$/i],
    },
    {
      id: 'kafka-sasl-password',
      title: 'Kafka SASL password',
      opens: 'data',
      form: {
        token: /(?:Plain|Scram)LoginModule\s{1,4}required[^;\n]{0,200}?password\s?=\s?\\{0,3}["']([^"'\\\s]{4,200})/,
      },
      keywords: ['loginmodule'],
      not: [/^(?:password|secret|changeme|kafka|admin-secret)$/i],
    },
    {
      id: 'url-password',
      title: 'Address with a password',
      opens: 'one service',
      form: {
        token:
          /(?:https?|wss?|git(?:\+https?)?|ssh|svn|rsync|socks5?|telnet|rtsp|rtmp|smtps?|imaps?|pop3s?|dav[s]?|vnc|rdp|sip|xmpp|tcp|s3|udp|grpcs?):\/\/[^\s:@/"'`<>\\?#]{1,100}:[^\s@/"'`<>\\?#]{3,200}@[\w.-]{1,253}(?::\d{1,5})?(?:[/?][\w\-.~:/?@!$&()*+;=%]{0,300}[\w/=%~-])?\/?/,
      },
      keywords: ['://'],
      not: [...NO_PASSWORD, /:\/\/(?:user(?:name)?|login|foo|name):/i],
    },
    {
      id: 'redis-auth-command',
      title: 'Redis password in a command or configuration',
      opens: 'data',
      form: {
        names: ['requirepass', 'masterauth', 'redis_password', 'redis-password', 'redispassword', 'rediscli_auth'],
        value: PASSWORD,
      },
      entropy: 2.5,
      not: [/^(?:foobared|password|redis)$/i],
    },
    {
      id: 'pgpass-line',
      title: 'PostgreSQL password file line',
      opens: 'data',
      form: {
        token: /(?:^|\n)[\w.*-]{1,120}:(?:5432|5433|6432|\*):[\w*-]{1,63}:[\w*-]{1,63}:([^\s:]{4,100})(?=\r?\n|$)/,
      },
      keywords: [':5432:', ':5433:', ':6432:', ':*:'],
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'PlanetScale',
      link: 'https://planetscale.com/docs',
      rotate: [
        'Delete the password or token in the settings of the database or organisation.',
        'Make a new one for one branch.',
        'Look in the audit log of the organisation.',
      ],
    },
    {
      id: 'planetscale-api-token',
      title: 'PlanetScale service token',
      opens: 'data',
      form: { token: /pscale_tkn_[\w=.-]{32,64}/ },
      keywords: ['pscale_tkn_'],
      entropy: 3,
    },
    {
      id: 'planetscale-oauth-token',
      title: 'PlanetScale OAuth token',
      opens: 'data',
      form: { token: /pscale_oauth_[\w=.-]{32,64}/ },
      keywords: ['pscale_oauth_'],
      entropy: 3,
    },
    {
      id: 'planetscale-password',
      title: 'PlanetScale database password',
      opens: 'data',
      form: { token: /[pP][sS][cC][aA][lL][eE]_[pP][wW]_[\w=.-]{32,64}/ },
      keywords: ['pscale_pw_'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Supabase',
      link: 'https://supabase.com/docs/guides/api/api-keys',
      rotate: [
        'Revoke the key in the project settings, API keys; for JWT keys, rotate the signing secret.',
        'Make a new secret key for each service.',
        'Check that row level security is on for all tables.',
      ],
    },
    {
      id: 'supabase-access-token',
      title: 'Supabase personal access token',
      opens: 'everything of an account',
      form: { token: /sbp_(?:v\d_)?[a-f0-9]{40}/ },
      keywords: ['sbp_'],
      entropy: 3,
    },
    {
      id: 'supabase-secret-key',
      title: 'Supabase secret key',
      opens: 'data',
      form: { token: /sb_secret_[\w-]{22}_[\w-]{8}/ },
      keywords: ['sb_secret_'],
      entropy: 3,
    },
    {
      id: 'supabase-oauth-token',
      title: 'Supabase OAuth token',
      opens: 'data',
      form: { token: /sbp_oauth_[a-f0-9]{40}/ },
      keywords: ['sbp_oauth_'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Neon',
      link: 'https://neon.tech/docs',
      rotate: [
        'Revoke the API key in the account or organisation settings; reset the password of the role.',
        'Make a key for one project.',
      ],
    },
    {
      id: 'neon-api-key',
      title: 'Neon API key',
      opens: 'data',
      form: { token: /napi_[a-z0-9]{64}/ },
      keywords: ['napi_'],
      entropy: 3.5,
    },
    {
      id: 'neon-role-password',
      title: 'Neon role password',
      opens: 'data',
      form: { token: /npg_[A-Za-z0-9]{12}/ },
      keywords: ['npg_'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Databricks',
      link: 'https://docs.databricks.com',
      rotate: [
        'Revoke the token under User settings, Developer, or by the token API.',
        'Use OAuth for service principals in its place.',
        'Look in the audit log tables for what the token read.',
      ],
    },
    {
      id: 'databricks-api-token',
      title: 'Databricks access token',
      opens: 'data',
      form: { token: /dapi[a-f0-9]{32}(?:-\d)?/ },
      keywords: ['dapi'],
      entropy: 3,
    },
    {
      id: 'databricks-oauth-secret',
      title: 'Databricks OAuth secret',
      opens: 'data',
      form: { token: /dose[a-f0-9]{32}/ },
      keywords: ['dose'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Snowflake',
      link: 'https://docs.snowflake.com',
      rotate: [
        'Reset the password, or remove the programmatic access token, of the user.',
        'Require key pairs or MFA by policy.',
        'Look in LOGIN_HISTORY and ACCESS_HISTORY.',
      ],
    },
    {
      id: 'snowflake-password',
      title: 'Snowflake password',
      opens: 'data',
      form: {
        names: ['snowflake_password', 'snowflake.password', 'snowsql_pwd', 'snowflakepassword', 'snowflake_pass'],
        value: PASSWORD,
      },
      entropy: 2.5,
      not: [/^(?:password|jdbc\.|snowflake)/i],
    },
  ),
  ...issued(
    {
      issuer: 'Confluent',
      link: 'https://docs.confluent.io',
      rotate: [
        'Delete the API key in the cluster or cloud settings.',
        'Make a new one for a service account with ACLs.',
        'Look in the audit log topic.',
      ],
    },
    {
      id: 'confluent-access-token',
      title: 'Confluent API key',
      opens: 'data',
      form: { names: ['confluent'], value: /[A-Za-z0-9]{16}/ },
      entropy: 3,
    },
    {
      id: 'confluent-secret-key',
      title: 'Confluent API secret',
      opens: 'data',
      form: { names: ['confluent'], value: /[A-Za-z0-9+/]{64}/ },
      entropy: 3.5,
    },
    {
      id: 'confluent-secret-prefixed',
      title: 'Confluent API secret of the new form',
      opens: 'data',
      form: { token: /cflt[A-Za-z0-9+/]{60}/ },
      keywords: ['cflt'],
      entropy: 4,
    },
  ),
  ...issued(
    {
      issuer: 'Elastic',
      link: 'https://www.elastic.co/docs',
      rotate: [
        'Invalidate the API key (`DELETE /_security/api_key`) or reset the password.',
        'Make a key limited to indices.',
        'Look in the security audit log.',
      ],
    },
    {
      id: 'elastic-api-key',
      title: 'Elasticsearch API key',
      opens: 'data',
      form: {
        names: ['elastic', 'elasticsearch', 'elastic_api_key', 'es_api_key', 'apikey'],
        value: /[A-Za-z0-9_-]{26}[A-P]?[A-Za-z0-9_-]{32,33}==/,
      },
      entropy: 4,
    },
    {
      id: 'elastic-cloud-api-key',
      title: 'Elastic Cloud API key',
      opens: 'everything of an account',
      form: { token: /essu_[A-Za-z0-9+/=_-]{60,120}/ },
      keywords: ['essu_'],
      entropy: 4,
    },
  ),
  ...issued(
    {
      issuer: 'ClickHouse',
      link: 'https://clickhouse.com/docs/cloud',
      rotate: [
        'Delete the key under Organization, API keys.',
        'Make a new one with a role and allowed addresses.',
        'Look in the activity log, and in system.query_log for reads.',
      ],
    },
    {
      id: 'clickhouse-cloud-api-secret-key',
      title: 'ClickHouse Cloud API secret',
      opens: 'everything of an account',
      form: { token: /4b1d[A-Za-z0-9]{38}/ },
      keywords: ['4b1d'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'MongoDB',
      link: 'https://www.mongodb.com/docs/atlas/',
      rotate: [
        'Delete the API key or service account secret under Access Manager.',
        'Make a new one with allowed addresses.',
        'Look in the activity feed of the project.',
      ],
    },
    {
      id: 'mongodb-atlas-api-key',
      title: 'MongoDB Atlas private key',
      opens: 'everything of an account',
      form: { names: ['atlas_private', 'mongodb_atlas', 'mcli_private_api_key', 'atlas_api'], value: UUID },
      entropy: 3,
    },
    {
      id: 'mongodb-atlas-service-account',
      title: 'MongoDB Atlas service account secret',
      opens: 'everything of an account',
      form: { token: /mdb_sa_sk_[\w-]{40}/ },
      keywords: ['mdb_sa_sk_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'InfluxData',
      link: 'https://docs.influxdata.com',
      rotate: ['Delete the token in the UI or with `influx auth delete`.', 'Make a token for the buckets needed.'],
    },
    {
      id: 'influxdb-token',
      title: 'InfluxDB token',
      opens: 'data',
      form: { names: ['influx', 'influxdb'], value: /[\w-]{86}==/ },
      entropy: 4,
    },
    {
      id: 'tinybird-token',
      issuer: 'Tinybird',
      link: 'https://www.tinybird.co/docs',
      title: 'Tinybird token',
      opens: 'data',
      form: { token: /p\.eyJ1I[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{43}/ },
      keywords: ['p.eyj1i'],
    },
    {
      id: 'aiven-service-password',
      issuer: 'Aiven',
      link: 'https://aiven.io/docs',
      title: 'Aiven service password',
      opens: 'data',
      form: { token: /AVNS_[\w-]{19}/ },
      keywords: ['avns_'],
      entropy: 3,
    },
    {
      id: 'xata-api-key',
      issuer: 'Xata',
      link: 'https://xata.io/docs',
      title: 'Xata API key',
      opens: 'data',
      form: { token: /xau_[A-Za-z0-9]{40}/ },
      keywords: ['xau_'],
      entropy: 3.5,
    },
    {
      id: 'weaviate-api-key',
      issuer: 'Weaviate',
      link: 'https://docs.weaviate.io',
      title: 'Weaviate API key',
      opens: 'data',
      form: { names: ['weaviate', 'wcs_api_key'], value: /[A-Za-z0-9]{36,40}/ },
      entropy: 3.5,
    },
    {
      id: 'meilisearch-key',
      issuer: 'Meilisearch',
      link: 'https://www.meilisearch.com/docs',
      title: 'Meilisearch key',
      opens: 'data',
      form: { names: ['meili', 'meilisearch', 'meili_master_key'], value: /(?:[a-f0-9]{64}|[\w-]{43})/ },
      entropy: 3.5,
    },
    {
      id: 'typesense-api-key',
      issuer: 'Typesense',
      link: 'https://typesense.org/docs',
      title: 'Typesense API key',
      opens: 'data',
      form: { names: ['typesense', 'x-typesense-api-key'], value: /[A-Za-z0-9]{32}/ },
      entropy: 3.5,
    },
    {
      id: 'algolia-api-key',
      issuer: 'Algolia',
      link: 'https://www.algolia.com/doc/guides/security/api-keys/',
      title: 'Algolia API key',
      opens: 'data',
      form: { names: ['algolia'], value: /[A-Za-z0-9]{32}/ },
      rotate: [
        'Regenerate the admin key, or delete the key, in the dashboard.',
        'Give applications keys that can only search.',
        'Look at the API logs.',
      ],
    },
  ),
];
