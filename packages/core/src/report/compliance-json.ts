import { type ComplianceReport, controlStatuses } from '../compliance/report-compliance.ts';

/** What findings say of each control of a framework, for programs; `null` for our own profiles. */
export function complianceJson({ profile, controls }: ComplianceReport): object | null {
  const { name, framework } = profile;
  if (framework === undefined) return null;
  const { title, version, asOf, source } = framework;
  return {
    profile: name,
    title,
    version,
    asOf,
    source,
    /** Controls by status. */
    summary: Object.fromEntries(
      controlStatuses.map((status) => [
        status,
        controls.filter((each) => each.status === status).length,
      ]),
    ),
    controls: controls.map(({ control: { id, title: holds, level, severity }, ...judged }) => ({
      id,
      title: holds,
      level: level ?? null,
      severity: severity ?? null,
      ...judged,
    })),
  };
}
