/** Words numbered in order of appearance. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** @param keyOf - what tells words apart; the first word of a key stands for it */
  constructor(private readonly keyOf: (word: string) => string = (word) => word) {}

  index(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const key = this.keyOf(word);
    let n = this.numbers.get(key);
    if (n === undefined) {
      n = this.words.push(word) - 1;
      this.numbers.set(key, n);
    }
    this.numbers.set(word, n);
    return n;
  }
}
