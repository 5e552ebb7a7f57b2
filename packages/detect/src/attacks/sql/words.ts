// The words of SQL that tell how a fragment may go on, across MySQL, PostgreSQL, SQL Server, Oracle, SQLite, DB2, Firebird, HSQLDB
// and Access, and the functions and tables that injections go for. After the reference manuals of these products.

/** What a word does to the sentence that it stands in. */
export type Role =
  /** Joins two terms: a term has to follow. */
  | 'binary'
  /** Joins two conditions. */
  | 'connective'
  /** Stands before a term. */
  | 'unary'
  /** Is a term. */
  | 'constant'
  /** Opens a clause with a term after it. */
  | 'clause'
  /** Closes something; an operator or the next clause may follow. */
  | 'postfix'
  /** Parts of a clause that take their meaning from the next word. */
  | 'joint'
  | 'set'
  | 'verb'
  | 'case'
  | 'branch'
  | 'is'
  | 'as'
  | 'by';

const ROLES: Readonly<Record<Role, string>> = {
  binary:
    'separator like rlike regexp ilike div mod glob match sounds similar collate escape in between member soundslike',
  connective: 'and or xor',
  unary:
    'not binary distinct all any some exists prior interval distinctrow unique top sql_calc_found_rows sql_no_cache',
  constant: 'null true false current_user session_user system_user current_timestamp current_date rownum',
  clause:
    'from where having on limit offset into values using set returning procedure prepare outfile dumpfile delay time join straight_join table lines terminated fields enclosed',
  postfix: 'asc desc end isnull notnull only rows row next first nulls',
  joint: 'inner left right cross full outer natural group order partition for lock with ignore low_priority',
  set: 'union except intersect minus',
  verb: 'select insert update delete drop create alter truncate exec execute declare call waitfor shutdown grant revoke merge replace load begin if while print dbcc backup restore do handler copy vacuum pragma attach rename use kill show describe desc explain reconfigure commit rollback savepoint',
  case: 'case',
  branch: 'when then else elsif',
  is: 'is',
  as: 'as',
  by: 'by',
};

const ROLE_OF = new Map<string, Role>();
for (const role in ROLES)
  for (const word of ROLES[role as Role].split(' ')) if (!ROLE_OF.has(word)) ROLE_OF.set(word, role as Role);

export function roleOf(word: string): Role | undefined {
  return ROLE_OF.get(word);
}

/** What an injection calls to wait, to burn time, to read files, to reach out or to carry data out in the text of an error. */
const TELLING = new Map(
  Object.entries({
    'waits or burns time, which tells an attacker one bit':
      'sleep pg_sleep pg_sleep_for pg_sleep_until benchmark dbms_pipe.receive_message dbms_lock.sleep dbms_session.sleep randomblob generate_series regexp_substring regexp_instr crypt_key get_lock receive_message user_lock.sleep',
    'carries data out in the text of an error':
      'extractvalue updatexml utl_inaddr.get_host_address utl_inaddr.get_host_name ctxsys.drithsx.sn xmltype dbms_utility.sqlid_to_sqlhash name_const gtid_subset gtid_subtract json_keys polygon multipoint geometrycollection linestring multilinestring multipolygon ordsys.ord_dicom.getmappingxpath dbms_xdb_version.checkin xmlagg analyse elt make_set',
    'reads or writes files, runs programs or reaches out':
      'load_file xp_cmdshell xp_dirtree xp_fileexist xp_regread xp_subdirs sp_executesql sp_oacreate sp_password sp_makewebtask openrowset opendatasource openquery load_extension lo_import lo_export pg_read_file pg_ls_dir pg_read_binary_file dblink_connect dblink httpuritype utl_http.request utl_file.fopen dbms_ldap.init sys_eval sys_exec writefile readfile query_to_xml database_to_xml dbms_java.runjava fn_get_audit_file fn_xe_file_target_read_file fn_trace_gettable',
  }).flatMap(([reason, names]) => names.split(' ').map((name): [string, string] => [name, reason])),
);

export function tellingFunction(name: string): string | undefined {
  return TELLING.get(name) ?? (/^(?:xp|sp)_[a-z_]+$/.test(name) ? TELLING.get('xp_cmdshell') : undefined);
}

/** Functions that tell little alone, since code and sheets know them too, but that fit into what injections do. */
const COMMON = new Set(
  'char chr nchar unichr concat concat_ws group_concat string_agg wm_concat listagg ascii ord hex unhex substring substr substrc mid left right length len datalength lower upper ucase lcase cast convert version user database schema current_database schema_name db_name user_name current_user system_user session_user host_name count iif if ifnull isnull nvl coalesce nullif decode reverse repeat replicate floor rand round md5 sha1 sha2 password row exp greatest least strcmp bin conv instr locate position lpad rpad space trim rtrim ltrim quote to_char to_number to_date sysdate now min max sum avg cos sin pi last_insert_id connection_id json_extract json_value json_each json_type zeroblob typeof sqlite_version abs sign quote_literal encode encrypt compress uncompress elt field find_in_set interval row_number rownum uuid is_srvrolemember is_member has_dbaccess object_id col_name table_name substring_index regexp_like current_setting inet_server_addr array_to_string string_to_array unnest'.split(
    ' ',
  ),
);

export function isCommonFunction(name: string): boolean {
  return COMMON.has(name);
}

/** Catalogues and variables that describe the server. */
const CATALOGUE =
  /^(?:information_schema|sys(?:objects|columns|users|databases|logins|tables|comments|processes|configures|files|indexes|xlogins|obj|usr|master)|sysibm|syscat|systables|sqlite_(?:master|temp_master|schema|sequence|version)|msys[a-z]+|all_(?:users|tables|tab_columns|objects|views)|user_(?:tables|tab_columns|objects|users)|dba_(?:users|tables|tab_columns)|v\$[a-z_]+|pg_(?:catalog|user|shadow|database|class|tables|namespace|roles|authid|attribute|stat_activity|stat_user_tables|hba_file_rules)|rdb\$[a-z_]+|mon\$[a-z_]+|mysql|performance_schema|master|msdb|domain|@@[a-z_]+(?:\.[a-z_]+)*)$/;

export function isCatalogue(name: string): boolean {
  return CATALOGUE.test(name);
}

/** What `drop`, `create`, `alter`, `truncate` and the like are said of. */
const OBJECTS = new Set(
  'table database schema view index function procedure proc user role login trigger sequence type column temporary temp or unique assembly tablespace aggregate extension group server link synonym event global'.split(
    ' ',
  ),
);

export function isObject(word: string): boolean {
  return OBJECTS.has(word);
}
