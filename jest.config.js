/** One project per kind of test; `npm run test:fast` runs the first three. */
const common = {
  rootDir: __dirname,
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/cloudfunctions/dist', '<rootDir>/.simulator', '<rootDir>/.cache'],
  moduleFileExtensions: ['ts', 'js', 'json'],
};
const project = (displayName, folders, more = {}) => ({
  ...common,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
  ...more,
});

const patient = { setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'] };

module.exports = {
  projects: [
    project('rules', ['miniprogram/shared']),
    project('cloudfunctions', ['cloudfunctions'], patient),
    project(
      'miniprogram',
      ['miniprogram/components', 'miniprogram/packages', 'miniprogram/pages', 'miniprogram/services'],
      { testEnvironment: 'jsdom', ...patient },
    ),
    project('simulator', ['simulator'], patient),
    project('e2e', ['e2e'], patient),
  ],
};
