import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Metafile, type OnLoadResult, type Plugin } from 'esbuild';
import { minify } from 'rolldown/experimental';
import { withoutProse } from './without-prose.ts';

const root = join(import.meta.dirname, '../..');

/** Its files, by name. `main.js` is what GitHub runs; it loads the others. */
export const actionFiles = [
  'main.js',
  'work.js',
  'work.br',
  'action-data.gen.br',
  'aws-managed-policies.gen.br',
  'data.br',
  'endpoints.br',
] as const;

/**
 * The action as a few files: `uses:` checks the repository out and installs nothing. The same from
 * every checkout, so that a check can prove it current.
 */
export async function produceActionFile(
  name: (typeof actionFiles)[number],
): Promise<string | Uint8Array> {
  const content = (await bundleAction()).files.get(name);
  if (content === undefined) throw new Error(`the bundle has no ${name}`);
  return content;
}

export interface ActionBundle {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
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
    files: new Map<string, string | Uint8Array>([
      ...[main, work].map(({ name, text }) => [name, text] as const),
      ...main.data,
      ...work.data,
    ]),
    metafile: {
      inputs: { ...main.metafile.inputs, ...work.metafile.inputs },
      outputs: { ...main.metafile.outputs, ...work.metafile.outputs },
    },
  };
}

async function bundlePart(part: 'main' | 'work') {
  const data = new Map<string, Uint8Array>();
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
    plugins: [
      workOutside,
      withoutWorkloads,
      zodByMember,
      sharedData(data),
      packedData(data),
      plainHttp,
      oneHttpClient,
      withoutUndici,
      withoutSignIn,
      briefErrors,
      briefPackages,
      withoutEventStreams,
      withoutJsonSchema,
      withoutYamlWriting,
      englishOnly,
    ],
  });
  const name = `${part}.js`;
  const whole = outputFiles.map(({ text }) => text).join('');
  const { code } = await minify(name, whole, { module: true, compress: { target: 'es2024' } });
  if (part === 'main') return { name, text: `${banner}${code}`, data, metafile };
  const exports = Object.values(metafile.outputs).flatMap((output) => output.exports);
  data.set('work.br', brotliCompressSync(`${requireBanner}${code}`));
  return { name, text: unpackingWork(exports), data, metafile };
}

const origin =
  '// Made of apps/action/src by `npm run generate`; licences: apps/action/dist/licences.txt.\n';
const requireBanner = [
  "import { createRequire as rolecallRequire } from 'node:module';",
  'const require = rolecallRequire(import.meta.url);\n',
].join('\n');
const banner = `${origin}${requireBanner}`;

/**
 * A module that stands for the compressed one, under its own name in stack traces. A quarter of the
 * size is what every job downloads, and unpacking it takes less time than reading it.
 */
function unpackingWork(exports: readonly string[]): string {
  return `${origin}import { readFileSync } from 'node:fs';
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
export const { ${exports.toSorted().join(', ')} } = await import(url);
hooks.deregister();
`;
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

/**
 * Readers of services that only checks on request ask: their clients weigh more than all the rest.
 * What they read is unknown in the action, and says why.
 */
const withoutWorkloads: Plugin = {
  name: 'without workloads',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/collect\/lazy\/[^/]+\.ts$/ }, async ({ path }) => {
      const exported = [
        ...(await readFile(path, 'utf8')).matchAll(/^export (?:async )?function (\w+)/gm),
      ];
      return {
        loader: 'js',
        resolveDir: dirname(path),
        contents: [
          "import { RolecallError } from '@rolecall/core';",
          'const absent = async () => {',
          "  throw new RolecallError('UNAVAILABLE_HERE', 'The action does not read this: check it with the command `rolecall check`.');",
          '};',
          ...exported.map(([, name]) => `export const ${name} = absent;`),
        ].join('\n'),
      };
    });
  },
};

/**
 * Large data goes in compressed: a megabyte of it is a fifth of that. The largest lie beside the
 * code, as bytes.
 */
function packedData(files: Map<string, Uint8Array>): Plugin {
  return {
    name: 'packed data',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.gen\.json$/ }, async ({ path }) =>
        unpacking(basename(path, '.json'), await readFile(path, 'utf8'), files),
      );
      // The table of GitHub's thousand operations.
      onLoad(
        { filter: /rest-endpoint-methods\/dist-src\/generated\/endpoints\.js$/ },
        async ({ path }) => {
          const module: { readonly default: unknown } = await import(path);
          return unpacking(basename(path, '.js'), JSON.stringify(module.default), files);
        },
      );
    },
  };
}

/** What is small goes into one file: what one says the next says again. */
function sharedData(files: Map<string, Uint8Array>): Plugin {
  const texts = new Map<string, unknown>();
  return {
    name: 'shared data',
    setup: ({ onLoad, onResolve, onEnd }) => {
      // Dozens of imports, which a bundler names one by one.
      onLoad({ filter: /\/catalogue-files\.ts$/ }, async ({ path }) => {
        const folder = join(dirname(path), 'catalogue');
        const names = (await readdir(folder)).toSorted();
        const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
        texts.set(
          'blueprints',
          files.map((file) => withoutProse(JSON.parse(file))),
        );
        return {
          loader: 'js',
          resolveDir: folder,
          contents:
            "import data from 'rolecall-data'; export const catalogueFiles = data.blueprints;",
        };
      });
      onLoad(
        { filter: /\/(catalogue|core\/src\/data)\/(.+\/)?[^/.]+(\.\d+)?\.json$/ },
        async ({ path }) => {
          const name = relative(root, path);
          texts.set(name, JSON.parse(await readFile(path, 'utf8')));
          return {
            loader: 'js',
            resolveDir: dirname(path),
            contents: `import data from 'rolecall-data'; export default data['${name}'];`,
          };
        },
      );
      onResolve({ filter: /^rolecall-data$/ }, ({ path }) => ({
        path,
        namespace: 'rolecall-data',
      }));
      onLoad({ filter: /./, namespace: 'rolecall-data' }, () => ({
        loader: 'js',
        contents: [
          "import { readFileSync } from 'node:fs';",
          "import { brotliDecompressSync } from 'node:zlib';",
          "const packed = readFileSync(new URL('./data.br', import.meta.url));",
          "export default JSON.parse(brotliDecompressSync(packed).toString('utf8'));",
        ].join('\n'),
      }));
      onEnd(() => {
        if (texts.size === 0) return;
        // Files are loaded in no certain order.
        const sorted = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1));
        files.set('data.br', brotliCompressSync(JSON.stringify(Object.fromEntries(sorted))));
      });
    },
  };
}

