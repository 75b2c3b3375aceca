import { describeOnPostgres } from '../testing/database.fixture.ts';
import { queueLaws } from '../testing/queue-laws.fixture.ts';

await describeOnPostgres('the queue', queueLaws);
