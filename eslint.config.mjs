import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['dist/', 'build/', 'coverage/', '.stryker-tmp/']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers and booleans in texts are what they look like.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // noUncheckedIndexedAccess asks for `list[i]!` where the bound is plain from the loop.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-non-null-assertion': 'off',
      // `[...text]` is how code points are walked.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Handlers such as `() => set.delete(x)` need no braces.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Office and React take async handlers where their types say void; they end in our own catch.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      // `String(cell ?? '')` of an unknown cell is meant.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', '{}'] },
      ],
      // Excel asks custom functions to throw its own class, which is no Error.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', name: 'Error', package: 'custom-functions-runtime' }] },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/host/**'],
    plugins: { 'office-addins': officeAddins },
    // The plugin's own set leaves .tsx out and brings rules that typescript-eslint has already.
    rules: {
      ...Object.fromEntries(
        Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error']),
      ),
      // These two see neither `sheet.context.sync()` nor a reader that is called after it; the real
      // office.js refuses to read what is not loaded, and the tests run on it.
      'office-addins/call-sync-before-read': 'off',
      'office-addins/call-sync-after-load': 'off',
    },
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/workbook/**', 'src/host/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Excel', message: 'Only src/workbook talks to the workbook.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "TSQualifiedName > Identifier.left[name='Excel']",
          message: 'Only src/workbook talks to the workbook.',
        },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Excel', 'Office', 'OfficeExtension', 'CustomFunctions', 'window', 'document'].map(
          (name) => ({ name, message: 'The domain is pure.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain has no clock; take asOf.' },
        { object: 'Math', property: 'random', message: 'The domain has no chance in it.' },
      ],
    },
  },
  {
    files: ['src/host/api/**/*.ts'],
    rules: {
      // Getters are how the interpreter finds a member, constant or not, and Excel's setters take
      // more than its getters give.
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/related-getter-setter-pairs': 'off',
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // expect(mock.method) and table rows of mixed literals are how tests read.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
]);
