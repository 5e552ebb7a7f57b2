// Where to go after the door: only paths of this site, whatever a link says.

/** The path, or undefined where it leads elsewhere: `//host` and `/\\host` are other hosts to a browser. */
export function innerPath(to: unknown): string | undefined {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined;
}
