import { pureTestConfig } from '../../vitest.shared.ts';

export default pureTestConfig;
