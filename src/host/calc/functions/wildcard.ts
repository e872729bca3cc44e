/** @returns whether the text has a `*` or `?` that is not escaped by `~` */
export const hasWildcard = (text: string): boolean => /(?:^|[^~])(?:~~)*[*?]/.test(text);

export const unescapeWildcards = (text: string): string => text.replace(/~([*?~])/g, '$1');

const cache = new Map<string, (text: string) => boolean>();

/** @returns a test whether a whole text fits the pattern; case does not count */
export function wildcardTest(pattern: string): (text: string) => boolean {
  let test = cache.get(pattern);
  if (!test) {
    const regex = new RegExp(`^${wildcardSource(pattern)}$`, 'isu');
    test = (text) => regex.test(text);
    if (cache.size > 500) cache.clear();
    cache.set(pattern, test);
  }
  return test;
}

/** @returns the pattern as the source of a regular expression */
export const wildcardSource = (pattern: string): string =>
  pattern.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}/]/g, (m) => {
    if (m === '*') return '.*';
    if (m === '?') return '.';
    const literal = m.startsWith('~') ? m[1]! : m;
    return literal === '~' ? '~' : `\\${literal}`;
  });
