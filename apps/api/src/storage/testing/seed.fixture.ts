import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '../database/open-pglite.ts';
import { openQueue } from '../queue/open-queue.ts';

let seed: Promise<Blob> | undefined;

/**
 * A migrated, empty database: starting from it takes a second, from nothing five. Made once a
 * machine for one state of the migrations and the lockfile, and read once a worker.
 */
export function readSeed(): Promise<Blob> {
  seed ??= load();
  return seed;
}

async function load(): Promise<Blob> {
  const file = join(tmpdir(), `rolecall-test-seed-${fingerprint()}.tgz`);
  if (!existsSync(file)) {
    const made = `${file}.${process.pid}`;
    writeFileSync(made, await make());
    renameSync(made, file);
  }
  return new Blob([readFileSync(file)], { type: 'application/x-gzip' });
}

async function make(): Promise<Buffer> {
  const database = await openPglite({ kind: 'pglite', folder: 'memory://' });
  const queue = await openQueue(database, { onError: (error) => console.error(error) });
  await queue.stop(0);
  const dump = await database.dump();
  await database.close();
  return Buffer.from(await dump.arrayBuffer());
}

function fingerprint(): string {
  const migrations = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations).sort()) {
    hash.update(readFileSync(new URL(name, migrations)));
  }
  hash.update(readFileSync(new URL('../queue/queues.ts', import.meta.url)));
  hash.update(readFileSync(new URL('../../../package.json', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}
