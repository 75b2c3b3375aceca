import { describeOnPglite } from './testing/database.fixture.ts';
import { storeLaws } from './testing/store-laws.fixture.ts';

describeOnPglite('the store', storeLaws);
