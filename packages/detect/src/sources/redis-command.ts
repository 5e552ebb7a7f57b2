// A command of Redis as an event: its name, and of its key the pattern, since keys have people's values in them (`session:ada`).
import type { DatastoreActivity } from '../events/ocsf.ts';

/** https://redis.io/docs/latest/commands/, by what they do to data. */
const COMMANDS: Readonly<Partial<Record<DatastoreActivity, string>>> = {
  read: 'GET MGET GETRANGE SUBSTR GETBIT BITCOUNT BITPOS BITFIELD_RO STRLEN LCS HGET HMGET HGETALL HKEYS HVALS HLEN HRANDFIELD HSCAN HEXISTS HSTRLEN LRANGE LINDEX LLEN LPOS SMEMBERS SISMEMBER SMISMEMBER SCARD SRANDMEMBER SSCAN SINTER SUNION SDIFF SINTERCARD ZRANGE ZRANGEBYSCORE ZRANGEBYLEX ZREVRANGE ZREVRANGEBYSCORE ZREVRANGEBYLEX ZSCORE ZMSCORE ZRANK ZREVRANK ZCARD ZCOUNT ZLEXCOUNT ZRANDMEMBER ZSCAN ZINTER ZUNION ZDIFF XRANGE XREVRANGE XREAD XREADGROUP XLEN GEOPOS GEODIST GEOHASH GEOSEARCH GEORADIUS GEORADIUS_RO PFCOUNT DUMP SORT SORT_RO SYNC PSYNC JSON.GET JSON.MGET FT.SEARCH FT.AGGREGATE TS.RANGE TS.GET',
  write:
    'SET MSET MSETNX SETNX SETEX PSETEX SETRANGE SETBIT BITFIELD BITOP APPEND INCR INCRBY INCRBYFLOAT DECR DECRBY GETSET HSET HMSET HSETNX HINCRBY HINCRBYFLOAT LPUSH RPUSH LPUSHX RPUSHX LINSERT LSET LMOVE RPOPLPUSH BLMOVE BRPOPLPUSH SADD SMOVE SINTERSTORE SUNIONSTORE SDIFFSTORE ZADD ZINCRBY ZRANGESTORE ZINTERSTORE ZUNIONSTORE ZDIFFSTORE XADD XACK XCLAIM XAUTOCLAIM XGROUP GEOADD GEOSEARCHSTORE PFADD PFMERGE PUBLISH SPUBLISH RESTORE COPY JSON.SET JSON.MERGE',
  update: 'EXPIRE PEXPIRE EXPIREAT PEXPIREAT PERSIST RENAME RENAMENX MOVE TOUCH SWAPDB MIGRATE',
  delete:
    'DEL UNLINK GETDEL GETEX HDEL LPOP RPOP BLPOP BRPOP LMPOP BLMPOP LREM LTRIM SPOP SREM ZREM ZPOPMIN ZPOPMAX BZPOPMIN BZPOPMAX ZMPOP BZMPOP ZREMRANGEBYSCORE ZREMRANGEBYRANK ZREMRANGEBYLEX XDEL XTRIM FLUSHALL FLUSHDB JSON.DEL',
  list: 'KEYS SCAN RANDOMKEY DBSIZE EXISTS TYPE TTL PTTL EXPIRETIME OBJECT INFO TIME LASTSAVE ROLE COMMAND MEMORY XINFO PUBSUB',
};
const ACTIVITIES = new Map<string, DatastoreActivity>(
  Object.entries(COMMANDS).flatMap(([activity, names]) =>
    names.split(' ').map((name) => [name, activity as DatastoreActivity] as const),
  ),
);
/** How clients keep in touch and put commands together; they touch no data. */
const CHATTER: ReadonlySet<string> = new Set(
  'PING ECHO QUIT SELECT MULTI EXEC DISCARD WATCH UNWATCH READONLY READWRITE ASKING RESET WAIT WAITAOF REPLCONF'.split(
    ' ',
  ),
);
/** Commands whose second word says what they do. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'ACL CLIENT CLUSTER COMMAND CONFIG DEBUG FUNCTION LATENCY MEMORY MODULE OBJECT PUBSUB SCRIPT SENTINEL SLOWLOG XGROUP XINFO'.split(
    ' ',
  ),
);
/** Commands whose first argument is no key. */
const KEYLESS: ReadonlySet<string> = new Set(
  'AUTH HELLO INFO TIME LASTSAVE ROLE DBSIZE RANDOMKEY SCAN KEYS FLUSHALL FLUSHDB SWAPDB SYNC PSYNC REPLICAOF SLAVEOF FAILOVER SHUTDOWN SAVE BGSAVE BGREWRITEAOF MONITOR SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE PUBLISH SPUBLISH SCRIPT FT.SEARCH FT.AGGREGATE BITOP XREAD XREADGROUP MIGRATE ZUNION ZINTER ZDIFF SINTERCARD LMPOP ZMPOP BLMPOP BZMPOP'.split(
    ' ',
  ),
);
/** Commands that say behind their first argument how many keys follow. */
const COUNTED: ReadonlySet<string> = new Set(['EVAL', 'EVALSHA', 'EVAL_RO', 'EVALSHA_RO', 'FCALL', 'FCALL_RO']);

export interface RedisCommand {
  /** `GET`, `CONFIG SET`; in upper case. */
  readonly name: string;
  readonly activity: DatastoreActivity;
  /** `session:*`, or `*` where the key has no part that names a kind. */
  readonly keyPattern?: string;
}

/** @returns undefined where the command is nobody's access to data */
export function redisCommand(words: readonly string[]): RedisCommand | undefined {
  const [first = '', second, third, fourth] = words;
  const verb = /^[A-Za-z._-]{1,32}$/.test(first) ? first.toUpperCase() : 'UNKNOWN';
  if (CHATTER.has(verb)) return undefined;
  const isPair = CONTAINERS.has(verb) && second !== undefined && /^[A-Za-z-]{1,32}$/.test(second);
  const key = COUNTED.has(verb)
    ? third === '0'
      ? undefined
      : fourth
    : isPair || KEYLESS.has(verb)
      ? undefined
      : second;
  return {
    name: isPair ? `${verb} ${second.toUpperCase()}` : verb,
    activity: ACTIVITIES.get(verb) ?? 'other',
    ...(key !== undefined && { keyPattern: keyPatternOf(key) }),
  };
}

/** The word before the first colon, if it is one; digits in it tell one thing from another and not kinds. */
export function keyPatternOf(key: string): string {
  const [, kind] = /^([A-Za-z][A-Za-z_-]{0,31}\d{0,10}):/.exec(key) ?? [];
  return kind === undefined ? '*' : `${kind.replace(/\d+$/, '*')}:*`;
}
