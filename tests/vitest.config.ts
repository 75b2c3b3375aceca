import { defineConfig, mergeConfig } from 'vitest/config';
import { pureTestConfig } from '../vitest.shared.ts';

// The root has no test task of its own (it would call itself), so the scripts' tests run here.
const scriptTests = ['../scripts/**/*.test.ts'];

export default defineConfig((env) =>
  mergeConfig(pureTestConfig(env), { test: { include: env.mode === 'full' ? [] : scriptTests } }),
);
