import { describeAccessLaws } from './testing/access-laws.fixture.ts';

describeAccessLaws({ pairs: 150, requests: 100 });
