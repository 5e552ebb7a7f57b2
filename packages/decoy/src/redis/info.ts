// What a Redis tells of itself. https://redis.io/docs/latest/commands/info/

export const REDIS_VERSION = '7.2.5';

export interface About {
  /** A line for each database with keys. */
  readonly keyspace: readonly string[];
  readonly uptimeS: number;
  readonly port: number;
  readonly clients: number;
  /** Hexadecimal, 40 digits; the same as long as the decoy is. */
  readonly runId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly master: readonly [host: string, port: string] | undefined;
}

type Section = (about: About) => readonly string[];

const ALLOCATED = 4_218_824;
const RESIDENT = 11_427_840;

const SECTIONS: Readonly<Record<string, Section>> = {
  server: ({ runId, port, uptimeS, now }) => [
    `redis_version:${REDIS_VERSION}`,
    'redis_git_sha1:00000000',
    'redis_git_dirty:0',
    'redis_build_id:8c9c6f1f2f4f7b0e',
    'redis_mode:standalone',
    'os:Linux 5.15.0-119-generic x86_64',
    'arch_bits:64',
    'monotonic_clock:POSIX clock_gettime',
    'multiplexing_api:epoll',
    'atomicvar_api:c11-builtin',
    'gcc_version:12.2.0',
    'process_id:1',
    'process_supervised:no',
    `run_id:${runId}`,
    `tcp_port:${port}`,
    `server_time_usec:${now}481`,
    `uptime_in_seconds:${uptimeS}`,
    `uptime_in_days:${Math.floor(uptimeS / 86_400)}`,
    'hz:10',
    'configured_hz:10',
    `lru_clock:${Math.floor(now / 1000) % 16_777_216}`,
    'executable:/data/redis-server',
    'config_file:',
    'io_threads_active:0',
    'listener0:name=tcp,bind=*,bind=-::*,port=6379',
  ],
  clients: ({ clients }) => [
    `connected_clients:${clients}`,
    'cluster_connections:0',
    'maxclients:10000',
    'client_recent_max_input_buffer:20480',
    'client_recent_max_output_buffer:0',
    'blocked_clients:0',
    'tracking_clients:0',
    'clients_in_timeout_table:0',
    'total_blocking_keys:0',
    'total_blocking_keys_on_nokey:0',
  ],
  memory: () => [
    `used_memory:${ALLOCATED}`,
    'used_memory_human:4.02M',
    `used_memory_rss:${RESIDENT}`,
    'used_memory_rss_human:10.90M',
    'used_memory_peak:4401216',
    'used_memory_peak_human:4.20M',
    'used_memory_peak_perc:95.86%',
    'used_memory_overhead:1122608',
    'used_memory_startup:865552',
    'used_memory_dataset:3096216',
    'used_memory_dataset_perc:92.33%',
    'total_system_memory:8340791296',
    'total_system_memory_human:7.77G',
    'used_memory_lua:31744',
    'used_memory_scripts:184',
    'maxmemory:0',
    'maxmemory_human:0B',
    'maxmemory_policy:noeviction',
    'mem_fragmentation_ratio:2.71',
    'mem_fragmentation_bytes:7209016',
    'mem_allocator:jemalloc-5.3.0',
    'active_defrag_running:0',
    'lazyfree_pending_objects:0',
  ],
  persistence: ({ now }) => [
    'loading:0',
    'async_loading:0',
    'current_cow_peak:0',
    'rdb_changes_since_last_save:212',
    'rdb_bgsave_in_progress:0',
    `rdb_last_save_time:${Math.floor(now / 1000) - 1_904}`,
    'rdb_last_bgsave_status:ok',
    'rdb_last_bgsave_time_sec:0',
    'rdb_current_bgsave_time_sec:-1',
    'rdb_saves:341',
    'rdb_last_cow_size:409600',
    'aof_enabled:0',
    'aof_rewrite_in_progress:0',
    'aof_last_bgrewrite_status:ok',
    'aof_last_write_status:ok',
    'module_fork_in_progress:0',
  ],
  stats: ({ uptimeS }) => [
    `total_connections_received:${18_000 + Math.floor(uptimeS / 60)}`,
    `total_commands_processed:${uptimeS * 3}`,
    'instantaneous_ops_per_sec:3',
    `total_net_input_bytes:${uptimeS * 412}`,
    `total_net_output_bytes:${uptimeS * 1_904}`,
    'instantaneous_input_kbps:0.21',
    'instantaneous_output_kbps:1.44',
    'rejected_connections:0',
    'sync_full:0',
    'sync_partial_ok:0',
    'sync_partial_err:0',
    'expired_keys:1204',
    'evicted_keys:0',
    `keyspace_hits:${uptimeS * 2}`,
    `keyspace_misses:${Math.floor(uptimeS / 9)}`,
    'pubsub_channels:0',
    'pubsub_patterns:0',
    'latest_fork_usec:412',
    'total_forks:341',
    'total_error_replies:57',
    'acl_access_denied_auth:0',
    'acl_access_denied_cmd:0',
  ],
  replication: ({ master, runId }) => [
    ...(master
      ? [
          'role:slave',
          `master_host:${master[0].replace(/[\r\n]/g, '')}`,
          `master_port:${master[1]}`,
          'master_link_status:down',
          'master_last_io_seconds_ago:-1',
          'master_sync_in_progress:0',
          'slave_read_repl_offset:0',
          'slave_repl_offset:0',
          'master_link_down_since_seconds:-1',
          'slave_priority:100',
          'slave_read_only:1',
          'replica_announced:1',
        ]
      : ['role:master']),
    'connected_slaves:0',
    'master_failover_state:no-failover',
    `master_replid:${[...runId].reverse().join('')}`,
    'master_replid2:0000000000000000000000000000000000000000',
    'master_repl_offset:0',
    'second_repl_offset:-1',
    'repl_backlog_active:0',
    'repl_backlog_size:1048576',
    'repl_backlog_first_byte_offset:0',
    'repl_backlog_histlen:0',
  ],
  cpu: ({ uptimeS }) => [
    `used_cpu_sys:${(uptimeS * 0.00034).toFixed(6)}`,
    `used_cpu_user:${(uptimeS * 0.00031).toFixed(6)}`,
    'used_cpu_sys_children:4.118210',
    'used_cpu_user_children:9.204117',
    `used_cpu_sys_main_thread:${(uptimeS * 0.00034).toFixed(6)}`,
    `used_cpu_user_main_thread:${(uptimeS * 0.00031).toFixed(6)}`,
  ],
  modules: () => [],
  errorstats: () => ['errorstat_ERR:count=57'],
  cluster: () => ['cluster_enabled:0'],
  keyspace: ({ keyspace }) => keyspace,
};

