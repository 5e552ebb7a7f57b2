// Ports as a user writes them: `8123`, `1-1024`, `22,80,8000-9000`.

/** Why a list of ports cannot be used. */
export class PortFault {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/**
 * Ports in ascending order, each once.
 *
 * @example parsePorts('8123,9000-9001') // [8123, 9000, 9001]
 */
export function parsePorts(text: string): readonly number[] | PortFault {
  const ports = new Set<number>();
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const match = part.match(/^(\d{1,5})(?:-(\d{1,5}))?$/);
    if (!match) return new PortFault(`${JSON.stringify(part)} is no port or range such as 8123 or 1-65535`);
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[2]);
    if (first < 1 || last > 65_535) return new PortFault(`${part}: ports go from 1 to 65535`);
    if (last < first) return new PortFault(`${part}: the range runs backwards; write ${last}-${first}`);
    for (let port = first; port <= last; port += 1) ports.add(port);
  }
  return [...ports].sort((a, b) => a - b);
}
