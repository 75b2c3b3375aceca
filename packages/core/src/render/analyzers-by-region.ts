import { usualUnusedAccessAge } from '../manifest/kinds/analyzer.ts';
import { analyzerKeyName } from '../model/kinds/analyzer.ts';
import type { ResourceSections } from '../model/resource-sections.ts';

/** One analyzer for each region that its declaration names, with the age that it has in the end. */
export function analyzersByRegion({ analyzers }: Pick<ResourceSections, 'analyzers'>) {
  return Object.entries(analyzers).flatMap(([analyzerName, declared]) => {
    const unusedAccessAge = declared.type.endsWith('_UNUSED_ACCESS')
      ? (declared.unusedAccessAge ?? usualUnusedAccessAge)
      : undefined;
    return declared.regions.map((region) => ({
      key: analyzerKeyName(region, analyzerName),
      region,
      analyzerName,
      declared: { ...declared, unusedAccessAge },
    }));
  });
}
