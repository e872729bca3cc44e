/** A power of two. */
const RECENT = 64;

/** Words numbered in order of appearance. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** Words seen last, by length and last character: most columns say few things, or one row after row. */
  private readonly recent = new Array<string | undefined>(RECENT).fill(undefined);
  private readonly recentIndex = new Int32Array(RECENT);

  /** @param keyOf - what tells words apart; the first word of a key stands for it */
  constructor(private readonly keyOf: (word: string) => string = (word) => word) {}

  index(word: string): number {
    const at = (word.length + word.charCodeAt(word.length - 1)) & (RECENT - 1);
    if (this.recent[at] !== word) {
      this.recentIndex[at] = this.numbers.get(word) ?? this.add(word);
      this.recent[at] = word;
    }
    return this.recentIndex[at]!;
  }

  /** @returns the words of each number, in order of appearance */
  spellings(): string[][] {
    const spellings: string[][] = this.words.map(() => []);
    for (const [word, n] of this.numbers) spellings[n]!.push(word);
    return spellings;
  }

  private add(word: string): number {
    const key = this.keyOf(word);
    const n = this.keys.get(key) ?? this.words.push(word) - 1;
    this.keys.set(key, n);
    this.numbers.set(word, n);
    return n;
  }
}
