#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets as far as finding the Node 24 of the lockfile.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const oldest = 24;

if (Number(process.versions.node.split('.')[0]) >= oldest) await import('../src/main.ts');
else runWith(bundledNode());

/** Comes with `npm ci` on Linux; elsewhere people bring their own. */
function bundledNode() {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
      'bin/node',
    );
  } catch {
    return undefined;
  }
}

function runWith(node) {
  if (node === undefined) {
    const hint = 'Install it from https://nodejs.org, or run `npm ci` on Linux, which brings one.';
    process.stderr.write(`error: Rolecall needs Node ${oldest} or later; this is `);
    process.stderr.write(`${process.version}.\n  ${hint}\n`);
    process.exitCode = 1;
    return;
  }
  const args = [import.meta.filename ?? process.argv[1], ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', ({ message }) => {
    process.stderr.write(`error: ${node} does not start: ${message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0);
  });
}
