import { defineConfig, mergeConfig } from 'vitest/config';
import { testConfig } from '../vitest.shared.ts';

// The root has no test task of its own (it would call itself), so the scripts' tests run here.
const scriptTests = ['../scripts/**/*.test.ts'];

export default defineConfig((env) =>
  mergeConfig(testConfig(env), { test: { include: env.mode === 'full' ? [] : scriptTests } }),
);
