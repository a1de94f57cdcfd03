'use strict';

const { existsSync, readdirSync } = require('node:fs');

// The same setting as in test/effort.ts, whose time limits are for what takes long.
const { TEST_SLOWNESS = '10' } = process.env;

const built = existsSync('dist/test') ? readdirSync('dist/test', { recursive: true, encoding: 'utf8' }) : [];
const source = (file) => `test/${file.replace(/\.js$/, '.ts')}`;

// Which files are run stands in package.json, so that `npx mocha dist/test/some.test.js` runs that one only.
module.exports = {
  // The compiler leaves behind what it made of tests that have another name by now.
  ignore: built
    .filter((file) => file.endsWith('.test.js') && !existsSync(source(file)))
    .map((file) => `dist/test/${file}`),
  require: ['dist/test/left-over.js'],
  timeout: 20_000 * Number(TEST_SLOWNESS),
  forbidOnly: true,
  // Whatever a failed test has left open; left-over.ts tells what was left where nothing failed.
  exit: true,
};
