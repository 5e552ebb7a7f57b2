// Products as their makers write them.
const NAMES: Readonly<Record<string, string>> = {
  cassandra: 'Cassandra',
  chroma: 'Chroma',
  clickhouse: 'ClickHouse',
  couchdb: 'CouchDB',
  docker: 'Docker',
  elasticsearch: 'Elasticsearch',
  etcd: 'etcd',
  ftp: 'FTP',
  grafana: 'Grafana',
  influxdb: 'InfluxDB',
  jupyter: 'Jupyter',
  kafka: 'Kafka',
  kibana: 'Kibana',
  kubelet: 'Kubelet',
  kubernetes: 'Kubernetes',
  ldap: 'LDAP',
  mariadb: 'MariaDB',
  memcached: 'Memcached',
  mlflow: 'MLflow',
  mongodb: 'MongoDB',
  mqtt: 'MQTT',
  mysql: 'MySQL',
  nats: 'NATS',
  ollama: 'Ollama',
  opensearch: 'OpenSearch',
  postgresql: 'PostgreSQL',
  prometheus: 'Prometheus',
  qdrant: 'Qdrant',
  rabbitmq: 'RabbitMQ',
  redis: 'Redis',
  rsync: 'rsync',
  s3: 'S3',
  valkey: 'Valkey',
  weaviate: 'Weaviate',
  zookeeper: 'ZooKeeper',
};

/** The ids of all products, by name. */
export const PRODUCTS: readonly string[] = Object.keys(NAMES);

export function productName(id: string): string {
  return NAMES[id] ?? id;
}