export function infoText(about: About, wanted: string): string {
  const all = wanted === '' || /^(?:all|default|everything)$/i.test(wanted);
  return Object.entries(SECTIONS)
    .filter(([name]) => all || name === wanted.toLowerCase())
    .map(([name, lines]) =>
      [`# ${name === 'cpu' ? 'CPU' : `${name[0]?.toUpperCase()}${name.slice(1)}`}`, ...lines(about), ''].join('\r\n'),
    )
    .join('\r\n');
}

/** Parameters that are asked for; the others do not exist. */
export const CONFIG: ReadonlyMap<string, string> = new Map([
  ['appendonly', 'no'],
  ['appendfilename', 'appendonly.aof'],
  ['bind', '* -::*'],
  ['databases', '16'],
  ['dbfilename', 'dump.rdb'],
  ['dir', '/data'],
  ['enable-debug-command', 'no'],
  ['enable-module-command', 'yes'],
  ['enable-protected-configs', 'yes'],
  ['lfu-log-factor', '10'],
  ['logfile', ''],
  ['loglevel', 'notice'],
  ['masterauth', ''],
  ['maxclients', '10000'],
  ['maxmemory', '0'],
  ['maxmemory-policy', 'noeviction'],
  ['notify-keyspace-events', ''],
  ['port', '6379'],
  ['protected-mode', 'no'],
  ['rdbcompression', 'yes'],
  ['replica-read-only', 'yes'],
  ['requirepass', ''],
  ['save', '3600 1 300 100 60 10000'],
  ['slave-read-only', 'yes'],
  ['slowlog-log-slower-than', '10000'],
  ['slowlog-max-len', '128'],
  ['stop-writes-on-bgsave-error', 'yes'],
  ['tcp-keepalive', '300'],
  ['timeout', '0'],
  ['unixsocket', ''],
]);
