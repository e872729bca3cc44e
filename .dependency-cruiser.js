/** The rooms of the house and the arrows between them. */
const rooms = {
  domain: '^src/domain/',
  workbook: '^src/workbook/',
  worker: '^src/worker/',
  functions: '^src/functions/',
  commands: '^src/commands/',
  headless: '^src/headless/',
  taskpane: '^src/taskpane/',
  host: '^src/host/',
};

/** One room of the product may import only itself, these rooms and these packages. */
const only = (room, others, packages) => ({
  name: `${room}-imports`,
  comment: `src/${room} imports itself, ${others.join(', ') || 'no other room'} and ${packages.join(', ') || 'no package'}`,
  severity: 'error',
  from: { path: rooms[room] },
  to: {
    pathNot: [
      rooms[room],
      ...others.map((other) => rooms[other]),
      ...packages.map((name) => `^node_modules/${name}/`),
    ],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain', [], ['decimal\\.js']),
    only('worker', ['domain'], ['comlink']),
    only('workbook', ['domain', 'worker'], ['comlink', 'chinese-days']),
    only('functions', ['domain'], ['chinese-days']),
    only('headless', ['workbook', 'functions', 'domain'], []),
    only('commands', ['workbook', 'domain'], ['zustand']),
    only(
      'taskpane',
      ['commands', 'workbook', 'functions', 'domain'],
      ['react', 'react-dom', '@fluentui/[^/]+', '@tanstack/react-virtual', 'zustand'],
    ),
    {
      name: 'domain-by-its-barrel',
      comment: 'Other rooms see the domain through src/domain/index.ts only',
      severity: 'error',
      from: { path: '^src/', pathNot: rooms.domain },
      to: { path: rooms.domain, pathNot: '^src/domain/index\\.ts$' },
    },
    {
      name: 'host-stands-alone',
      comment: 'The host knows nothing of the product',
      severity: 'error',
      from: { path: rooms.host },
      to: { path: '^(src|test)/', pathNot: rooms.host },
    },
    {
      name: 'nothing-needs-the-host',
      comment: 'Only tests import the host',
      severity: 'error',
      from: { path: '^src/', pathNot: rooms.host },
      to: { path: rooms.host },
    },
    {
      name: 'source-without-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Types may refer to each other; code may not, but for the object model itself, where a range ' +
        'leads to its worksheet and a worksheet to its ranges',
      severity: 'error',
      from: { pathNot: '^src/host/api/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '\\.(d\\.ts|json|html|css)$',
      },
      to: {},
    },
    {
      name: 'declared-packages',
      comment: 'What is imported stands in package.json; what ships is no development dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: rooms.host },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '@types/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
