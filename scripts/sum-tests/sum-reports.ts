import { type JsonRecord, recordsAt } from '../read-json.ts';

export type TestReport = { path: string; report: JsonRecord };
export type TestSum = {
  passed: number;
  failed: string[];
  skipped: string[];
};

/**
 * Adds up Vitest's JSON reports. A file that could not be loaded counts as one failure, and so does
 * a step that failed although no report says why: no failure may vanish from the sum.
 *
 * @param failedSteps names of steps that exited non-zero; a step that runs tests is called after its
 *   report (`test` writes `test.json`).
 */
export function sumReports(input: {
  reports: readonly TestReport[];
  failedSteps: readonly string[];
}): TestSum {
  const sums = input.reports.map((item) => ({ path: item.path, ...sumReport(item) }));
  const unexplained = input.failedSteps.filter(
    (step) => !sums.some(({ path, failed }) => path.endsWith(`/${step}.json`) && failed.length > 0),
  );
  return {
    passed: sums.reduce((total, { passed }) => total + passed, 0),
    failed: [...sums.flatMap(({ failed }) => failed), ...unexplained.map((step) => `step ${step}`)],
    skipped: sums.flatMap(({ skipped }) => skipped),
  };
}

function sumReport({ path, report }: TestReport): TestSum {
  const files = recordsAt(report, 'testResults');
  const tests = files.flatMap((file) =>
    recordsAt(file, 'assertionResults').map((test) => ({
      name: `${path.split('/.results/')[0]}: ${test['fullName']}`,
      status: test['status'],
    })),
  );
  const namesOf = (matches: (status: unknown) => boolean) =>
    tests.filter(({ status }) => matches(status)).map(({ name }) => name);

  const failed = namesOf((status) => status !== 'passed' && !isSkipped(status));
  const unloaded = files
    .filter((file) => file['status'] === 'failed' && !hasFailedTest(file))
    .map((file) => `${file['name']}`);
  const broken = report['success'] !== true && failed.length + unloaded.length === 0 ? [path] : [];
  return {
    passed: namesOf((status) => status === 'passed').length,
    failed: [...failed, ...unloaded, ...broken],
    skipped: namesOf(isSkipped),
  };
}

function isSkipped(status: unknown): boolean {
  return status === 'skipped' || status === 'pending' || status === 'todo' || status === 'disabled';
}

function hasFailedTest(file: JsonRecord): boolean {
  return recordsAt(file, 'assertionResults').some((test) => test['status'] === 'failed');
}
