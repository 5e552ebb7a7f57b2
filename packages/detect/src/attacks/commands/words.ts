// Programs by name, as shells know them: those that are no word of a language, and those that are one too ("cut", "find", "more"),
// which need arguments that only a program has.

const PROGRAMS = new Set(
  (
    'whoami uname ifconfig netstat nslookup wget curl nc ncat netcat bash zsh ksh csh tcsh dash busybox python python2 python3 perl ruby php node lua gcc g++ cc ' +
    'chmod chown chgrp chattr usermod useradd adduser passwd sudo su doas pwd ls cat tac grep egrep fgrep zgrep awk gawk mawk sed xargs xxd hexdump od strings base64 base32 ' +
    'printenv env rm rmdir mv cp ln mkdir mkfifo mknod ps kill pkill killall pgrep lsof ss ip route arp traceroute tracepath ping ping6 dig telnet ssh scp sftp rsync ftp tftp ' +
    'tar gzip gunzip zcat unzip bzip2 xz zip crontab systemctl journalctl dmesg iptables nmap tcpdump socat openssl mysql mysqldump psql sqlite3 redis-cli mongo git docker kubectl ' +
    'ipconfig systeminfo tasklist taskkill powershell pwsh cmd cmd.exe reg wmic certutil bitsadmin mshta rundll32 regsvr32 cscript wscript schtasks icacls attrib xcopy robocopy reboot shutdown halt poweroff ' +
    'iex invoke-expression invoke-webrequest iwr invoke-command start-process get-content get-process get-childitem new-object ' +
    'apt apt-get yum dnf apk pip pip3 npm lynx w3m fetch aria2c expr nohup setsid timeout stat df du id w uptime hostname getent lastlog ' +
    'tee nl head tail rev printf echo basename dirname readlink realpath sh ash ed vi vim nano emacs netsh sc ver vol tracert pathping getmac nbtstat dir type copy del erase findstr whois'
  ).split(' '),
);
/** The same that are words of a language, or short enough to be anything. */
const ALSO_WORDS = new Set(
  (
    'id w ed sc ip ss su rev head tail more less find cut sort make test time date cat type copy del dir echo kill at who man top host mail last sleep wait watch which set env ' +
    'move start net tree vol ver print link join split expand fold paste touch fetch node ruby docker git go php perl python stat reg tee strings route sed dig ping uptime nl od true false wc expr zip timeout users groups finger export alias eval exec source read history hostname cp mv ln df du cc vi'
  ).split(' '),
);

export type ProgramWord = 'program' | 'either';

/** @param name in lower case, without a folder */
export function programWord(name: string): ProgramWord | undefined {
  const plain = name.replace(/\.(?:exe|com|bat|ps1)$/, '');
  if (ALSO_WORDS.has(plain)) return plain === name ? 'either' : 'program';
  return PROGRAMS.has(plain) ? 'program' : undefined;
}

/** Folders that programs stand in; globs that stand for them too. */
export function isProgramPath(path: string): boolean {
  return /^\/*(?:usr\/)?(?:local\/)?s?bin\/[\w.+-]+$|^\/[b?*][i?*][n?*]\/[\w?*]+$|^\/(?:usr|[u?*][s?*][r?*])\/[b?*][i?*][n?*]\/[\w?*]+$|^(?:[a-z]:)?\/*windows\/(?:system32|syswow64)\/[\w./-]+$/.test(
    path,
  );
}
