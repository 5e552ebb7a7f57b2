import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '@vigie/probe/testing/server';
import { becomeAdministrator, startPlatformProcess } from '../testing/platform-process.ts';

describe('the platform as a process', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigie-serve-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('opens on loopback, is the only one in its directory, and closes when asked', async () => {
    const port = await freePort();
    const platform = await startPlatformProcess({ folder, port });
    assert.equal(platform.url, `http://localhost:${port}`);
    const page = await fetch(platform.url, { headers: { accept: 'text/html' } });
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self'/);
    assert.equal((await fetch(`${platform.url}/../../etc/passwd.txt`)).status, 404);
    assert.equal((await fetch(`${platform.url}/%2e%2e/%2e%2e/etc/passwd.txt`)).status, 404);
    await assert.rejects(
      startPlatformProcess({ folder, port: await freePort() }),
      new RegExp(`locked.*${platform.pid}`, 's'),
    );
    const { cookie } = await becomeAdministrator(platform);
    assert.equal((await fetch(`${platform.url}/api/me`, { headers: { cookie } })).status, 200);
    await platform.end('SIGTERM');

    const again = await startPlatformProcess({ folder, port });
    assert.equal(again.setUpUrl, undefined);
    assert.equal(
      (await fetch(`${again.url}/api/me`, { headers: { cookie } })).status,
      200,
      'a session outlives a restart',
    );
    await again.end('SIGTERM');
  });

  it('says that its port is taken, and leaves its directory to the next', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await assert.rejects(startPlatformProcess({ folder, port }), /port-taken/);
    taken.close();
  });

  const NOT_LOOPBACK = ['0.0.0.0', '::', '192.168.1.5'];
  for (const host of NOT_LOOPBACK) {
    it(`does not listen on ${host} without TLS or a trusted proxy`, async () => {
      await assert.rejects(startPlatformProcess({ folder, port: 0, settings: { host } }), /not-loopback/);
    });
  }
});
