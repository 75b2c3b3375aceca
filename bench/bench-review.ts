import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Plan,
  planningRequest,
  planSnapshot,
  projectSnapshot,
  readManifest,
  type Snapshot,
} from '@rolecall/core';
import { filesOfRoles, openLargeAccount } from './large-account.ts';

const rounds = 3;
const sizes = [2_500, 5_000, 10_000];
const includeRetired = false;
const script = fileURLToPath(new URL('review-once.ts', import.meta.url));
const description = 'As it is';

interface ReviewedOnce {
  readonly changes: number;
  readonly risks: number;
  readonly reviewMs: number;
  readonly megabytes: number;
}

/** Reviews what a plan means, of manifests of one, two and four times a size. */
export async function benchReview(log: (text: string) => void): Promise<void> {
  await benchOne('every role is created', newRoles, log);
  await benchOne('a policy that every role has allows more', widerPolicy, log);
}

async function benchOne(
  what: string,
  fill: (folder: string, roles: number) => Promise<void>,
  log: (text: string) => void,
): Promise<void> {
  const folders: string[] = [];
  try {
    for (const roles of sizes) {
      const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'));
      folders.push(folder);
      await fill(folder, roles);
    }
    const runs = sizes.map((): ReviewedOnce[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, folder] of folders.entries()) runs[index]?.push(reviewOnce(folder));
    }
    log(
      `Reviewing a plan by which ${what}, in a process of its own that planned it ` +
        `(medians of ${rounds} rounds)\n\n${tableOf(runs)}`,
    );
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

async function newRoles(folder: string, roles: number): Promise<void> {
  const { snapshot } = await planOf(write(folder, roles));
  writeFileSync(join(folder, 'account.json'), JSON.stringify(snapshot));
}

async function widerPolicy(folder: string, roles: number): Promise<void> {
  const { snapshot, plan } = await planOf(write(folder, roles, ['sqs:SendMessage']));
  write(folder, roles, ['sqs:SendMessage', 'sqs:PurgeQueue']);
  writeFileSync(join(folder, 'account.json'), JSON.stringify(appliedTo(snapshot, plan)));
}

type Files = ReturnType<typeof filesOfRoles>;

function write(folder: string, roles: number, shared?: readonly string[]): Files {
  mkdirSync(join(folder, 'roles'), { recursive: true });
  const files = filesOfRoles(roles, { description, ...(shared && { shared }) });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return files;
}

async function planOf(files: Files) {
  const included = Object.keys(files).filter((file) => file !== 'rolecall.yaml');
  const source = { read: async (file: string) => files[file] ?? '', match: async () => included };
  const manifest = await readManifest(source, 'rolecall.yaml');
  const { port } = openLargeAccount({ users: 0, roles: 0, policies: 0 });
  const snapshot = await port.collect(planningRequest(manifest));
  return { snapshot, plan: planSnapshot({ manifest, snapshot, includeRetired }).plan };
}

/** Applying ten thousand roles takes minutes; what comes of it is known exactly, marks of policies too. */
function appliedTo(snapshot: Snapshot, plan: Plan): Snapshot {
  const { parts, ...rest } = projectSnapshot(snapshot, plan);
  const marks = plan.changes.flatMap(({ arn, operations }) =>
    operations.flatMap((call) =>
      call.action === 'iam:CreatePolicy'
        ? [
            [
              arn,
              { tags: Object.fromEntries(call.input.Tags.map(({ Key, Value }) => [Key, Value])) },
            ],
          ]
        : [],
    ),
  );
  const policySettings = { status: 'known' as const, value: Object.fromEntries(marks) };
  return { ...rest, parts: { ...parts, policySettings } };
}

function reviewOnce(folder: string): ReviewedOnce {
  return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }));
}

function tableOf(runs: readonly (readonly ReviewedOnce[])[]): string {
  const base = median((runs[0] ?? []).map(({ reviewMs }) => reviewMs));
  const rows = runs.map((each, index) => {
    const reviewMs = median(each.map((run) => run.reviewMs));
    const megabytes = median(each.map((run) => run.megabytes));
    return (
      `| ${(sizes[index] ?? 0).toLocaleString('en')} | ${each[0]?.changes ?? 0} | ` +
      `${each[0]?.risks ?? 0} | ${reviewMs.toFixed(0)} ms | ${(reviewMs / base).toFixed(2)} | ` +
      `${megabytes.toFixed(0)} MB |`
    );
  });
  return [
    '| roles | changes | risks | review | ratio | peak memory of the process |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
