import { describeOnPglite } from '../testing/database.fixture.ts';
import { queueLaws } from '../testing/queue-laws.fixture.ts';

describeOnPglite('the queue', queueLaws);
