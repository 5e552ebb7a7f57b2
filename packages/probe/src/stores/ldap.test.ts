import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { OPENLDAP_SUFFIX, type OpenldapOptions, type OpenldapState, startOpenldap } from '../../testing/openldap.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';

const OPENLDAP = 'Debian 12 slapd 2.5.13';

async function started(t: TestContext, state: OpenldapState, options?: OpenldapOptions) {
  const server = await startOpenldap(state, options);
  t.after(server.stop);
  return server;
}

describe('ldap', { skip: lacks('slapd') }, () => {
  for (const s of ['open', 'half-open', 'search-only', 'public-branch', 'closed', 'hidden'] as const) it(s, async (t) => {
    const server = await started(t, s);
    const report = await meetStore('ldap', s, server.port, { source: OPENLDAP });
    console.log(s, JSON.stringify(report, null, 1));
    console.log(await settledLog(server));
  });
  for (const role of ['ldap', 'ldaps'] as const) it('tls ' + role, async (t) => {
    const server = await started(t, 'tls-required', { tls: true });
    const report = await meet('ldap', 'tls-' + role, server.ports[role]!, { source: OPENLDAP });
    console.log(role, JSON.stringify(report, null, 1));
    console.log(await settledLog(server));
  });
});
