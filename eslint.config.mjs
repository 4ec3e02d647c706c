import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Layer rules: which folder may import what. Each message says where the thing belongs instead. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const noSdk = {
  group: ['wx-server-sdk'],
  allowTypeImports: true,
  message: 'Only entry files (index.ts) import the SDK; take what you need from the context.',
};
const noService = {
  group: ['**/services/*', '**/services'],
  message: 'Components are display only: properties in, events out.',
};
const typesOnlyFromOutside = {
  regex: '^(\\.\\./)+(cloudfunctions|simulator|tests)/',
  allowTypeImports: true,
  message:
    "WeChat compiles a value import from outside miniprogram/ to a dangling require: use 'import type'.",
};

export default tseslint.config(
  { ignores: ['cloudfunctions/dist', 'miniprogram/miniprogram_npm', '.simulator', '.cache', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
      },
    },
  },
  ...[...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked].map((config) => ({
    ...config,
    files: ['**/*.ts'],
  })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      ...forbid(typesOnlyFromOutside),
      // Component() infers the type of `data` from what it is given, so `[] as Row[]` there is not idle: it says the type.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['miniprogram/components/**/*.ts', 'miniprogram/packages/*/parts/**/*.ts'],
    rules: forbid(typesOnlyFromOutside, noService),
  },
  {
    files: ['miniprogram/shared/**/*.ts'],
    rules: forbid({
      regex: '^(?!\\./)',
      message: 'Shared rules import only each other: both compilers must take them as they are.',
    }),
  },
  {
    files: ['cloudfunctions/contracts/**/*.ts'],
    rules: forbid({
      regex: '^(?!zod$|\\./|(\\.\\./)+miniprogram/shared/)',
      message: 'Contracts import zod, each other and the shared rules, nothing else.',
    }),
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/*/index.ts', 'cloudfunctions/contracts/**'],
    rules: forbid(noSdk),
  },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
);
