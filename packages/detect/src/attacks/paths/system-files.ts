// Files of servers that nobody asks for by name in a request, but who wants to read the server: accounts, settings, keys, what a
// process has in its environment.

const FILES: readonly RegExp[] = [
  /(?:^|\/)etc\/(?:passwd|shadow|group|gshadow|hosts|hostname|issue|fstab|motd|sudoers|crontab|master\.passwd|security\/(?:passwd|environ|user)|redhat-release|(?:os|lsb|debian)[-_](?:release|version)|resolv\.conf|inittab|profile|ssh\/|nginx\/|apache2?\/|httpd\/|mysql\/|php\/?\d?|my\.cnf|cron\.?[a-z]*\/?|init\.d\/|pam\.d\/|ssl\/|network\/|rc\.d\/|syslog\.conf|proftpd\.conf|vsftpd\.conf|samba\/|postgresql\/|redis\/|kubernetes\/|docker\/|machine-id)/,
  /(?:^|\/)(?:proc\/(?:self|\d+|version|cpuinfo|mounts|net|cmdline|sched_debug)|dev\/(?:fd|random|urandom|zero|tcp|mem)|sys\/class)(?:$|[/\0?])/,
  /(?:^|\/)(?:var\/(?:log|run|spool|mail|lib\/mysql|www\/[^/]+\/[^/]*conf)|usr\/local\/(?:apache|etc|nginx|app)|root\/\.|opt\/lampp\/|private\/etc)\/?/,
  /(?:^|[/:])(?:boot|win|system|desktop|php|odbc)\.ini(?:$|[\0?#;\s.])/,
  /(?:^|[/:])(?:windows|winnt|winxp)\/(?:system32|system|repair|win\.ini|system\.ini|php\.ini|debug|panther|sysnative|temp|explorer\.exe|notepad\.exe)/,
  /(?:^|\/)(?:web-inf\/|meta-inf\/)/,
  /(?:^|[/:])inetpub\//,
  /(?:^|[/])global\.asax?(?:$|[\0?])/,
  /(?:^|\/)(?:\.htpasswd|\.htaccess|\.htgroup|\.bash_history|\.mysql_history|\.pgpass|\.netrc|\.my\.cnf|\.ssh\/[a-z_]+|\.aws\/[a-z]+|\.git\/(?:config|head|index|logs)|\.svn\/(?:entries|wc\.db)|\.docker\/config|\.kube\/config|\.npmrc|id_(?:rsa|dsa|ecdsa|ed25519)|wp-config\.php|localconfig\.php|web\.config|applicationhost\.config|php\.ini|httpd\.conf|nginx\.conf|my\.ini|server\.xml|tomcat-users\.xml|sam\.log|unattend\.xml|sites\/default\/settings\.php|config\/database\.yml|config\/secrets\.yml|\.env(?:\.[a-z]+)?)(?:$|[\0?#])/,
];
/** The same where a program that was meant to guard has dropped the signs between the names. */
const GLUED = /(?:etcpasswd|etcshadow|bootini|winini|webinfwebxml|windowssystem32|procself)/;

/** @param path in lower case, with `/` only */
export function isSystemFile(path: string): boolean {
  return FILES.some((file) => file.test(path));
}

export function isGluedSystemFile(path: string): boolean {
  return GLUED.test(path.replace(/[^a-z0-9]/g, ''));
}
