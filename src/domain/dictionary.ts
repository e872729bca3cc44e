/** Words numbered in order of appearance. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** Many columns say the same row after row. */
  private lastWord: string | null = null;
  private lastIndex = 0;

  /** @param keyOf - what tells words apart; the first word of a key stands for it */
  constructor(private readonly keyOf: (word: string) => string = (word) => word) {}

  index(word: string): number {
    if (word !== this.lastWord) {
      this.lastIndex = this.numbers.get(word) ?? this.add(word);
      this.lastWord = word;
    }
    return this.lastIndex;
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
