// Compiles a mini-program with WeChat's own compiler, without network or account. Run by check.mjs.
// usage: node compile.cjs COMPILER_DIR PROJECT_DIR OUT.zip
const path = require('node:path');
const { createRequire } = require('node:module');

const [compiler, projectPath, out] = process.argv.slice(2).map((argument) => path.resolve(argument));
const ci = createRequire(path.join(compiler, 'package.json'))('miniprogram-ci');

/** The one thing it asks WeChat for is the account's limits. Answered here, so nothing leaves the machine. */
const account = {
  appType: 0,
  gameApp: false,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

async function compile() {
  await ci.packNpmManually({
    packageJsonPath: path.join(projectPath, 'package.json'),
    miniprogramNpmDistDir: path.join(projectPath, 'miniprogram'),
  });
  const project = new ci.Project({
    appid: 'wx1234567890abcdef',
    type: 'miniProgram',
    projectPath,
    privateKey: 'unused offline',
    ignores: ['node_modules/**/*'],
  });
  project.attr = async () => account;
  const setting = { useProjectConfig: true, es6: true, minify: true, ignoreUploadUnusedFiles: true };
  await ci.getCompiledResult(
    { project, version: '1.0.0', desc: 'check', setting, onProgressUpdate: () => {} },
    out,
  );
}

compile().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message ?? error);
    process.exit(1);
  },
);
