// Programs, files and hosts, as visitors try to reach them through PostgreSQL: nothing is run, opened or connected to, and the answer is one
// that a server in a container behind a firewall gives.

/** What short programs would say that visitors try first. */
const SAYINGS: Readonly<Record<string, string>> = {
  id: 'uid=999(postgres) gid=999(postgres) groups=999(postgres),101(ssl-cert)',
  whoami: 'postgres',
  pwd: '/var/lib/postgresql/data',
  hostname: '5f0c2a9d41be',
  'uname -a': 'Linux 5f0c2a9d41be 5.15.0-119-generic #129-Ubuntu SMP Fri Aug 2 19:25:20 UTC 2024 x86_64 GNU/Linux',
  'cat /etc/hostname': '5f0c2a9d41be',
};

/** @param program as it was sent @returns its lines; none for most */
export function saidBy(program: string): readonly string[] {
  const said = SAYINGS[program.trim().replace(/^["']|["']$/g, '')];
  return said === undefined ? [] : [said];
}

export interface Refusal {
  readonly code: string;
  readonly text: string;
}

const MAX_NAME = 200;

/** @param functions that the statement calls, in lower case @param sql the statement */
export function refusalOf(functions: readonly string[], sql: string): Refusal {
  const [, file = ''] = /\(\s*E?'([^']{0,200})'/.exec(sql) ?? [];
  const path = file.slice(0, MAX_NAME);
  const calls = (name: RegExp) => functions.some((one) => name.test(one));
  if (calls(/^dblink/)) return { code: '08001', text: 'could not establish connection' };
  if (calls(/^lo_(?:import|export)$/))
    return { code: '58P01', text: `could not open server file "${path}": No such file or directory` };
  if (calls(/^pg_(?:ls_dir|stat_file)$/))
    return { code: '58P01', text: `could not open directory "${path}": No such file or directory` };
  return { code: '58P01', text: `could not open file "${path}" for reading: No such file or directory` };
}
