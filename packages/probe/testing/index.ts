// What tests and benchmarks of other packages use: real servers, stand-ins and scenes.
export { allScenes, fixedRandom, meet, meetStore, replay, type Scene } from './scenes.ts';
export { findProgram, freePort, lacks, type RunningServer } from './server.ts';
export { startHttpStandIn, startTcpStandIn } from './stand-in.ts';
