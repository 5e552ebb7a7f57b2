// The issuers that can be asked, as a table and as JSON.
import { ISSUERS, type Issuer, shownAddress } from '@vigie/exposure';

export function issuersJson(): string {
  const issuers = ISSUERS.map((issuer) => ({
    id: issuer.id,
    title: issuer.title,
    askedWith: issuer.parts.map(({ title, kinds }) => ({ title, kinds: kinds.map((kind) => `secret/${kind}`) })),
    method: issuer.request.method,
    url: shownAddress(issuer),
    ...(issuer.caveat !== undefined && { caveat: issuer.caveat }),
    source: issuer.source,
  }));
  return `${JSON.stringify({ schema: 'vigie.issuers/1', issuers }, null, 2)}\n`;
}

export function issuersText(): string {
  const rows = [['ISSUER', 'ASKED WITH', 'REQUEST'], ...ISSUERS.map(rowOf)];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  return `${lines.join('\n')}\n\nNobody is asked unless you say so, for one secret at a time: vigie ask-issuer ISSUER < secret\n`;
}

function rowOf(issuer: Issuer): string[] {
  const { id, parts, request } = issuer;
  return [id, parts.map(({ title }) => title).join(' + '), `${request.method} ${shownAddress(issuer)}`];
}
