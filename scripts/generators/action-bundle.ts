import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type OnLoadResult, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * The action as one file, which is what GitHub runs: `uses:` checks the repository out and installs
 * nothing. The same from every checkout, so that a check can prove it current.
 */
export async function produceActionBundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['apps/action/src/main.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    conditions: ['rolecall-source', 'module'],
    supported: { 'import-attributes': true },
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    banner: {
      js: [
        '// Made of apps/action/src by `npm run generate`; licences: apps/action/dist/licences.txt.',
        "import { createRequire as rolecallRequire } from 'node:module';",
        'const require = rolecallRequire(import.meta.url);',
      ].join('\n'),
    },
    plugins: [packedData, withoutUndici, withoutSignIn, englishOnly],
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Large data goes in compressed: a megabyte of it is a fifth of that. */
const packedData: Plugin = {
  name: 'packed data',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.gen\.json$|\/catalogue\/[^/]+\.json$/ }, async ({ path }) =>
      unpacking(await readFile(path, 'utf8')),
    );
    // The table of GitHub's thousand operations.
    onLoad(
      { filter: /rest-endpoint-methods\/dist-src\/generated\/endpoints\.js$/ },
      async (file) => {
        const module: { readonly default: unknown } = await import(file.path);
        return unpacking(JSON.stringify(module.default));
      },
    );
  },
};

/** A module that unpacks this JSON. */
function unpacking(json: string): OnLoadResult {
  const data = Buffer.from(json);
  const packed = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  }).toString('base64');
  return {
    loader: 'js',
    contents: [
      "import { brotliDecompressSync } from 'node:zlib';",
      `export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString('utf8'));`,
    ].join('\n'),
  };
}

/**
 * The toolkit brings a second HTTP client for the sake of proxies, larger than all of the action.
 * Node's own takes them from the environment: main.ts sees to that.
 */
const withoutUndici: Plugin = {
  name: 'without undici',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'rolecall' }));
    onLoad({ filter: /^undici$/, namespace: 'rolecall' }, () => ({
      loader: 'js',
      contents: [
        'export class ProxyAgent {}',
        'export const fetch = (url, { dispatcher, ...options } = {}) => globalThis.fetch(url, options);',
      ].join('\n'),
    }));
  },
};

/** Nobody signs in by a browser on a runner; who has a profile that says so gets a clear answer. */
const withoutSignIn: Plugin = {
  name: 'without sign-in',
  setup: ({ onResolve, onLoad }) => {
    const names = /^@aws-sdk\/credential-provider-(sso|login)$/;
    onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'sign-in' }));
    onLoad({ filter: names, namespace: 'sign-in' }, () => ({
      loader: 'js',
      contents: [
        'const refuse = () => () => Promise.reject(Object.assign(',
        "  new Error('Profiles with a sign-in in a browser do not work in the action.'),",
        "  { name: 'CredentialsProviderError', tryNextLink: true }));",
        'export const fromSSO = refuse;',
        'export const fromLoginCredentials = refuse;',
        'export const validateSsoProfile = (profile) => profile;',
        'export const isSsoProfile = () => false;',
      ].join('\n'),
    }));
  },
};

/** Zod speaks fifty languages. */
const englishOnly: Plugin = {
  name: 'English only',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      loader: 'js',
      contents: "export { default as en } from './en.js';",
    }));
    onLoad({ filter: /zod\/v4\/classic\/from-json-schema\.js$/ }, () => ({
      loader: 'js',
      contents: "export const fromJSONSchema = () => { throw new Error('not in this bundle'); };",
    }));
  },
};
