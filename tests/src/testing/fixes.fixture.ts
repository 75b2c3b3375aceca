import { createAccountPort, createClients, createFixPort } from '@rolecall/aws';
import {
  applyFixes,
  checkAccount,
  checkSettingsSchema,
  type Finding,
  type FixChoice,
  type FixPlan,
  type FixPort,
  type FixReport,
  findCheck,
  partsForChecks,
  partsForFixes,
  planAccountFixes,
  readFixPlan,
  runChecks,
} from '@rolecall/core';
import { createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import { createClock } from './account.fixture.ts';

export interface FixAccountOptions {
  readonly settings?: object;
  readonly caller?: string;
}

export interface FixAccount {
  readonly sandbox: Sandbox;
  readonly fixPort: FixPort;
  check(id: string): Promise<readonly Finding[]>;
  plan(ids: readonly string[], choice?: FixChoice): Promise<FixPlan>;
  apply(plan: FixPlan, options?: ApplyOptions): Promise<FixReport>;
  /** Past the age at which AWS makes a new credential report. */
  waitForReport(): Promise<void>;
  writes(): readonly string[];
}

export interface ApplyOptions {
  readonly fixPort?: FixPort;
  readonly signal?: AbortSignal;
}

/** An account of this scenario, with the real reader and the real calls in front of it. */
export function openFixAccount(
  scenario: object,
  { settings = {}, caller }: FixAccountOptions = {},
): FixAccount {
  const clock = createClock();
  const sandbox = createSandbox({
    now: clock.now,
    scenario: parseScenario(JSON.stringify(scenario), 'test'),
    ...(caller !== undefined && { caller }),
  });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  const port = createAccountPort(clients, clock);
  const live = createFixPort(clients);
  const parsed = checkSettingsSchema.parse({ regions: ['us-east-1'], ...settings });
  const checksOf = (ids: readonly string[]) => ids.flatMap((id) => findCheck(id) ?? []);
  return {
    sandbox,
    fixPort: live,
    check: async (id) => {
      const checks = checksOf([id]);
      return (await checkAccount({ port, checks, settings: parsed, now: clock.now() })).findings;
    },
    plan: async (ids, choice = {}) => {
      const checks = checksOf(ids);
      const parts = [...new Set([...partsForChecks(checks), ...partsForFixes])];
      const snapshot = await port.collect({ parts, regions: parsed.regions });
      const findings = runChecks({ checks, snapshot, settings: parsed, now: clock.now() });
      return planAccountFixes({ port: live, findings, choice, snapshot, settings: parsed });
    },
    apply: async (plan, { fixPort = live, signal = new AbortController().signal } = {}) =>
      applyFixes({
        plan: readFixPlan(JSON.parse(JSON.stringify(plan)), 'fixes.json'),
        port,
        fixPort,
        sleep: clock.sleep,
        signal,
        onResult: () => {},
      }),
    waitForReport: () => clock.sleep(5 * 3600 * 1000),
    writes: () =>
      sandbox.calls
        .map(({ action }) => action)
        .filter((action) => !/:(Get|List|Generate|Simulate|Describe)/.test(action)),
  };
}
