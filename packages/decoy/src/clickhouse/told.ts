// What the decoy ClickHouse tells of itself: how it was built, its settings, the names of its functions.

export const VERSION = '23.8.9.54';
/** Of the native protocol, as servers of this version speak it. */
export const PROTOCOL = 54_465;

export const BUILD: readonly (readonly [string, string])[] = [
  ['VERSION_FULL', `ClickHouse ${VERSION}`],
  ['VERSION_DESCRIBE', `v${VERSION}-lts`],
  ['VERSION_INTEGER', '23008009'],
  ['SYSTEM', 'Linux'],
  ['VERSION_GITHASH', '192a1d231fa92a55bb8ecd4d2c6d3c8ae8cf7e41'],
  ['VERSION_REVISION', '54477'],
  ['BUILD_TYPE', 'RelWithDebInfo'],
  ['SYSTEM_PROCESSOR', 'x86_64'],
  ['CMAKE_VERSION', '3.22.1'],
  ['C_COMPILER', '/usr/bin/clang-16'],
  ['C_COMPILER_VERSION', '16.0.6'],
  ['CXX_COMPILER', '/usr/bin/clang++-16'],
  ['CXX_COMPILER_VERSION', '16.0.6'],
  ['BUILD_COMPILE_DEFINITIONS', ''],
  ['USE_EMBEDDED_COMPILER', '1'],
  ['USE_GLIBC_COMPATIBILITY', 'ON'],
  ['USE_JEMALLOC', '1'],
  ['USE_ICU', '1'],
  ['USE_MYSQL', '1'],
  ['USE_RDKAFKA', '1'],
  ['USE_CAPNP', '1'],
  ['USE_PARQUET', '1'],
  ['USE_HDFS', '1'],
  ['USE_SSL', '1'],
  ['USE_AWS_S3', '1'],
  ['USE_LIBPQXX', '1'],
  ['USE_SQLITE', '1'],
  ['TZDATA_VERSION', '2023c'],
];

export const SETTINGS: readonly (readonly [name: string, value: string, type: string])[] = [
  ['readonly', '0', 'UInt64'],
  ['allow_ddl', '1', 'Bool'],
  ['max_threads', "'auto(2)'", 'MaxThreads'],
  ['max_memory_usage', '0', 'UInt64'],
  ['max_block_size', '65505', 'UInt64'],
  ['max_insert_block_size', '1048449', 'UInt64'],
  ['max_result_rows', '0', 'UInt64'],
  ['max_execution_time', '0', 'Seconds'],
  ['allow_introspection_functions', '0', 'Bool'],
  ['log_queries', '1', 'Bool'],
  ['send_logs_level', 'fatal', 'LogsLevel'],
  ['network_compression_method', 'LZ4', 'String'],
  ['date_time_input_format', 'basic', 'DateTimeInputFormat'],
  ['async_insert', '0', 'Bool'],
  ['cast_keep_nullable', '0', 'Bool'],
  ['session_timezone', '', 'Timezone'],
];

/** Those that shells offer to complete, as far as anybody looks at them. */
export const FUNCTIONS: readonly string[] =
  'abs any avg cast coalesce concat count countIf currentDatabase currentUser dateDiff dictGet empty extract file formatReadableSize groupArray hostName if ifNull isNull JSONExtractString length lower match max min now nullIf position quantile rand replaceOne round sleep splitByChar substring sum sumIf toDate toDateTime today toInt32 toInt64 toString toUInt32 toUInt64 toUUID trim uniq uniqExact upper uptime url version'.split(
    ' ',
  );
