import { describeOnPostgres } from './testing/database.fixture.ts';
import { storeLaws } from './testing/store-laws.fixture.ts';

await describeOnPostgres('the store', storeLaws);
