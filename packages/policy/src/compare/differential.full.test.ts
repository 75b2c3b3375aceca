import { describeAccessLaws } from './testing/access-laws.fixture.ts';

describeAccessLaws({ pairs: 1500, requests: 120 });