/** A module that unpacks this JSON, when something of it is asked for. */
function unpacking(name: string, json: string, files: Map<string, Uint8Array>): OnLoadResult {
  const data = Buffer.from(json);
  const packed = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  });
  const isBeside = packed.length > 5_000;
  if (isBeside) files.set(`${name}.br`, packed);
  const bytes = isBeside
    ? `readFileSync(new URL('./${name}.br', import.meta.url))`
    : `Buffer.from('${packed.toString('base64')}', 'base64')`;
  const unpack = `JSON.parse(brotliDecompressSync(${bytes}).toString('utf8'))`;
  const isLarge = data.length > 500_000;
  return {
    loader: 'js',
    contents: [
      "import { readFileSync } from 'node:fs';",
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

/** The toolkit's two parts each bring the HTTP client, in two versions that they use alike. */
const oneHttpClient: Plugin = {
  name: 'one http client',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@actions\/http-client$/ }, () => ({
      path: join(root, 'node_modules/@actions/http-client/lib/index.js'),
    }));
  },
};

/**
 * The SDK has a class for every error of a service, thirty lines each; they differ in name and in
 * whose fault it is. What else an answer says is set on the error after it is made.
 */
const briefErrors: Plugin = {
  name: 'brief errors',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/.+\/models\/errors\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const base = /^import \{ \w+ as __BaseException \} from "[^"]+";$/m.exec(text)?.[0];
      const classes = [...text.matchAll(/^export class (\w+) extends __BaseException \{$/gm)];
      const faults = [...text.matchAll(/^ {4}\$fault = "(client|server)";$/gm)];
      if (base === undefined || classes.length !== faults.length) return undefined;
      return {
        loader: 'js',
        contents: [
          base,
          briefError,
          ...classes.map(
            ([, name], index) =>
              `export const ${name} = brief('${name}', '${faults[index]?.[1]}');`,
          ),
        ].join('\n'),
      };
    });
  },
};

const briefError = `const brief = (name, fault) => class Brief extends __BaseException {
  name = name;
  $fault = fault;
  constructor(options) {
    super({ name, $fault: fault, ...options });
    Object.setPrototypeOf(this, Brief.prototype);
  }
};`;

/** Of its package.json a client of the SDK asks its version, for the User-Agent. */
const briefPackages: Plugin = {
  name: 'brief packages',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/.+\/package\.json$/ }, async ({ path }) => {
      const { version }: { readonly version: unknown } = JSON.parse(await readFile(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};

/** No service that the action asks streams events; the SDK loads this where one does. */
const withoutEventStreams: Plugin = {
  name: 'without event streams',
  setup: ({ onResolve, onLoad }) => {
    const name = /^@smithy\/core\/event-streams$/;
    onResolve({ filter: name }, ({ path }) => ({ path, namespace: 'event-streams' }));
    onLoad({ filter: name, namespace: 'event-streams' }, () => ({
      loader: 'js',
      contents: [
        'const absent = () => { throw new Error("The action streams no events."); };',
        'export const EventStreamSerde = absent;',
        'export const eventStreamSerdeProvider = absent;',
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

/** Schemas are turned to JSON Schema when files are generated, not when they are used. */
const withoutJsonSchema: Plugin = {
  name: 'without JSON Schema',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/ },
      async (file) => {
        const module: object = await import(file.path);
        return {
          loader: 'js',
          contents: [
            'const absent = () => () => undefined;',
            ...Object.keys(module).map((name) => `export const ${name} = absent;`),
          ].join('\n'),
        };
      },
    );
  },
};

/**
 * The action reads YAML and writes none. What is asked for a text all the same, as of a key that is a
 * list, is its JSON.
 */
const withoutYamlWriting: Plugin = {
  name: 'without YAML writing',
  setup: ({ onLoad }) => {
    onLoad({ filter: /yaml\/dist\/(stringify\/\w+|parse\/cst-\w+)\.js$/ }, async ({ path }) => {
      const names = (await readFile(path, 'utf8')).matchAll(/^exports\.(\w+) = \w+;$/gm);
      return {
        loader: 'js',
        contents: [
          'const text = (value) => JSON.stringify(value);',
          ...[...names].map(([, name]) =>
            name === 'createStringifyContext'
              ? `exports.${name} = () => ({});`
              : `exports.${name} = text;`,
          ),
        ].join('\n'),
      };
    });
  },
};

/** Of a namespace only the members that are used go in; of the object `z` all of them would. */
const zodByMember: Plugin = {
  name: 'zod by member',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/(packages|apps)\/\w+\/src\/.+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace("import { z } from 'zod';", "import * as z from 'zod';");
      return contents === text ? undefined : { loader: 'ts', contents };
    });
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
