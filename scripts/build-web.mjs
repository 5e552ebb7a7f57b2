// Builds the browser's side into packages/web/dist/app.
import { buildApp } from '../packages/web/src/build.ts';

await buildApp();
