// Every store, likely ones first. This file is written by `npm run docs`; a test compares it with the folder.
import { likelyFirst, type StoreDefinition } from '../store.ts';
import cassandra from './cassandra.ts';
import chroma from './chroma.ts';
import clickhouse from './clickhouse.ts';
import couchdb from './couchdb.ts';
import docker from './docker.ts';
import elasticsearch from './elasticsearch.ts';
import etcd from './etcd.ts';
import ftp from './ftp.ts';
import grafana from './grafana.ts';
import influxdb from './influxdb.ts';
import jupyter from './jupyter.ts';
import kafka from './kafka.ts';
import kibana from './kibana.ts';
import kubelet from './kubelet.ts';
import kubernetes from './kubernetes.ts';
import ldap from './ldap.ts';
import memcached from './memcached.ts';
import mlflow from './mlflow.ts';
import mongodb from './mongodb.ts';
import mqtt from './mqtt.ts';
import mysql from './mysql.ts';
import nats from './nats.ts';
import ollama from './ollama.ts';
import postgresql from './postgresql.ts';
import prometheus from './prometheus.ts';
import qdrant from './qdrant.ts';
import rabbitmq from './rabbitmq.ts';
import redis from './redis.ts';
import rsync from './rsync.ts';
import s3 from './s3.ts';
import weaviate from './weaviate.ts';
import zookeeper from './zookeeper.ts';

export const STORES: readonly StoreDefinition[] = likelyFirst([
  cassandra,
  chroma,
  clickhouse,
  couchdb,
  docker,
  elasticsearch,
  etcd,
  ftp,
  grafana,
  influxdb,
  jupyter,
  kafka,
  kibana,
  kubelet,
  kubernetes,
  ldap,
  memcached,
  mlflow,
  mongodb,
  mqtt,
  mysql,
  nats,
  ollama,
  postgresql,
  prometheus,
  qdrant,
  rabbitmq,
  redis,
  rsync,
  s3,
  weaviate,
  zookeeper,
]);
