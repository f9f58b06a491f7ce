/** Letters without accents and case, as the API searches them. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase()
    .replaceAll('ß', 'ss');
}

/**
 * How well words describe a label: 0 not at all, more is better. Every word has to begin a word of
 * the label or of its hints; the label's own beginning counts most.
 */
export function match(words: string, label: string, hints = ''): number {
  const wanted = folded(words).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) {
    return 1;
  }
  const [own, others] = [parts(label), parts(hints)];
  let score = 0;
  for (const word of wanted) {
    if (own[0]?.startsWith(word) === true) {
      score += 4;
    } else if (own.some((part) => part.startsWith(word))) {
      score += 3;
    } else if (others.some((part) => part.startsWith(word))) {
      score += 1;
    } else {
      return 0;
    }
  }
  return folded(label) === folded(words).trim() ? score + 4 : score;
}

/** The best of some things, those that match equally well in their order. */
export function best<T>(words: string, things: readonly T[], text: (thing: T) => readonly [string, string?], most: number): readonly T[] {
  return things
    .map((thing, at) => ({ thing, at, score: match(words, ...text(thing)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ thing }) => thing);
}

function parts(text: string): readonly string[] {
  return folded(text).split(/[^\p{Letter}\p{Number}]+/u).filter((part) => part !== '');
}
