import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const cache = join(import.meta.dirname, 'node_modules/.cache/tests');

// Most of what a process of Node does at its start is to compile what did not change. Workers and
// the programs that tests start inherit this.
process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');

const fullTests = '**/*.full.test.ts';

/**
 * One configuration for every workspace. `vitest run` takes the fast tests, `vitest run --mode full`
 * only the slow ones (`*.full.test.ts`: emulators, long fuzzing), each with its own report.
 */
export const testConfig = configOf('every file');

/** Of packages without state of their own: their files share modules, which halves the time. */
export const pureTestConfig = configOf('none');

/** Where only the slow tests do what others would notice: servers that are killed, long loads. */
export const serviceTestConfig = configOf('full files');

function configOf(isolated: 'every file' | 'full files' | 'none') {
  return defineConfig(({ mode }) => {
    const full = mode === 'full';
    const isolate = isolated === 'every file' || (full && isolated === 'full files');
    return {
      // The sources of packages that others load as one built file.
      ssr: { resolve: { conditions: ['rolecall-source', 'node'], externalConditions: ['node'] } },
      test: {
        isolate,
        fsModuleCache: true,
        fsModuleCachePath: join(cache, 'modules'),
        include: full ? [fullTests] : ['**/*.test.ts'],
        exclude: full ? configDefaults.exclude : [...configDefaults.exclude, fullTests],
        passWithNoTests: full,
        testTimeout: full ? 300_000 : 60_000,
        hookTimeout: full ? 300_000 : 30_000,
        reporters: ['default', 'json'],
        outputFile: { json: full ? '.results/test-full.json' : '.results/test.json' },
      },
    };
  });
}
