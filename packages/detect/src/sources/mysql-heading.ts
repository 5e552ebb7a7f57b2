// What servers of MySQL's family write where a log of theirs begins; the general and the slow log have the same three lines.

export const MYSQL_HEADING =
  /^(?:\S{1,255}, Version: .* started with:|Tcp port: \d{1,5} .*|Time +Id Command +Argument|Time\t+ +Id Command\tArgument)$/;
