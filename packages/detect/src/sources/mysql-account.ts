// Who is at a connection of MySQL, in the forms in which its logs write it.
import { placeOf } from './foreign.ts';

export interface MysqlAccount {
  readonly user?: string;
  readonly ip?: string;
  readonly hostname?: string;
}

/** `app[app] @ localhost [127.0.0.1]`: the account that rights are of, the name that was given, host and address. */
const LONG = /^(?<privileged>.{0,128}?)\[(?<given>.{0,128}?)\] @ (?<host>\S{0,255}) \[(?<ip>[^\]]{0,64})\]/;

/** The user and host of `app[app] @ localhost [127.0.0.1]`. */
export function accountOf(written: string): MysqlAccount | undefined {
  const groups = LONG.exec(written)?.groups;
  return groups && placed(groups.privileged || groups.given, groups.ip || groups.host);
}

/** Without a name it is the anonymous account, which has an empty one. */
export function placed(user: string | undefined, host: string | undefined): MysqlAccount {
  const { ip, hostname } = placeOf(host);
  return {
    ...(user !== undefined && user !== '' && { user }),
    ...(ip !== undefined && { ip }),
    ...(hostname !== undefined && { hostname }),
  };
}

/** Times as MySQL 5 and MariaDB write them, `261129 22:03:22`, in the form that others have; the zone is not told. */
export function shortTime(written: string): string {
  return written.replace(/^(\d\d)(\d\d)(\d\d) +(\d{1,2}:)/, (_, year, month, day, hour) => {
    return `20${String(year)}-${String(month)}-${String(day)} ${String(hour).padStart(3, '0')}`;
  });
}
