import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startRedis } from '../../testing/redis.ts';
import { meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';

describe('redis', { skip: lacks('redis-server') }, () => {
  it('calls a Redis without a password open, with its version and its keys counted', async (t) => {
    const server = await startRedis('open');
    t.after(server.stop);
    const report = await meetStore('redis', 'open', server.port);
    assert.equal(report.product, 'redis');
    assert.match(report.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'yes',
      count: 'yes',
      read: 'yes',
      write: 'yes',
      administer: 'yes',
    });
    assert.equal(report.findings[0]?.rule, 'redis/no-authentication');
  });
});
