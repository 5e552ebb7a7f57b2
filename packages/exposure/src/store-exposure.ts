// What a scan needs of this package: stores alone, and no list of kinds, so that only the reading threads load all of classification.
export { measureExposure } from './measure.ts';
export { openFoundStore } from './open-source.ts';
