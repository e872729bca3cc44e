/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testTimeout: 60_000, // for machines that do something else beside
  roots: ['<rootDir>/test'],
  setupFiles: ['<rootDir>/test/support/sameRandomness.ts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['<rootDir>/test/e2e/'], // test/e2e/jest.config.js runs those
  transform: {
    '^.+\\.[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // With --coverage, of the domain only: "npm run check" holds every branch of it.
  collectCoverageFrom: ['src/domain/**/*.ts'],
  coverageProvider: 'v8',
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100 } },
  transformIgnorePatterns: ['/node_modules/(?!(@borgar/fx|@formulajs)/)'],
};
