import { describeLife } from './testing/life-laws.fixture.ts';

describeLife(4);
