// Loaded into each test file's process before the test runner: it follows callbacks as always, and promises no more.
// The runner follows each promise only to know under which test to tell an error that nobody caught; that took up to half of the time
// of tests that wait often. Such an error fails its file still, and is told with it.
import hooks from 'node:async_hooks';

const { createHook } = hooks;
hooks.createHook = (callbacks) => {
  hooks.createHook = createHook;
  return createHook({ ...callbacks, trackPromises: false });
};
