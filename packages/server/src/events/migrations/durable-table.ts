// Settings of every table: an insert is confirmed once its files and their folder are on the disk, and merging does not undo that.
// https://clickhouse.com/docs/operations/settings/merge-tree-settings

export const DURABLE =
  'SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1, ttl_only_drop_parts = 0';
