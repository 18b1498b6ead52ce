/** The rooms of design section 3, and who may import whom. */
const room = (name) => `^${name}/`;
const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^(knowledge|workflows|activities|prisma|bot|server|console|cli)/|^(settings|temporal\\.config)\\.ts$',
    pathNot: [room(from), ...allowed],
  },
});

module.exports = {
  forbidden: [
    only('knowledge', [], 'knowledge is pure: it imports nothing but itself and pure libraries'),
    only('workflows', ['^knowledge/', '^activities/'], 'workflows: knowledge, and types from activities'),
    only(
      'activities',
      ['^knowledge/', '^workflows/contract\\.ts$'],
      'activities: knowledge and port interfaces',
    ),
    only('prisma', ['^knowledge/', '^activities/ports/'], 'repositories implement the ports'),
    only(
      'bot',
      ['^knowledge/', '^workflows/contract\\.ts$', '^activities/ports/'],
      'bot: knowledge, workflows/contract and ports',
    ),
    only(
      'server',
      ['^knowledge/', '^workflows/contract\\.ts$', '^activities/ports/', '^bot/'],
      'server hosts doors and pages; only cli wires',
    ),
    only('console', [], "console: a client of the server's API, whose types are generated into it"),
    {
      name: 'console-is-imported-by-nobody',
      severity: 'error',
      from: { pathNot: '^console/' },
      to: { path: '^console/' },
    },
    {
      name: 'knowledge-is-pure',
      severity: 'error',
      comment: 'no file system, network, process or clock libraries in knowledge',
      from: { path: '^knowledge/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-take-types-only-from-activities',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only', 'type-import', 'pre-compilation-only'] },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment: 'workflow code runs in the sandbox: only the workflow SDK and pure libraries',
      from: { path: '^workflows/' },
      to: {
        path: 'node_modules/',
        pathNot: ['node_modules/@temporalio/(workflow|common)', 'node_modules/chinese-days'],
      },
    },
    {
      name: 'prisma-types-stay-in-prisma',
      severity: 'error',
      from: { pathNot: '^(prisma/|tests/)' },
      to: { path: '^prisma/generated/|node_modules/@prisma/' },
    },
    {
      name: 'vendor-stays-in-its-channel',
      severity: 'error',
      comment: 'only the Telegram channel knows Telegram',
      from: { pathNot: '^(bot/channels/telegram/|tests/)' },
      to: { path: 'node_modules/node-telegram-bot-api/' },
    },
    {
      name: 'botpress-stays-in-its-channel',
      severity: 'error',
      comment: 'only the Botpress channel knows Botpress',
      from: { pathNot: '^(bot/channels/botpress/|tests/)' },
      to: { path: 'node_modules/@botpress/' },
    },
    {
      name: 'smtp-stays-in-its-channel',
      severity: 'error',
      comment: 'only the mail channel knows SMTP',
      from: { pathNot: '^(bot/channels/mail/|tests/)' },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'websockets-stay-in-their-channel',
      severity: 'error',
      comment: 'only the OneBot channel talks over WebSockets',
      from: { pathNot: '^(bot/channels/onebot/|tests/)' },
      to: { path: 'node_modules/ws/' },
    },
    {
      name: 'language-service-stays-in-its-folder',
      severity: 'error',
      comment: 'only activities/language-service talks to a large language model',
      from: { pathNot: '^activities/language-service/' },
      to: { path: 'node_modules/openai/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '(^|/)[^/]+\\.config\\.(ts|js|cjs|mjs)$',
          '^\\.dependency-cruiser\\.cjs$',
          '\\.test\\.ts$',
          // Pages of other sites load it.
          '^server/public/embed\\.js$',
        ],
      },
      to: {},
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(data|prisma/generated|\\.git)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
