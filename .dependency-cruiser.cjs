const CONTRACT = '^messengers/messenger\\.ts$';
const SHELL = '(^|/)main\\.ts$|^bot/(doctor|report)\\.ts$|^workers/retention\\.ts$';

/** A folder may import itself, the listed folders and the listed packages, and nothing else. */
const FOLDERS = {
  domain: {
    folders: [],
    packages: ['@js-temporal/polyfill', 'minisearch', '@turf/boolean-point-in-polygon'],
  },
  'use-cases': { folders: ['^domain/', CONTRACT], packages: [] },
  screens: { folders: ['^domain/', CONTRACT], packages: [] },
  bot: { folders: ['^use-cases/', '^domain/', '^screens/', CONTRACT], packages: ['zod'] },
  messengers: { folders: [CONTRACT], packages: ['grammy', '@grammyjs/types', 'zod'] },
  workers: { folders: ['^use-cases/', '^domain/', '^screens/', CONTRACT], packages: ['bullmq', 'zod'] },
  web: {
    folders: ['^use-cases/', '^domain/', '^screens/'],
    packages: ['hono', '@hono/', '@bull-board/', 'zod'],
  },
  infra: {
    folders: [
      '^use-cases/(staff-|keeping-|quarantine-)?ports\\.ts$',
      '^domain/',
      '^screens/texts\\.ts$',
      CONTRACT,
    ],
    packages: [
      'mongoose',
      'ioredis',
      'bullmq',
      'zod',
      'pino',
      'prom-client',
      '@fluent/bundle',
      'yaml',
      'sharp',
      'pdfkit',
      'qrcode',
      'dejavu-fonts-ttf',
    ],
  },
};

const only = ([folder, { folders, packages }]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  comment: 'docs/decisions/000-the-house.md has the table',
  from: { path: `^${folder}/`, pathNot: SHELL },
  to: {
    pathNot: [
      `^${folder}/`,
      ...folders,
      ...packages.map((name) => `node_modules/${name}`),
      ...(folder === 'domain' || folder === 'screens' || folder === 'use-cases'
        ? []
        : ['^node:', '^[a-z_/]+$']),
    ],
  },
});

module.exports = {
  forbidden: [
    ...Object.entries(FOLDERS).map(only),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'runs-on-what-is-installed',
      severity: 'error',
      comment: 'a city installs without devDependencies; a type is gone once built',
      from: { path: '^(bot|domain|infra|messengers|screens|use-cases|web|workers)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'proofs-are-checked-without-the-product',
      severity: 'error',
      from: { path: '^prove/checks/' },
      to: { path: '^(bot|domain|infra|messengers|screens|use-cases|web|workers)/' },
    },
    {
      name: 'nobody-imports-a-composition-root',
      severity: 'error',
      from: { path: '^(bot|domain|infra|messengers|screens|use-cases|web|workers)/' },
      to: { path: '(^|/)main\\.ts$|^sandbox/|^prove/|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
