import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LEVELS as ENGINE_LEVELS, LOG_FORMATS } from '@vigie/detect';
import { LEVELS } from '../operations/watching-schemas.ts';
import { LOG_FORMAT_NAMES } from './log-format-names.ts';

it('formats and levels are those of the engine', () => {
  assert.deepEqual(
    [...LOG_FORMAT_NAMES],
    LOG_FORMATS.map(({ name }) => name),
  );
  assert.deepEqual([...LEVELS].sort(), [...ENGINE_LEVELS].sort());
});
