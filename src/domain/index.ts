export * from './analyse';
export * from './buckets';
export * from './date';
export * from './headers';
export * from './ledger';
export * from './money';
export * from './receivables';
