// Starts a real Jupyter notebook server (Debian package jupyter-notebook) in a given state of openness.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type JupyterState =
  /** Neither token nor password: files, kernels and a terminal for everyone. */
  | 'open'
  /** As `open`, but without terminals: files and kernels only. */
  | 'no-terminals'
  /** A token is asked for; the login form asks for it too. */
  | 'closed';

export interface JupyterOptions extends ListenOptions {
  /** Trap: lets a Host header name something other than this machine (allow_remote_access); default false, which is a 403. */
  readonly anyHostName?: boolean;
}

const NOTEBOOK = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };

/** The log holds one line a request, for refused ones at least. */
export async function startJupyter(state: JupyterState, options: JupyterOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('jupyter');
  mkdirSync(join(dir, 'work'));
  writeFileSync(join(dir, 'work', 'customers.ipynb'), JSON.stringify(NOTEBOOK));
  const settings = {
    ip: host,
    port,
    port_retries: 0,
    notebook_dir: join(dir, 'work'),
    token: state === 'closed' ? 'a-token-of-the-test-bench' : '',
    password: '',
    open_browser: false,
    allow_root: true,
    terminals_enabled: state !== 'no-terminals',
    allow_remote_access: options.anyHostName === true,
    log_level: 'DEBUG',
  };
  const config = join(dir, 'config.json');
  writeFileSync(config, JSON.stringify({ NotebookApp: settings }));
  const places = {
    HOME: dir,
    JUPYTER_CONFIG_DIR: dir,
    JUPYTER_DATA_DIR: dir,
    JUPYTER_RUNTIME_DIR: dir,
    IPYTHONDIR: dir,
  };
  const env = { ...places, PYTHONDONTWRITEBYTECODE: '1' };
  const args = [`--config=${config}`];
  const command = { name: 'jupyter', command: 'jupyter-notebook', args, dir, host, env, ports: { http: port } };
  return withLog(await startServer(command));
}
