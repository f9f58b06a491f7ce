// Builds the web part of the bundle in the current folder, or first of all what that needs.
// A step whose inputs are as they were when it last succeeded is not done again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const portal = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['src/main/web', 'tools', 'package-lock.json', 'tsconfig.json', 'openapi.json'];

const [step, ...switches] = process.argv.slice(2);
if (step === 'tools') {
  packages(portal);
} else if (step === 'packages') {
  packages(process.cwd());
} else if (step === 'build') {
  const shell = process.cwd() === portal;
  const inputs = [...sources, ...configurations(portal)].map((name) => join(portal, name));
  const result = shell ? 'target/classes/web/index.html' : 'target/classes/portal/index.js';
  once('target/web-inputs', shell ? inputs : [...inputs, 'src/main/web'], [result], () => (shell ? buildShell() : buildModule()));
} else if (step === 'test' && !switches.includes('true')) {
  run(process.cwd(), bin('vitest'), 'run', '--passWithNoTests', '--reporter=dot');
}

function packages(folder) {
  once(join(folder, 'node_modules/.crm-inputs'), [join(folder, 'package-lock.json')], [], () =>
    run(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'),
  );
}

function buildShell() {
  types();
  run(portal, bin('tsc'), '--noEmit');
  run(portal, bin('vite'), 'build', '--logLevel=warn');
}

/** A module's own components; their types are those of the shell, so they are checked here too. */
function buildModule() {
  const configuration = join(portal, 'target', `tsconfig.${createHash('sha1').update(process.cwd()).digest('hex').slice(0, 8)}.json`);
  mkdirSync(dirname(configuration), { recursive: true });
  writeFileSync(
    configuration,
    JSON.stringify({ extends: join(portal, 'tsconfig.json'), include: [join(process.cwd(), 'src/main/web')] }),
  );
  types();
  run(portal, bin('tsc'), '--noEmit', '-p', configuration);
  run(process.cwd(), bin('vite'), 'build', '--config', join(portal, 'vite.module.config.ts'), '--logLevel=warn');
}

/** The types of the API, made by whichever bundle is built first. */
function types() {
  const inputs = ['openapi.json', 'package-lock.json'].map((name) => join(portal, name));
  const result = join(portal, 'target/api.d.ts');
  once(join(portal, 'target/api-inputs'), inputs, [result], () =>
    run(portal, bin('openapi-typescript'), 'openapi.json', '-o', result),
  );
}

function once(stamp, inputs, results, work) {
  const digest = createHash('sha256');
  inputs.flatMap(files).forEach((file) => digest.update(file).update(readFileSync(file)));
  const now = digest.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && results.every((file) => existsSync(file))) {
    return;
  }
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function configurations(folder) {
  return readdirSync(folder).filter((name) => /^vite.*\.ts$/.test(name));
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).sort().map((name) => join(path, name)).filter((file) => statSync(file).isFile())
    : [path];
}

function bin(name) {
  return join(portal, 'node_modules/.bin', name);
}

function run(folder, command, ...parameters) {
  try {
    execFileSync(command, parameters, { cwd: folder, stdio: 'inherit' });
  } catch (failure) {
    console.error(`${command} ${parameters.join(' ')} in ${folder}: ${failure.message}`);
    process.exit(1);
  }
}
