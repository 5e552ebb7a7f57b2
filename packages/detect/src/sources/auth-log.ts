// What sshd, sudo, su, PAM and the tools for accounts say in auth.log and the journal (openssh.com's auth.c and monitor.c, sudo's
// logging.c, Linux-PAM's pam_unix, shadow's tools, for the texts of their messages).
//
// One try of a password is one event of the activity Logon. What other lines tell of the same try (that the user does not exist,
// what PAM thought) has the activity Other, so that counting Logons counts tries.
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { accountEvent, authenticationEvent, type Told } from '../events/ocsf.ts';

type Reading = (told: Told, match: Partial<Record<string, string>>) => Fields;
type Lines = readonly (readonly [RegExp, Reading])[];

/** A longer message is none of these programs'. */
const MAX_MESSAGE = 4 * 1024;

/** The event of a message; undefined where the program is none of these, or the message tells of no sign-in and no account. */
export function readAuthMessage(app: string, message: string, told: Told): Fields | undefined {
  if (message.length > MAX_MESSAGE) return undefined;
  const program = app.replace(/^.*\//, '').replace(/^\((.*)\)$/, '$1');
  for (const lines of [PROGRAMS.get(program) ?? [], PAM]) {
    for (const [pattern, reading] of lines) {
      const match = pattern.exec(message);
      if (match !== null) return reading({ ...told, client: program }, match.groups ?? {});
    }
  }
  return undefined;
}

const signIn =
  (outcome: 'success' | 'failure', activity: 'logon' | 'logoff' | 'other' = 'logon'): Reading =>
  (told, { user, ip, port, method, target }) =>
    authenticationEvent({
      ...told,
      ...endpointOf(ip),
      ...(port !== undefined && { port: Number(port) }),
      category: 'authentication',
      outcome,
      activity,
      user: user === '' ? undefined : user,
      target,
      protocol: method,
    });

// Names are what a stranger typed, and may look like the rest of the line: addresses are read from its end.
const FROM = String.raw`from (?<ip>\S+)(?: port (?<port>\d+))?`;
const SSHD: Lines = [
  [new RegExp(String.raw`^Accepted (?<method>\S+) for (?<user>.*) ${FROM}(?: ssh\d)?(?:: .*)?$`), signIn('success')],
  // A client asks with `none` which methods there are, and has not tried one.
  [/^Failed none for /, signIn('failure', 'other')],
  [
    new RegExp(
      String.raw`^(?:message repeated \d+ times: \[ ?)?Failed (?<method>\S+) for (?:(?:invalid|illegal) user )?(?<user>.*) ${FROM}(?: ssh\d)?(?:: .*)?\]?$`,
    ),
    signIn('failure'),
  ],
  [new RegExp(`^(?:Invalid|Illegal) user (?<user>.*) ${FROM}$`), signIn('failure', 'other')],
  [new RegExp(`^error: PAM: .* for (?:illegal|invalid) user (?<user>.*) ${FROM}$`), signIn('failure', 'other')],
  [new RegExp(`^error: PAM: .* for (?<user>.*) ${FROM}$`), signIn('failure')],
  [
    new RegExp(
      String.raw`^(?:error: )?maximum authentication attempts exceeded for (?:invalid user )?(?<user>.*) ${FROM}(?: ssh\d)?(?: \[preauth\])?$`,
    ),
    signIn('failure', 'other'),
  ],
  [/^User (?<user>.*) from (?<ip>\S+) not allowed because /, signIn('failure', 'other')],
  [
    /^(?:Connection (?:closed|reset) by|Disconnected from) (?:authenticating|invalid) user (?<user>.*) (?<ip>\S+) port (?<port>\d+)(?: \[preauth\])?$/,
    signIn('failure', 'other'),
  ],
];

/** `user : reason ; TTY=… ; PWD=… ; USER=… ; COMMAND=…`, and what was run stands beside, as rules know it. */
const sudo: Reading = (told, { user, reason, rest = '' }) => {
  const fields = Object.fromEntries(
    [...rest.matchAll(/(?:^|; )([A-Z]{2,10})=((?:(?! ; [A-Z]{2,10}=).)*)/g)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
  const isTry = reason !== undefined && /incorrect password/.test(reason);
  return authenticationEvent({
    ...told,
    category: 'authentication',
    outcome: reason === undefined ? 'success' : 'failure',
    activity: isTry ? 'logon' : 'other',
    user,
    target: fields.USER,
    also: { ...told.also, ...fields, ...(reason !== undefined && { reason }) },
  });
};

const changed =
  (activity: Parameters<typeof accountEvent>[0]['activity']): Reading =>
  (told, { user = '', group, by }) =>
    accountEvent({
      ...told,
      category: 'authentication',
      outcome: 'success',
      user: by,
      activity,
      account: user,
      privilege: group,
    });

const PROGRAMS: ReadonlyMap<string, Lines> = new Map(
  Object.entries<Lines>({
    sshd: SSHD,
    // OpenSSH 9.8 has a program of its own for each connection.
    'sshd-session': SSHD,
    sudo: [
      [/^\s*(?<user>\S+) : (?!TTY=|PWD=|USER=|HOST=)(?<reason>[^;]{1,200}) ; (?<rest>.*)$/s, sudo],
      [/^\s*(?<user>\S+) : (?<rest>(?:TTY|PWD|HOST|USER)=.*)$/s, sudo],
    ],
    su: [
      [/^\(to (?<target>\S+)\) (?<user>\S+) on /, signIn('success')],
      [/^FAILED SU \(to (?<target>\S+)\) (?<user>\S+) on /, signIn('failure')],
      [/^Successful su for (?<target>\S+) by (?<user>\S+)/, signIn('success')],
      [/^FAILED su for (?<target>\S+) by (?<user>\S+)/, signIn('failure')],
    ],
    login: [
      [/^FAILED LOGIN \(\d+\) on '[^']*'(?: from '(?<ip>[^']*)')? FOR '(?<user>[^']*)'/, signIn('failure')],
      [/^(?:ROOT )?LOGIN ON \S+(?: BY (?<user>\S+))?(?: FROM (?<ip>\S+))?/, signIn('success')],
    ],
    useradd: [
      [/^new user: name=(?<user>[^,]+), /, changed('create')],
      [/^add '(?<user>[^']+)' to (?:shadow )?group '(?<group>[^']+)'/, changed('attach')],
    ],
    usermod: [
      [/^add '(?<user>[^']+)' to (?:shadow )?group '(?<group>[^']+)'/, changed('attach')],
      [/^delete '(?<user>[^']+)' from (?:shadow )?group '(?<group>[^']+)'/, changed('detach')],
      [/^lock user '(?<user>[^']+)' password/, changed('lock')],
      [/^unlock user '(?<user>[^']+)' password/, changed('enable')],
      [/^change user '(?<user>[^']+)' /, changed('other')],
    ],
    userdel: [[/^delete user '(?<user>[^']+)'/, changed('delete')]],
    passwd: [[/^password for '(?<user>[^']+)' changed by '(?<by>[^']+)'/, changed('password')]],
    gpasswd: [
      [/^user (?<user>\S+) added by (?<by>\S+) to group (?<group>\S+)/, changed('attach')],
      [/^user (?<user>\S+) removed by (?<by>\S+) from group (?<group>\S+)/, changed('detach')],
    ],
  }),
);

/** Programs that tell of a try in their own words too. */
const SPOKEN = /^pam_\w+\((?:sshd|sudo|sudo-i|su|su-l|login|cron|crond|systemd-user)[:)]/;
const pamFailure: Reading = (told, match) =>
  signIn('failure', SPOKEN.test(match.head ?? '') ? 'other' : 'logon')(told, {
    ...match,
    ip: match.ip === '' ? undefined : match.ip,
  });
const pamSession: Reading = (told, match) =>
  signIn('success', SPOKEN.test(match.head ?? '') ? 'other' : 'logon')(told, match);

const PAM: Lines = [
  [
    /^(?<head>pam_\w+\([^)]{1,64}\)): authentication failure; .*\brhost=(?<ip>\S*)(?:\s+user=(?<user>.*))?$/,
    pamFailure,
  ],
  [/^(?<head>pam_\w+\([^)]{1,64}\)): session opened for user (?<user>[^\s(]+)/, pamSession],
  [/^pam_\w+\([^)]{1,64}\): session closed for user (?<user>[^\s(]+)/, signIn('success', 'logoff')],
  [/^pam_\w+\([^)]{1,64}\): password changed for (?<user>\S+)/, changed('password')],
];
