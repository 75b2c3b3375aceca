import type { Json } from '@rolecall/policy';
import type { FindingFilter } from '../../model/kinds/analyzer.ts';
import type { LiveOf } from '../../model/resource.ts';
import type { Facets } from '../plan.ts';

type Live = LiveOf<'analyzer'>;

/** All that a plan compares of an analyzer, by the names that operations have for it. */
export function analyzerFacets(live: Live): Facets {
  return {
    settings: analyzerSettings(live),
    ...Object.fromEntries(
      Object.entries(live.archiveRules).map(([name, filter]) => [
        `archiveRules/${name}`,
        filterJson(filter),
      ]),
    ),
    tags: live.tags,
  };
}

export function analyzerSettings({
  analyzerType,
  unusedAccessAge,
}: Pick<Live, 'analyzerType' | 'unusedAccessAge'>) {
  return { analyzerType, ...(unusedAccessAge === undefined ? {} : { unusedAccessAge }) };
}

/** Values are sets. */
export function filterJson(filter: FindingFilter): Json {
  return Object.fromEntries(
    Object.entries(filter).map(([property, { eq, neq, contains, exists }]) => [
      property,
      {
        ...(eq === undefined ? {} : { eq: [...eq].sort() }),
        ...(neq === undefined ? {} : { neq: [...neq].sort() }),
        ...(contains === undefined ? {} : { contains: [...contains].sort() }),
        ...(exists === undefined ? {} : { exists }),
      },
    ]),
  );
}
