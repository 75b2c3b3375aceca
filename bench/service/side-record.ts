import { randomUUID } from 'node:crypto';
import { type MeasuredSource, openMeasuredService } from '@rolecall/api';
import { recordStatements, type Statement } from './record-statements.ts';
import { checkRunOf, draftOf, readOf, type ServiceRequest } from './service-requests.ts';
import { obeyOrders } from './side-report.ts';

/** What one request had the service ask the database, and what of it is that request's own. */
export interface Recording {
  readonly statements: readonly Statement[];
  /** The request's key, and the id of what it made. */
  readonly key: string;
  readonly id: string;
  /** What was answered. */
  readonly status: number;
  readonly body: object;
}

export interface RecordingsMade {
  readonly read: Recording;
  readonly draft: Recording;
  readonly checkRun: Recording;
}

// The very service that is measured, on its database; each request twice, and the second counts.
const source: MeasuredSource = JSON.parse(process.argv[2] ?? '');
const service = await openMeasuredService(source);
const made: RecordingsMade = {
  read: await record(readOf(service)),
  draft: await record(draftOf(service)),
  checkRun: await record(checkRunOf(service)),
};
await service.close();
obeyOrders(made);

async function record(request: ServiceRequest): Promise<Recording> {
  await send(request, randomUUID());
  const key = randomUUID();
  let answered = { status: 0, body: {}, id: '' };
  const statements = await recordStatements(async () => {
    answered = await send(request, key);
  });
  return { ...answered, statements, key };
}

async function send({ method, path, headers, body, keyed }: ServiceRequest, key: string) {
  const response = await service.app.inject({
    method,
    url: path,
    headers: { ...headers, ...(keyed ? { 'idempotency-key': key } : {}) },
    ...(body === undefined ? {} : { payload: body }),
  });
  const answer: { id: string } = response.json();
  if (response.statusCode >= 300) throw new Error(response.body);
  return { status: response.statusCode, body: answer, id: answer.id };
}
