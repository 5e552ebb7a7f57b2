// A QR code (ISO/IEC 18004), drawn in the page as one path of SVG: what it says goes to no server and into no image file.
import { encode } from 'uqr';

/** Modules of white around it, as the standard wants. */
const QUIET_ZONE = 4;

/** @param label says what it is to whoever cannot see it */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={data.flatMap(rowPath).join('')} />
    </svg>
  );
}

/** The dark runs of one row. */
function rowPath(row: readonly boolean[], y: number): string[] {
  return row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1] === true) return [];
    const end = row.indexOf(false, x);
    const width = (end === -1 ? row.length : end) - x;
    return [`M${x} ${y}h${width}v1h-${width}z`];
  });
}
