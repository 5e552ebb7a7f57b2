// Builds the browser's side into dist/app, where the server finds it. Node runs this; it is no part of what the browser gets.
import { build, type InlineConfig } from 'vite';

/** Where the built files are. */
export const APP_FOLDER = new URL('../dist/app/', import.meta.url);

/**
 * Builds the app.
 *
 * @param outDir another folder than `dist/app`, for tests that run beside a server
 */
export async function buildApp(outDir?: string): Promise<void> {
  const config: InlineConfig = { configFile: new URL('../vite.config.ts', import.meta.url).pathname, logLevel: 'warn' };
  await build(outDir === undefined ? config : { ...config, build: { outDir } });
}
