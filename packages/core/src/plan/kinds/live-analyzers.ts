import { analyzerKeyName } from '../../model/kinds/analyzer.ts';
import type { LiveOf } from '../../model/resource.ts';
import type { ReadPart } from './kind-spec.ts';

/** Those of the regions that answered. */
export function liveAnalyzers(part: ReadPart): readonly LiveOf<'analyzer'>[] {
  const rules = part('archiveRules') ?? {};
  return Object.entries(part('analyzers') ?? {}).flatMap(([region, found]) => {
    if (found.status === 'unknown') return [];
    const here = rules[region];
    return found.value.map((analyzer) => ({
      type: 'analyzer' as const,
      name: analyzerKeyName(region, analyzer.name),
      arn: analyzer.arn,
      region,
      analyzerName: analyzer.name,
      analyzerType: analyzer.type,
      unusedAccessAge: analyzer.unusedAccessAge,
      archiveRules: (here?.status === 'known' ? here.value[analyzer.arn] : undefined) ?? {},
      tags: analyzer.tags,
    }));
  });
}
