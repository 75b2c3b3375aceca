import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../../packages/policy');

/**
 * `packages/policy` as one file, which is what everyone but its own tests and the type checker
 * loads: Node takes half a second to strip the types of two hundred files, and a few milliseconds
 * to read one. The action data stays a file of its own.
 */
export async function producePolicyBundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    supported: { 'import-attributes': true },
    charset: 'utf8',
    write: false,
    banner: { js: '// Made of src/index.ts by `npm run generate`.' },
    plugins: [dataOutside],
  });
  return outputFiles.map(({ text }) => text).join('');
}

const dataOutside: Plugin = {
  name: 'action data outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/data\/[^/]*\.gen\.json$/ }, ({ path }) => ({
      path: `../data/${path.slice(path.lastIndexOf('/') + 1)}`,
      external: true,
    }));
  },
};
