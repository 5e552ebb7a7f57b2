// @vigie/server is the watch room: stores, findings and breaches with their clocks, kept, watched and answered for by a team.
export { type BackupMade, backUp, lookAtKeys, type OfflineOptions, rotateKeys } from './backup/commands.ts';
export { type Restored, restoreBackup } from './backup/restore.ts';
export { defaultKeyRingPath } from './data-dir/key-ring-file.ts';
export { newId } from './ids.ts';
export { type Platform, type StartFault, type Surroundings, startPlatform } from './serve.ts';
export { DEFAULT_PORT, type OpenIdProvider, originOf, type Settings } from './settings.ts';
