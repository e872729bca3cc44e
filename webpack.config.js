const fs = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { OFFICE_JS, contentSecurityPolicy, headers } = require('./scripts/headers');
const { helpPage } = require('./scripts/helpPage');
const programs = require('./scripts/programs');

const LOCAL_URL = 'https://localhost:3000';
const at = (...parts) => path.join(__dirname, ...parts);
const existing = (...files) => files.filter((file) => fs.existsSync(at(file)));
const entries = (files) =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, file]) => existing(file).map(() => [name, at(file)])),
  );

/** Chunks that run in the page, where `runtime` already is; the worker has nothing of it. */
const IN_PAGE = new Set(['taskpane', 'session']);
const CORE =
  /[\\/](src[\\/](domain|workbook|commands)|node_modules[\\/](comlink|decimal\.js|zustand))[\\/]/;
const OURS = [at('src'), at('test')];

/** Compiles TypeScript and JSX; `from` limits what else is compiled down to the target. */
const compile = (target, from = at()) => ({
  test: /\.[cm]?[jt]sx?$/,
  include: from,
  resolve: { fullySpecified: false },
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        externalHelpers: true,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      isModule: 'unknown',
    },
  },
});

const base = (name, target, rules) => ({
  name,
  mode: 'production',
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    alias: {
      '@swc/helpers/_/_object_spread$': at('scripts/objectSpread.mjs'),
      '@swc/helpers/_/_object_spread_props$': at('scripts/objectSpread.mjs'),
    },
  },
  module: {
    parser: { javascript: { exportsPresence: 'error' } },
    // The domain does nothing by being loaded: of its barrel each chunk gets what it uses.
    rules: [...rules, { test: /[\\/]src[\\/]domain[\\/]/, sideEffects: false }],
  },
  optimization: {
    splitChunks: false,
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { ecma: target === 'es2017' ? 2017 : 2022 },
      }),
    ],
  },
  performance: { hints: false }, // budgets are held by scripts/budgets.mjs, on gzip sizes
  stats: 'errors-warnings',
});

/**
 * The add-in. The page loads `runtime`: custom functions and commands, which are registered before
 * it fetches what works on workbooks (`core`) and the pane. Its exports are the global `arSentinel`.
 */
function addin({ dev, cdn = 'global', baseUrl = (!dev && process.env.BASE_URL) || LOCAL_URL }) {
  const officeJs = OFFICE_JS[dev ? 'local' : cdn];
  if (!officeJs) throw new Error(`--env cdn is global or 21v, not ${cdn}`);
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:') throw new Error('BASE_URL is an https address');
  const located = (content) =>
    content
      .toString()
      .replaceAll(`<AppDomain>${LOCAL_URL}<`, `<AppDomain>${url.origin}<`)
      .replaceAll(LOCAL_URL, url.href.replace(/\/$/, ''));
  const html = existing('src/taskpane/taskpane.html').map((f) => at(f));
  // Old WebViews want ES2017 of packages too.
  const settings = base('addin', 'es2017', [compile('es2017')]);
  return {
    ...settings,
    target: ['web', 'es2017'],
    entry: entries({ runtime: 'src/runtime.ts' }),
    optimization: {
      ...settings.optimization,
      splitChunks: {
        cacheGroups: {
          default: false,
          defaultVendors: false,
          // What pane, commands and runs without a pane share, once.
          core: {
            name: 'core',
            chunks: ({ name }) => IN_PAGE.has(name),
            test: CORE,
            enforce: true,
          },
        },
      },
    },
    output: {
      path: dev ? at('build/web') : at('dist'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      library: { name: 'arSentinel', type: 'var' },
      publicPath: '', // beside the page; "auto" needs a document, and a headless run has none
      clean: !dev,
    },
    plugins: [
      ...html.map(
        (template) =>
          new HtmlPlugin({
            filename: 'taskpane.html',
            template,
            scriptLoading: 'defer',
            officeJs,
            csp: contentSecurityPolicy(officeJs),
          }),
      ),
      new CopyPlugin({
        patterns: [
          { from: at('manifest.xml'), transform: located },
          { from: at('assets'), to: 'assets' },
          { from: '*.json', context: at('src/functions'), transform: located },
          {
            from: '*/*.md',
            context: at('docs/functions'),
            to: 'help/[path][name].html',
            transform: (content, file) =>
              helpPage(content.toString(), path.basename(path.dirname(file))),
          },
        ],
      }),
    ],
  };
}

const mount = (publicPath, folder) => ({ directory: at(folder), publicPath, watch: false });

/** The page with a spreadsheet and the pane beside it; never part of what is shipped. */
const workbench = () => ({
  ...base('workbench', 'es2022', [compile('es2022', OURS)]),
  target: ['web', 'es2022'],
  experiments: { css: true },
  entry: entries({ workbench: 'src/host/page/index.ts' }),
  output: {
    path: at('build/web'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
  },
  plugins: existing('src/host/page/index.html').map(
    (file) =>
      new HtmlPlugin({ filename: 'workbench.html', template: at(file), scriptLoading: 'defer' }),
  ),
  devServer: {
    server: 'https',
    host: 'localhost',
    port: 3000,
    hot: false,
    liveReload: false,
    client: false,
    webSocketServer: false,
    devMiddleware: { index: 'workbench.html' },
    headers: headers(OFFICE_JS.local),
    static: [
      mount('/office', 'node_modules/@microsoft/office-js/dist'),
      mount('/samples', 'assets/samples'),
    ],
  },
});

/** Programs for Node, all or `--env program=name`; they find the built add-in beside their own folder. */
const node = ({ program }) => ({
  ...base('node', 'es2022', [compile('es2022', OURS)]),
  target: 'node20',
  entry: entries(program ? { [program]: programs[program] } : programs),
  output: { path: at('build'), filename: '[name].cjs', library: { type: 'commonjs2' } },
  externals: { jsdom: 'commonjs jsdom', 'playwright-core': 'commonjs playwright-core' },
  optimization: { minimize: false, splitChunks: false },
  node: { __dirname: false, __filename: false },
});

module.exports = (env) => [addin(env), workbench(), node(env)];
