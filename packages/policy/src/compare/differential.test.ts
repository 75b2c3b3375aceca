import { describeAccessLaws } from './testing/access-laws.fixture.ts';

describeAccessLaws({ pairs: 120, requests: 100 });
