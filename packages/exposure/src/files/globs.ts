// Patterns of file names, as in `.gitignore` (https://git-scm.com/docs/gitignore#_pattern_format): `*` and `?` within a name, `**`
// over folders, `[a-z]`, `{a,b}`.

/** Whether a path inside of a folder, with `/` between its parts, is meant by one of these patterns. */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(patternOf);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

/** A pattern without a solidus means a name in any folder; what lies in a folder that is meant is meant too. */
function patternOf(glob: string): RegExp {
  const plain = glob.replace(/^\.?\//, '').replace(/\/$/, '');
  const isAnywhere = !plain.includes('/') && !glob.startsWith('/');
  return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${sourceOf(plain)}(?:/.*)?$`, 's');
}

function sourceOf(glob: string): string {
  let depth = 0;
  return (
    glob.replace(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|[{},]|[.+^$()|[\]\\]/g, (part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part === '{') {
        depth += 1;
        return '(?:';
      }
      if (part === '}' && depth > 0) {
        depth -= 1;
        return ')';
      }
      if (part === ',') return depth > 0 ? '|' : ',';
      if (part.length > 2) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
      return `\\${part}`;
    }) + ')'.repeat(depth)
  );
}
