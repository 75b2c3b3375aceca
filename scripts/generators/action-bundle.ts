import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Metafile, type OnLoadResult, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Its files, by name. `main.js` is what GitHub runs; it loads the others. */
export const actionFiles = ['main.js', 'work.js'] as const;

/**
 * The action as a few files: `uses:` checks the repository out and installs nothing. The same from
 * every checkout, so that a check can prove it current.
 */
export async function produceActionFile(name: (typeof actionFiles)[number]): Promise<string> {
  const text = (await bundleAction()).files.get(name);
  if (text === undefined) throw new Error(`the bundle has no ${name}`);
  return text;
}

export interface ActionBundle {
  readonly files: ReadonlyMap<string, string>;
  /** Of what it is made. */
  readonly metafile: Metafile;
}

let bundle: Promise<ActionBundle> | undefined;

/** The bundle, made once for all who ask. */
export function bundleAction(): Promise<ActionBundle> {
  bundle ??= makeBundle();
  return bundle;
}

/**
 * Two builds, for two parts that share little: whoever refuses to run should not load all the rest.
 * What esbuild splits by itself are dozens of files.
 */
async function makeBundle(): Promise<ActionBundle> {
  const [main, work] = await Promise.all([bundlePart('main'), bundlePart('work')]);
  return {
    files: new Map([main, work].map(({ name, text }) => [name, text])),
    metafile: {
      inputs: { ...main.metafile.inputs, ...work.metafile.inputs },
      outputs: { ...main.metafile.outputs, ...work.metafile.outputs },
    },
  };
}

async function bundlePart(part: 'main' | 'work') {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`apps/action/src/${part}.ts`],
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
    outfile: `apps/action/dist/${part}.js`,
    write: false,
    metafile: true,
    banner: {
      js: [
        '// Made of apps/action/src by `npm run generate`; licences: apps/action/dist/licences.txt.',
        "import { createRequire as rolecallRequire } from 'node:module';",
        'const require = rolecallRequire(import.meta.url);',
      ].join('\n'),
    },
    plugins: [workOutside, packedData, plainHttp, withoutUndici, withoutSignIn, englishOnly],
  });
  return { name: `${part}.js`, text: outputFiles.map(({ text }) => text).join(''), metafile };
}

/** The part that main.js loads when it has found nothing wrong. */
const workOutside: Plugin = {
  name: 'work outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/work\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './work.js', external: true } : undefined,
    );
  },
};

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

/** A module that unpacks this JSON, when something of it is asked for. */
function unpacking(json: string): OnLoadResult {
  const data = Buffer.from(json);
  const packed = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  }).toString('base64');
  const unpack = `JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString('utf8'))`;
  const isLarge = data.length > 500_000;
  return {
    loader: 'js',
    contents: [
      "import { brotliDecompressSync } from 'node:zlib';",
      ...(isLarge ? ['let data;', `const unpack = () => (data ??= ${unpack});`, lazily] : []),
      ...(isLarge ? [] : [`export default ${unpack};`]),
    ].join('\n'),
  };
}

const lazily = `export default new Proxy({}, {
  get: (_, key) => unpack()[key],
  has: (_, key) => key in unpack(),
  ownKeys: () => Reflect.ownKeys(unpack()),
  getOwnPropertyDescriptor: (_, key) => {
    const found = Reflect.getOwnPropertyDescriptor(unpack(), key);
    return found && { ...found, configurable: true };
  },
});`;

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

/**
 * `import` of node:http reads all of its members, and one of them loads a whole HTTP client: a fifth
 * of the time to start. Asked for as an object it does not.
 */
const plainHttp: Plugin = {
  name: 'plain http',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path, kind }) =>
      kind === 'require-call' ? undefined : { path: path.replace('node:', ''), namespace: 'http' },
    );
    onLoad({ filter: /./, namespace: 'http' }, ({ path }) => ({
      loader: 'js',
      contents: [
        `const module = process.getBuiltinModule('node:${path}');`,
        'export default module;',
        'export const { Agent, globalAgent, request } = module;',
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
