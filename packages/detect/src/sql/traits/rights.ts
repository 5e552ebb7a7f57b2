// Whether a statement gives rights, or takes them: grants, accounts, passwords, owners, roles that are put on.
import { callsOf, has, hasSequence, inside, partsOf, saidBy, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';

const ACCOUNT = new Set(['USER', 'ROLE', 'LOGIN', 'GROUP']);
/** Rows of these are accounts and their rights. */
const RIGHTS_TABLE =
  /^(?:mysql\.(?:user|db|global_priv|global_grants|tables_priv|columns_priv|procs_priv|proxies_priv|roles_mapping|role_edges|default_roles)|(?:pg_catalog\.)?pg_(?:authid|auth_members|database|default_acl))$/;
/** Roles that may everything, or what comes to the same. */
const SUPERUSER =
  /^(?:postgres|root|admin|administrator|superuser|rds_superuser|rdsadmin|cloudsqlsuperuser|cloudsqladmin|azure_pg_admin|azuresu|alloydbsuperuser|supabase_admin|doadmin|pg_(?:read|write)_(?:server_files|all_data)|pg_execute_server_program)$/i;

export function givesRights(told: Told): boolean {
  const { tokens, verb, tables } = told;
  if (callsOf(tokens, SET_CONFIG).some((at) => becomesAnother(inside(tokens, at + 1)))) return true;
  switch (verb) {
    case 'GRANT':
    case 'REASSIGN':
      return true;
    case 'CREATE':
    case 'ATTACH':
      return isAboutAccount(tokens) || liftsLimits(tokens);
    case 'ALTER':
      return altersRights(tokens);
    case 'RENAME':
      return has(tokens.slice(1, 2), 'USER');
    case 'DROP':
      return has(tokens.slice(1, 3), 'POLICY');
    case 'SET':
      return putsOn(tokens);
    case 'INSERT':
    case 'DELETE':
    case 'UPDATE':
    case 'REPLACE':
      return tables.some((table) => RIGHTS_TABLE.test(table));
    default:
      return false;
  }
}

function isAboutAccount(tokens: readonly Token[]): boolean {
  // `CREATE USER MAPPING` is no account.
  return (
    tokens.slice(1, 5).some(({ word }) => ACCOUNT.has(word)) && !hasSequence(tokens.slice(1, 5), 'USER', 'MAPPING')
  );
}

const SET_CONFIG = new Set(['set_config']);

/** `set_config('role', 'postgres', false)` is the same as SET ROLE. */
function becomesAnother(given: readonly Token[]): boolean {
  const [name = '', value = ''] = partsOf(given).map(([first]) => named(first).toLowerCase());
  return name === 'session_authorization' || (name === 'role' && SUPERUSER.test(value));
}

/** Profiles of settings in which ClickHouse lets accounts write. */
function liftsLimits(tokens: readonly Token[]): boolean {
  const isProfile = hasSequence(tokens.slice(1, 3), 'SETTINGS', 'PROFILE');
  return isProfile && tokens.some(({ text }) => /^(?:readonly|allow_ddl)$/i.test(text));
}

function altersRights(tokens: readonly Token[]): boolean {
  if (has(tokens.slice(1, 3), 'POLICY') || liftsLimits(tokens)) return true;
  if (isAboutAccount(tokens)) return !setsForAccount(tokens);
  if (hasSequence(tokens, 'OWNER', 'TO') || hasSequence(tokens, 'ALTER', 'DEFAULT', 'PRIVILEGES')) return true;
  return hasSequence(tokens, 'ROW', 'LEVEL', 'SECURITY') && has(tokens, 'DISABLE', 'NO');
}

/** Parameters that an account begins with (`SET`, `RESET`, `SETTINGS`), which are no rights but where they are roles or limits. */
function setsForAccount(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ word }) => word === 'SET' || word === 'RESET' || word === 'SETTINGS');
  if (at < 0 || has(tokens.slice(0, at), 'IDENTIFIED', 'PASSWORD', 'WITH', 'DEFAULT', 'HOST', 'GRANTEES')) return false;
  return !tokens.slice(at).some(({ text }) => /^(?:readonly|allow_ddl|role|session_authorization)$/i.test(text));
}

/** `SET ROLE postgres`, `SET SESSION AUTHORIZATION postgres`, a password, roles for others. */
function putsOn(tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(({ kind }) => kind !== 'comment');
  const [, ...rest] = spoken;
  if (rest[0]?.word === 'PASSWORD') return true;
  if (hasSequence(spoken.slice(0, 3), 'SET', 'DEFAULT', 'ROLE')) return has(rest, 'TO', 'FOR') && !has(rest, 'NONE');
  if (hasSequence(rest.slice(0, 2), 'SESSION', 'AUTHORIZATION'))
    return named(rest[2]) !== '' && rest[2]?.word !== 'DEFAULT';
  const at = rest.slice(0, 2).findIndex(({ word }) => word === 'ROLE');
  return at >= 0 && rest.slice(at + 1, at + 3).some((token) => SUPERUSER.test(named(token)));
}

function named(token: Token | undefined): string {
  return token === undefined ? '' : saidBy(token);
}
