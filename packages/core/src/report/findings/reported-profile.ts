import type { Profile } from '../../compliance/profiles.ts';
import type { ReportedProfile } from './findings-report.ts';

/** A profile as reports show it, with the controls that each check answers. */
export function reportedProfile({ name, title, framework }: Profile): ReportedProfile {
  const answers = (framework?.controls ?? []).flatMap(({ id, automation }) =>
    automation.kind === 'checks' ? automation.checks.map((check) => ({ check, id })) : [],
  );
  const byCheck = Map.groupBy(answers, ({ check }) => check);
  const controls = [...byCheck].map(([check, of]) => [check, of.map(({ id }) => id)] as const);
  return { id: name, title, controls: Object.fromEntries(controls) };
}
