// Lines that sshd of OpenSSH 9.2, sudo 1.9, su, PAM and the tools for accounts wrote through rsyslog and journald (Debian 12), for tries on
// loopback; `message repeated` is what rsyslog makes of the same line several times.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { fires } from '../../testing/rules.ts';
import { readsAnyJson, readsAnyText } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { journaldOf } from './journald.ts';
import { syslogOf } from './syslog.ts';

const AT = 'Nov 29 22:06:04 db1';
const SAMPLES = {
  password: `${AT} sshd[27125]: Accepted password for ada from 203.0.113.9 port 60456 ssh2`,
  key: `${AT} sshd[27651]: Accepted publickey for ada from 203.0.113.9 port 40480 ssh2: ED25519 SHA256:TcRKWuSsosb4rnNrcfx1RBPpsyJjpSs2ASbRi53eDTU`,
  failed: `${AT} sshd[27125]: Failed password for ada from 203.0.113.9 port 60468 ssh2`,
  failedInvalid: `${AT} sshd[27191]: Failed password for invalid user nobodyhere from 127.0.0.1 port 60474 ssh2`,
  odd: `${AT} sshd[27459]: Failed password for invalid user odd user from 203.0.113.9 port 1 from 127.0.0.1 port 41298 ssh2`,
  invalid: `${AT} sshd[27191]: Invalid user nobodyhere from 127.0.0.1 port 60474`,
  pamOfSshd: `${AT} sshd[27127]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=127.0.0.1  user=ada`,
  keyboard: `${AT} sshd[27125]: error: PAM: Authentication failure for ada from 127.0.0.1`,
  keyboardInvalid: `${AT} sshd[27191]: error: PAM: Authentication failure for illegal user nobodyhere from 127.0.0.1`,
  repeated: `${AT} sshd[9]: message repeated 2 times: [ Failed password for root from 203.0.113.9 port 4 ssh2]`,
  closed: `${AT} sshd[27090]: pam_unix(sshd:session): session closed for user ada`,
  session: `${AT} sshd-session[27090]: pam_unix(sshd:session): session opened for user ada(uid=1001) by (uid=0)`,
  noise: `${AT} sshd[27667]: error: kex_exchange_identification: client sent invalid protocol identifier "GET / HTTP/1.0"`,
  sudo: `${AT} sudo:      ada : TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND=/usr/bin/sh -c 'a ; b'`,
  sudoFailed: `${AT} sudo:      ada : 1 incorrect password attempt ; PWD=/tmp ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow`,
  sudoDenied: `${AT} sudo:      ada : user NOT in sudoers ; PWD=/tmp ; USER=root ; COMMAND=/usr/bin/cat /etc/shadow`,
  su: `${AT} su[27920]: (to ada) root on none`,
  suFailed: `${AT} su[27926]: FAILED SU (to root) ada on pts/1`,
  useradd: `${AT} useradd[28047]: new user: name=eve, UID=1002, GID=1002, home=/home/eve, shell=/bin/sh, from=none`,
  usermod: `${AT} usermod[28060]: add 'eve' to group 'sudo'`,
  userdel: `${AT} userdel[28077]: delete user 'eve'`,
  passwd: `${AT} passwd[28090]: password for 'ada' changed by 'root'`,
  chpasswd: `${AT} chpasswd[27056]: pam_unix(chpasswd:chauthtok): password changed for ada`,
  ftp: `${AT} vsftpd[31]: pam_unix(vsftpd:auth): authentication failure; logname= uid=0 euid=0 tty=ftp ruser=eve rhost=203.0.113.9  user=eve`,
};
const JOURNAL: readonly Fields[] = [
  '{"SYSLOG_TIMESTAMP":"Nov 29 22:07:20 ","PRIORITY":"6","_PID":"30115","MESSAGE":"Accepted keyboard-interactive/pam for ada from 127.0.0.1 port 41690 ssh2","__REALTIME_TIMESTAMP":"1795990040227276","_HOSTNAME":"vm","_UID":"0","SYSLOG_PID":"30115","SYSLOG_FACILITY":"4","_TRANSPORT":"syslog","_EXE":"/usr/sbin/sshd","_SOURCE_REALTIME_TIMESTAMP":"1795990040226493","_CMDLINE":"\\"sshd: ada [priv]\\"","_COMM":"sshd","SYSLOG_IDENTIFIER":"sshd","__CURSOR":"s=14d0f348225d46e28d2493d41cfb3939;i=163;b=4c67ad1d25bd47eca7c7286f33594f4c;m=58a127806;t=66171845e2dcc;x=fe2d9eaa64dad8b0"}',
  '{"_PID":"30278","_HOSTNAME":"vm","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"Failed password for invalid user nobodyhere from 127.0.0.1 port 50392 ssh2","_COMM":"sshd","__REALTIME_TIMESTAMP":"1795990050719844","SYSLOG_FACILITY":"4","PRIORITY":"6","_BOOT_ID":"4c67ad1d25bd47eca7c7286f33594f4c"}',
  '{"_PID":"1","_HOSTNAME":"vm","SYSLOG_IDENTIFIER":"myapp","MESSAGE":[99,97,102,233],"__REALTIME_TIMESTAMP":"1795990050719844","_BOOT_ID":"4c67ad1d25bd47eca7c7286f33594f4c"}',
].map((line) => JSON.parse(line));
const syslog = syslogOf([]);
const journald = journaldOf([]);
const read = (name: keyof typeof SAMPLES): Fields =>
  syslog.open(undefined, () => Date.UTC(2026, 10, 30)).fromText?.(SAMPLES[name])?.[0] ?? {};
