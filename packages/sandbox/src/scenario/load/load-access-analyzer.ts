import type { AnalyzerFinding } from '../../account/analyzers.ts';
import { iamArn } from '../../account/arn.ts';
import { uuid } from '../../account/identifiers.ts';
import type { Loading } from '../loading.ts';
import type { Scenario } from '../scenario.ts';

type GivenFinding = Scenario['analyzers'][number]['findings'][number];

/** Analyzers with what they found, and jobs that made policies. */
export function loadAccessAnalyzer(loading: Loading): void {
  const { account, scenario, ago, region } = loading;
  for (const given of scenario.analyzers) {
    const where = region(given.region);
    const start = `arn:${account.partition}:access-analyzer:${where}:${account.id}`;
    const arn = `${start}:analyzer/${given.name}`;
    const isUnused = given.type.endsWith('_UNUSED_ACCESS');
    account.analyzers.set(arn, {
      arn,
      name: given.name,
      type: given.type,
      region: where,
      status: given.status,
      createdAt: ago(given.createdDaysAgo),
      unusedAccessAge: given.unusedAccessAge ?? (isUnused ? 90 : undefined),
      tags: given.tags,
      archiveRules: new Map(
        Object.entries(given.archiveRules).map(([name, filter]) => {
          const at = ago(given.createdDaysAgo);
          return [name, { filter, createdAt: at, updatedAt: at }];
        }),
      ),
      findings: given.findings.flatMap((finding, index) =>
        makeFindings(loading, finding, `${arn}/${index}`),
      ),
    });
  }
  account.policyGenerations = scenario.policyGenerations.map((job, index) => ({
    id: uuid(`${account.id}/generation/${index}`),
    region: region(job.region),
    principalArn: iamArn(account, job.principal),
    status: job.status,
    startedAt: ago(job.startedDaysAgo),
  }));
}

function makeFindings(
  { ago, fill }: Loading,
  { count, createdDaysAgo, resource, ...given }: GivenFinding,
  seed: string,
): AnalyzerFinding[] {
  return Array.from({ length: count }, (_, index) => ({
    ...given,
    id: uuid(`${seed}/${index}`),
    resource: fill(resource),
    createdAt: ago(createdDaysAgo),
  }));
}
