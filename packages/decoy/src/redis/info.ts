// What a Redis tells of itself. https://redis.io/docs/latest/commands/info/

export const REDIS_VERSION = '7.2.5';

export interface About {
  readonly keys: number;
  readonly uptimeS: number;
  readonly port: number;
  readonly clients: number;
  /** Hexadecimal, 40 digits; the same as long as the decoy is. */
  readonly runId: string;
}

export function infoText({ keys, uptimeS, port, clients, runId }: About, wanted: string): string {
  const sections: Readonly<Record<string, readonly string[]>> = {
    server: [
      `redis_version:${REDIS_VERSION}`,
      'redis_git_sha1:00000000',
      'redis_git_dirty:0',
      'redis_build_id:8c9c6f1f2f4f7b0e',
      'redis_mode:standalone',
      'os:Linux 5.15.0-119-generic x86_64',
      'arch_bits:64',
      'multiplexing_api:epoll',
      'gcc_version:12.2.0',
      'process_id:1',
      `run_id:${runId}`,
      `tcp_port:${port}`,
      `uptime_in_seconds:${uptimeS}`,
      `uptime_in_days:${Math.floor(uptimeS / 86_400)}`,
      'hz:10',
      'configured_hz:10',
      'executable:/data/redis-server',
      'config_file:',
    ],
    clients: [`connected_clients:${clients}`, 'cluster_connections:0', 'maxclients:10000', 'blocked_clients:0'],
    memory: [
      'used_memory:4218824',
      'used_memory_human:4.02M',
      'used_memory_rss:11427840',
      'used_memory_peak:4401216',
      'maxmemory:0',
      'maxmemory_human:0B',
      'maxmemory_policy:noeviction',
      'mem_allocator:jemalloc-5.3.0',
    ],
    persistence: [
      'loading:0',
      'rdb_changes_since_last_save:212',
      'rdb_bgsave_in_progress:0',
      'rdb_last_bgsave_status:ok',
      'aof_enabled:0',
    ],
    stats: [
      'total_connections_received:18231',
      'total_commands_processed:904412',
      'instantaneous_ops_per_sec:3',
      'rejected_connections:0',
      'expired_keys:1204',
      'evicted_keys:0',
    ],
    replication: [
      'role:master',
      'connected_slaves:0',
      'master_failover_state:no-failover',
      'master_repl_offset:0',
      'repl_backlog_active:0',
    ],
    cpu: ['used_cpu_sys:412.118420', 'used_cpu_user:377.902187'],
    modules: [],
    errorstats: [],
    cluster: ['cluster_enabled:0'],
    keyspace: [`db0:keys=${keys},expires=300,avg_ttl=61204418`],
  };
  const all = wanted === '' || /^(?:all|default|everything)$/i.test(wanted);
  return Object.entries(sections)
    .filter(([name]) => all || name === wanted.toLowerCase())
    .map(([name, lines]) => [`# ${name[0]?.toUpperCase()}${name.slice(1)}`, ...lines, ''].join('\r\n'))
    .join('\r\n');
}

/** Parameters that are asked for; the others do not exist. */
export const CONFIG: ReadonlyMap<string, string> = new Map([
  ['appendonly', 'no'],
  ['bind', '* -::*'],
  ['databases', '16'],
  ['dbfilename', 'dump.rdb'],
  ['dir', '/data'],
  ['maxclients', '10000'],
  ['maxmemory', '0'],
  ['maxmemory-policy', 'noeviction'],
  ['port', '6379'],
  ['protected-mode', 'no'],
  ['requirepass', ''],
  ['save', '3600 1 300 100 60 10000'],
  ['slave-read-only', 'yes'],
  ['timeout', '0'],
]);
