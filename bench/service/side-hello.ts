import Fastify from 'fastify';
import { obeyOrders } from './side-report.ts';

// The least that Fastify does for a request.
const app = Fastify();
app.get('/', async () => ({ hello: 'world' }));
obeyOrders({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
