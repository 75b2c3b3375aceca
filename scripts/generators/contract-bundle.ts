import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The typed client as JavaScript, for portals that install it: Node strips no types of what lies
 * below `node_modules`. What it depends on is installed beside it.
 */
export async function produceContractBundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: join(import.meta.dirname, '../../packages/contract'),
    entryPoints: ['src/index.ts'],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    banner: { js: '// Made of src/index.ts by `npm run generate`.' },
  });
  return outputFiles.map(({ text }) => text).join('');
}
