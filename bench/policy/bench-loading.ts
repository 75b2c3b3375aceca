import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { distributionOf, formatMilliseconds, rows, target, timed } from './distribution.ts';

const rounds = 10;
const fromSources = ['--conditions=rolecall-source'];
const here = fileURLToPath(new URL('.', import.meta.url));

/** What it costs to have the package: time in Node, bytes in a browser. */
export async function benchLoading(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
  try {
    const bundle = await bundleForBrowsers({ minify: false });
    const file = join(folder, 'policy.mjs');
    writeFileSync(file, bundle.code);
    return [reportTimes(pathToFileURL(file).href), await describeBundle()].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function reportTimes(bundleUrl: string): string {
  const load = "await import('@rolecall/policy');";
  const times = timeProcesses([
    { name: 'empty', args: [], program: '' },
    { name: `as exported: ${entry([])}`, args: [], program: load },
    { name: `its sources: ${entry(fromSources)}`, args: fromSources, program: load },
    { name: 'bundled here', args: [], program: `await import('${bundleUrl}');` },
  ]);
  const [empty, exported] = times.map(({ p50 }) => p50);
  const more = (time: number) => time - (empty ?? 0);
  return [
    `Loading @rolecall/policy in a fresh process of Node, ${rounds} times`,
    rows(
      ['process', 'median', 'max', 'more than empty'],
      times.map(({ name, p50, max }) => [name, ...[p50, max, more(p50)].map(formatMilliseconds)]),
    ),
    target('as exported', more(exported ?? 0), 40),
  ].join('\n\n');
}

interface Process {
  readonly name: string;
  readonly args: readonly string[];
  readonly program: string;
}

/** One process of each kind in turn, round by round, so that all meet the same weather. */
function timeProcesses(processes: readonly Process[]) {
  const samples = processes.map((each) => {
    const times: number[] = [];
    return { ...each, times };
  });
  for (let round = 0; round < rounds; round++)
    for (const { args, program, times } of samples)
      times.push(timed(() => runNode(args, program)).milliseconds);
  return samples.map(({ name, times }) => ({ name, ...distributionOf(times) }));
}

/** The file that Node loads for the package, so that a row says what it measured. */
function entry(args: readonly string[]): string {
  const url = runNode(args, "console.log(import.meta.resolve('@rolecall/policy'));").trim();
  return url.split('/').slice(-2).join('/');
}

function runNode(args: readonly string[], program: string): string {
  const all = [...args, '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, all, { cwd: here, encoding: 'utf8' });
}

async function describeBundle(): Promise<string> {
  const { code, imports } = await bundleForBrowsers({ minify: true });
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;
  const compressed = kilobytes(gzipSync(code, { level: 9 }).length);
  const left = imports.length === 0 ? 'none, met' : `${imports.join(', ')}, MISSED`;
  return `Bundle for browsers, minified: ${kilobytes(Buffer.byteLength(code))}, ${compressed} with gzip; imports it cannot resolve, target none: ${left}`;
}

async function bundleForBrowsers({ minify }: { readonly minify: boolean }) {
  const input = fileURLToPath(import.meta.resolve('@rolecall/policy'));
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify });
  await bundle.close();
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  return {
    code: chunks.map((chunk) => chunk.code).join('\n'),
    imports: chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]),
  };
}
