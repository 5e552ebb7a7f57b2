// Session ids: values that a label names as the id of a session (OWASP Session Management Cheat Sheet: 64 bits at least).
import type { Kind } from '../../kind.ts';
import { createLabelledFinder } from '../account/labelled-value.ts';
import { wordSet } from '../contact/labels.ts';

const SESSION_ID: Kind = {
  id: 'device/session-id',
  title: 'Session id',
  edpb: ['s', 'u'],
  meaning: 'It joins what one person did in a visit; while the session lives, it may also open their account.',
  identifies: 'device',
};

const WORDS = wordSet<'session' | 'sid'>({
  session: [
    'session id',
    'sessionid',
    'session key',
    'session token',
    'session uuid',
    'session guid',
    'session identifier',
    'sess id',
    'user session',
    'web session',
    'login session',
    'client session id',
    'visit id',
    'phpsessid',
    'jsessionid',
    'asp net sessionid',
    'identifiant de session',
    'id de session',
    'id session',
    'sitzungs id',
    'sitzungs-id',
    'sitzungskennung',
    'id de sesión',
    'id de sesion',
    'id sesión',
    'identificador de sesión',
    'id sessione',
    'id di sessione',
    'identificativo di sessione',
    'id da sessão',
    'id de sessão',
    'id da sessao',
    'sessie id',
    'sessieid',
    'id sesji',
    'identyfikator sesji',
    '会话id',
    '会话标识',
    '會話id',
    'セッションid',
    'セッション識別子',
  ],
  sid: ['sid', 'ssid token', 'connect.sid', 'ws session'],
});

export const sessionIdFinder = createLabelledFinder<'session' | 'sid'>({
  name: 'session-id',
  kind: SESSION_ID,
  words: WORDS,
  most: 512,
  signs: '_-.%+=~',
  judge(value, role, place) {
    // Windows security ids (MS-DTYP section 2.4.2) and ids of calls (Twilio) are called SID, too.
    if (/^S-1-\d/.test(value)) return 'the id of a Windows account';
    if (role === 'sid' && /^[A-Z]{2}[0-9a-f]{32}$/.test(value)) return 'the id of an object';
    if (!/\d/.test(value) && value.length < 20) return 'a word, and no id';
    if (value.length < 8) return [role === 'sid' ? 0.2 : 0.4, 'few characters, as a counter has'];
    if (/^0x[0-9a-f]+$/i.test(value) || (role === 'sid' && /^\d+$/.test(value)))
      return [0.4, 'a number, as a counter has'];
    if (role === 'sid') return [value.length >= 20 ? 0.6 : 0.4, 'long enough for a session'];
    return [place === 'field' ? 0.9 : 0.85, 'long enough for a session'];
  },
});