const LOGON = 300201;
const LOGOFF = 300202;
const OTHER = 300299;
const told = (event: Fields) => {
  const { name: user } = ((event.actor ?? {}) as { user?: Fields }).user ?? {};
  return [event.type_uid, event.status_id, user, (event.src_endpoint as Fields | undefined)?.ip];
};

describe('auth.log', () => {
  it('of sshd tells who came in and who did not, one event of Logon for each try', () => {
    assert.deepEqual(told(read('password')), [LOGON, 1, 'ada', '203.0.113.9']);
    assert.equal(read('password').auth_protocol, 'password');
    assert.deepEqual(told(read('key')), [LOGON, 1, 'ada', '203.0.113.9']);
    assert.deepEqual(told(read('failed')), [LOGON, 2, 'ada', '203.0.113.9']);
    assert.deepEqual(told(read('failedInvalid')), [LOGON, 2, 'nobodyhere', '127.0.0.1']);
    assert.deepEqual(told(read('keyboard')), [LOGON, 2, 'ada', '127.0.0.1']);
    assert.deepEqual(told(read('repeated')), [LOGON, 2, 'root', '203.0.113.9']);
    for (const name of ['invalid', 'pamOfSshd', 'keyboardInvalid'] as const) {
      assert.deepEqual(told(read(name)).slice(0, 2), [OTHER, 2], name);
    }
    assert.deepEqual(told(read('session')), [OTHER, 1, 'ada', undefined]);
    assert.deepEqual(told(read('closed')), [LOGOFF, 1, 'ada', undefined]);
    assert.equal(read('noise').class_uid, 0);
  });

  it('does not take an address from the name that a stranger typed', () => {
    assert.deepEqual(told(read('odd')), [LOGON, 2, 'odd user from 203.0.113.9 port 1', '127.0.0.1']);
  });

  it('of sudo and su tells whose rights were wanted', () => {
    const event = read('sudo');
    assert.deepEqual(told(event).slice(0, 3), [OTHER, 1, 'ada']);
    assert.deepEqual(event.user, { name: 'root' });
    assert.deepEqual([event.USER, event.TTY, event.COMMAND], ['root', 'pts/0', "/usr/bin/sh -c 'a ; b'"]);
    assert.deepEqual(told(read('sudoFailed')).slice(0, 3), [LOGON, 2, 'ada']);
    assert.deepEqual(told(read('sudoDenied')).slice(0, 3), [OTHER, 2, 'ada']);
    assert.deepEqual([told(read('su')).slice(0, 3), read('su').user], [[LOGON, 1, 'root'], { name: 'ada' }]);
    assert.deepEqual(
      [told(read('suFailed')).slice(0, 3), read('suFailed').user],
      [[LOGON, 2, 'ada'], { name: 'root' }],
    );
  });

  it('tells changes of accounts', () => {
    assert.deepEqual([read('useradd').type_uid, read('useradd').user], [300101, { name: 'eve' }]);
    assert.deepEqual([read('usermod').type_uid, read('usermod').policy], [300107, { name: 'sudo' }]);
    assert.equal(read('userdel').type_uid, 300106);
    assert.deepEqual([read('passwd').type_uid, told(read('passwd'))[2]], [300103, 'root']);
    assert.equal(read('chpasswd').type_uid, 300103);
  });

  it('of programs that say nothing themselves takes what PAM says', () => {
    assert.deepEqual(told(read('ftp')), [LOGON, 2, 'eve', '203.0.113.9']);
  });

  it('is the same in the journal', () => {
    const events = JOURNAL.map((entry) => journald.open().fromJson?.(entry)?.[0] ?? {});
    assert.deepEqual(told(events[0] ?? {}), [LOGON, 1, 'ada', '127.0.0.1']);
    assert.equal(events[0]?.time, 1795990040226);
    assert.deepEqual(told(events[1] ?? {}), [LOGON, 2, 'nobodyhere', '127.0.0.1']);
    assert.equal(events[2]?.message, 'caf\ufffd');
    assert.equal(journald.open().fromJson?.({ MESSAGE: 'x' }), undefined);
  });

  it('throws at nothing, and does not hang', () => {
    readsAnyText(syslog, Object.values(SAMPLES));
    readsAnyJson(journald, JOURNAL);
    for (const bomb of [' for '.repeat(30_000), ' from a'.repeat(20_000), ' ; USER='.repeat(20_000)]) {
      syslog.open(undefined, () => 0).fromText?.(`${AT} sshd[1]: error: PAM: x${bomb}`);
      syslog.open(undefined, () => 0).fromText?.(`${AT} sudo: a : ${bomb.slice(0, 4000)}`);
    }
  });

  const corpus = fileURLToPath(new URL('../../../../../shared/corpora/detect/sigma-rules.ndjson.gz', import.meta.url));
  it("is read by SigmaHQ's rules", {
    skip: existsSync(corpus) ? false : '../shared/corpora/detect is not beside the repository',
  }, () => {
    const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
    const rule = (name: string): string =>
      JSON.parse(lines.find((line) => line.includes(`/${name}.yml"`)) ?? '{}').yaml;
    const event = (message: string): Fields =>
      syslog.open(undefined, () => Date.UTC(2026, 10, 30)).fromText?.(`${AT} ${message}`)?.[0] ?? {};
    assert.ok(fires(rule('lnx_sshd_susp_ssh'), event('sshd[1]: fatal: error in libcrypto')));
    assert.ok(
      fires(
        rule('lnx_sudo_exploit_cve_2019_14287'),
        event('sudo:  ada : TTY=pts/0 ; PWD=/ ; USER=#-1 ; COMMAND=/bin/sh'),
      ),
    );
    assert.ok(
      fires(
        rule('lnx_privileged_user_creation'),
        event('useradd[2]: new user: name=eve, UID=0, GID=0, home=/root, shell=/bin/sh'),
      ),
    );
    assert.ok(
      fires(
        rule('lnx_auth_exploit_cve_2021_4034_pwnkit_lpe'),
        event(
          'pkexec[3]: eve: The value for environment variable XAUTHORITY contains suspicious content [USER=root] [TTY=/dev/pts/0]',
        ),
      ),
    );
    assert.ok(fires(rule('lnx_cron_crontab_file_modification'), event('crontab[4]: (root) REPLACE (root)')));
    assert.ok(fires(rule('lnx_clamav_relevant_message'), event('clamd[5]: /tmp/x: Trojan.Generic FOUND')));
    assert.ok(!fires(rule('lnx_sshd_susp_ssh'), event('cron[1]: error in libcrypto')));
  });
});
