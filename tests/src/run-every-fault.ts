import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pointsLeftOut, type ShardReport } from './testing/fault-points.fixture.ts';

/** Tries every fault at every call, in as many processes as there are cores. */
async function runEveryFault(): Promise<boolean> {
  const of = availableParallelism();
  const shards = Array.from({ length: of }, (_, place) => place + 1);
  await Promise.all(shards.map((index) => rm(reportOf(index), { force: true })));
  const codes = await Promise.all(shards.map((index) => runShard(`${index}/${of}`, index)));
  const reports = await Promise.all(shards.map(readReport));
  for (const [place, { calls, tried }] of reports.entries())
    print(`Shard ${place + 1} of ${of}: ${tried.length} points of a plan of ${calls} calls.`);
  const leftOut = pointsLeftOut(reports);
  const sum = reports.reduce((before, { tried }) => before + tried.length, 0);
  print(`${sum} points were tried, ${leftOut.length} left out.`);
  for (const { fault, point } of leftOut.slice(0, 10)) print(`  ${fault} at call ${point}`);
  return sum > 0 && leftOut.length === 0 && codes.every((code) => code === 0);
}

async function runShard(shard: string, index: number): Promise<unknown> {
  const file = 'src/fault-injection.full.test.ts';
  const output = `--outputFile.json=.results/faults-${index}-vitest.json`;
  const child = spawn('vitest', ['run', '--mode', 'full', output, file], {
    env: { ...process.env, ROLECALL_SHARD: shard },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code;
}

/** A shard that broke off before its end has none, and tried nothing. */
async function readReport(index: number): Promise<ShardReport> {
  const text = await readFile(reportOf(index), 'utf8').catch(() => '{"calls":0,"tried":[]}');
  return JSON.parse(text);
}

function reportOf(index: number): string {
  return `.results/faults-${index}.json`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = (await runEveryFault()) ? 0 : 1;
