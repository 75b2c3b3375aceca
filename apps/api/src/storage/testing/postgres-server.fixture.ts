import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL for tests; `stop` removes all of it. */
export interface PostgresServer {
  /** Makes an empty database and answers its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server as a power cut would and starts it again on the same data, after `downMs`. */
  restart(downMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The server that `DATABASE_URL` names, else one of our own from the binaries that
 * `pg_config --bindir` finds. Where there is neither: undefined, and the reason is printed.
 */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return onServer(given);
  try {
    return await startOwn(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim());
  } catch (error) {
    console.warn(`Tests on PostgreSQL are skipped: ${String(error)}`);
    return undefined;
  }
}

async function startOwn(binaries: string): Promise<PostgresServer> {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const options = ['-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
    const server = spawn(join(binaries, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
    await untilReady(url);
    return server;
  };
  let server = await start();
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  return {
    ...onServer(url),
    async restart(downMs = 0) {
      await end('SIGQUIT');
      await setTimeout(downMs);
      server = await start();
    },
    async stop() {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function onServer(url: string): PostgresServer {
  const made: string[] = [];
  return {
    async createDatabase() {
      const name = `rolecall_test_${randomBytes(6).toString('hex')}`;
      await query(url, `create database ${name}`);
      made.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    restart: () => Promise.reject(new Error('the server of DATABASE_URL is not ours to restart')),
    async stop() {
      for (const name of made) await query(url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** PostgreSQL refuses to run as root: another user, where we are root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one, then.
    }
  }
  throw new Error('there is no user to run it as: neither postgres nor nobody');
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (attempt >= 200) throw error;
      await setTimeout(50);
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
