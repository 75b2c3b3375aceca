import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { replayOn } from './replay-statements.ts';
import type { Recording, RecordingsMade } from './side-record.ts';
import { obeyOrders } from './side-report.ts';

export interface ReplayInput {
  readonly url: string;
  readonly poolSize: number;
  readonly recordings: RecordingsMade;
}

// What the service asks the database, and nothing besides: no checks, headers, log or limits.
const { url, poolSize, recordings }: ReplayInput = JSON.parse(process.argv[2] ?? '');
const pool = new Pool({ connectionString: url, max: poolSize, keepAlive: true });
const app = Fastify();

const read = replayOn(pool, recordings.read);
app.get('/read', async () => (await read({ id: recordings.read.id, key: '' }))[0]);
createOn('/draft', recordings.draft);
createOn('/check-run', recordings.checkRun);
obeyOrders({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });

function createOn(path: string, recording: Recording): void {
  const create = replayOn(pool, recording);
  app.post(path, async (request, reply) => {
    const id = randomUUID();
    await create({ id, key: String(request.headers['idempotency-key']) });
    return reply.code(recording.status).send({ ...recording.body, id });
  });
}
