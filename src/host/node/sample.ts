/** A ledger to try in the workbench. */
export interface Sample {
  readonly file: string;
  readonly language: 'zh-CN' | 'en-US';
  readonly title: string;
  /** @returns the file, always the same one */
  build(): Uint8Array;
}
