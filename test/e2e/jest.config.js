const unit = require('../../jest.config.js');

/** Browser tests: one server for all, one after another, since they share two cores with a browser. */
module.exports = {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/e2e/startServer.ts',
  globalTeardown: '<rootDir>/test/e2e/stopServer.ts',
  testTimeout: 120_000,
  maxWorkers: 1,
};
