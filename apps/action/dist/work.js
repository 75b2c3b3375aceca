// Made of apps/action/src by `npm run generate`; licences: apps/action/dist/licences.txt.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
const { href: url } = new URL('./work.unpacked.js', import.meta.url);
const hooks = registerHooks({
  resolve: (specifier, context, next) =>
    specifier === url ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
  load: (given, context, next) =>
    given === url ? { format: 'module', source: unpack(), shortCircuit: true } : next(given, context),
});
const unpack = () => brotliDecompressSync(readFileSync(new URL('./work.br', import.meta.url)));
export const { filesOfWorkspace, openGitHub, runAction } = await import(url);
hooks.deregister();
