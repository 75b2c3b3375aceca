import { describeAccessLaws } from './testing/access-laws.fixture.ts';

describeAccessLaws({ pairs: 3000, requests: 150 });
