import { type MeasuredSource, openMeasuredService } from '@rolecall/api';
import { obeyOrders } from './side-report.ts';

/** What a client of the service has to know. */
export interface ServiceStarted {
  readonly url: string;
  readonly token: string;
  readonly requestId: string;
  readonly accountId: string;
}

// The service without its workers, so that all that this process does is done for requests.
const source: MeasuredSource = JSON.parse(process.argv[2] ?? '');
const { app, token, requestId, accountId } = await openMeasuredService(source);
const url = await app.listen({ host: '127.0.0.1', port: 0 });
obeyOrders({ url, token, requestId, accountId } satisfies ServiceStarted);
