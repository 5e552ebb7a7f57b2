// Every page of the room, for tests and pictures that walk through all of them.
import type { Role } from '../src/api/shapes/people.ts';
import type { Room } from './stand-in/answers.ts';
import { CASE_ID } from './stand-in/case-data.ts';
import { RUN_IDS } from './stand-in/letter-data.ts';
import { uuid } from './stand-in/watch-data.ts';

export interface PageToWalk {
  readonly name: string;
  readonly path: string;
  readonly role?: Role;
  /** Brings the stand-in into the state that the page is for. */
  readonly ready?: (room: Room) => void;
}

export const PAGES: readonly PageToWalk[] = [
  { name: 'sign-in', path: '/sign-in', ready: (room) => Object.assign(room, { signedIn: false }) },
  {
    name: 'setup',
    path: '/setup#token=one-time',
    ready: (room) => Object.assign(room, { signedIn: false, isNew: true }),
  },
  {
    name: 'first-start',
    path: '/',
    role: 'administrator',
    ready: (room) => Object.assign(room, { firstScanDone: false, empty: true }),
  },
  { name: 'now', path: '/', role: 'responder' },
  { name: 'stores', path: '/stores', role: 'responder' },
  { name: 'stores-empty', path: '/stores', role: 'responder', ready: (room) => Object.assign(room, { empty: true }) },
  { name: 'store', path: `/stores/${uuid(1, 0)}`, role: 'responder' },
  { name: 'findings', path: '/findings', role: 'responder' },
  { name: 'finding', path: `/findings/${uuid(2, 0)}`, role: 'responder' },
  { name: 'store-accesses', path: `/stores/${uuid(1, 0)}/accesses`, role: 'responder' },
  { name: 'detections', path: '/detections', role: 'responder' },
  { name: 'detection-of-behaviour', path: `/detections/${uuid(30, 0)}`, role: 'responder' },
  { name: 'detection-of-a-rule', path: `/detections/${uuid(30, 1)}`, role: 'auditor' },
  { name: 'silences', path: '/detections/silences', role: 'responder' },
  { name: 'inputs', path: '/inputs', role: 'responder' },
  { name: 'inputs-empty', path: '/inputs', role: 'responder', ready: (room) => Object.assign(room, { empty: true }) },
  { name: 'rules', path: '/rules', role: 'responder' },
  { name: 'rule', path: `/rules/of/${uuid(40, 1)}`, role: 'auditor' },
  { name: 'rule-files', path: '/rules/files', role: 'responder' },
  { name: 'channels', path: '/channels', role: 'responder' },
  {
    name: 'channels-empty',
    path: '/channels',
    role: 'responder',
    ready: (room) => Object.assign(room, { empty: true }),
  },
  { name: 'scopes', path: '/scopes', role: 'responder' },
  { name: 'new-scope', path: '/scopes/new', role: 'responder' },
  { name: 'scope', path: `/scopes/${uuid(3, 1)}`, role: 'responder' },
  { name: 'scan', path: `/scans/${uuid(4, 1)}`, role: 'responder' },
  { name: 'scan-under-way', path: `/scans/${uuid(4, 0)}`, role: 'responder' },
  { name: 'cases', path: '/cases' },
  { name: 'case-overview', path: `/cases/${CASE_ID}` },
  { name: 'case-facts', path: `/cases/${CASE_ID}/facts` },
  { name: 'case-notices', path: `/cases/${CASE_ID}/notices` },
  { name: 'case-notice', path: `/cases/${CASE_ID}/notices/${uuid(6, 0)}` },
  { name: 'case-compare', path: `/cases/${CASE_ID}/notices/${uuid(6, 0)}/compare` },
  { name: 'case-tasks', path: `/cases/${CASE_ID}/tasks` },
  { name: 'case-timeline', path: `/cases/${CASE_ID}/timeline` },
  { name: 'case-visitors', path: `/cases/${CASE_ID}/visitors` },
  { name: 'case-people', path: `/cases/${CASE_ID}/people` },
  { name: 'case-contacts', path: `/cases/${CASE_ID}/contacts` },
  { name: 'case-letters', path: `/cases/${CASE_ID}/letters` },
  {
    name: 'case-letters-empty',
    path: `/cases/${CASE_ID}/letters`,
    ready: (room) => Object.assign(room, { empty: true }),
  },
  { name: 'case-letter-run', path: `/cases/${CASE_ID}/letters/${RUN_IDS.done}` },
  { name: 'case-letter-run-phone', path: `/cases/${CASE_ID}/letters/${RUN_IDS.phone}` },
  { name: 'case-public', path: `/cases/${CASE_ID}/public` },
  { name: 'register', path: '/register' },
  { name: 'register-record', path: `/register/${CASE_ID}` },
  { name: 'register-empty', path: '/register', ready: (room) => Object.assign(room, { empty: true }) },
  { name: 'home', path: '/', role: 'employee' },
  { name: 'people', path: '/people', role: 'administrator' },
  { name: 'account', path: '/account', role: 'administrator' },
  { name: 'settings', path: '/settings', role: 'administrator' },
  { name: 'jobs', path: '/jobs', role: 'administrator' },
  { name: 'evidence', path: '/evidence', role: 'auditor' },
  { name: 'not-found', path: '/no-such-page', role: 'responder' },
  { name: 'forbidden', path: '/people', role: 'responder' },
];

/** Whether a page is of a breach, not of the watch. */
export function isOfCase({ path }: PageToWalk): boolean {
  return /^\/(?:cases|register)\b/.test(path);
}
