import type { Json } from '@rolecall/policy';
import type { FindingFilter } from '../model/kinds/analyzer.ts';
import { analyzersByRegion } from './analyzers-by-region.ts';
import type { OpenResources } from './open-resources.ts';
import type { TemplateNames } from './template-names.ts';
import {
  some,
  type TemplateResource,
  templateResource,
  templateTags,
} from './template-resource.ts';

/** A stack lies in one region: each analyzer stands under the condition that it is its own. */
export function analyzerResources(
  { sections }: OpenResources,
  { idOf }: TemplateNames,
  text: (value: string) => Json,
): readonly TemplateResource[] {
  return analyzersByRegion(sections).map(({ key, region, analyzerName, declared }) => {
    const { type, unusedAccessAge, archiveRules, tags } = declared;
    const [id, kind, properties] = templateResource(
      idOf('analyzer', key),
      'AccessAnalyzer::Analyzer',
      {
        AnalyzerName: analyzerName,
        Type: type,
        AnalyzerConfiguration:
          unusedAccessAge === undefined
            ? undefined
            : { UnusedAccessConfiguration: { UnusedAccessAge: unusedAccessAge } },
        ArchiveRules: some(
          Object.entries(archiveRules).map(([RuleName, { filter }]) => ({
            RuleName,
            Filter: filterOf(filter, text),
          })),
        ),
        Tags: templateTags(tags),
      },
    );
    return [id, kind, properties, region];
  });
}

function filterOf(filter: FindingFilter, text: (value: string) => Json): readonly Json[] {
  return Object.entries(filter).map(([Property, { eq, neq, contains, exists }]) => ({
    Property,
    ...(eq && { Eq: eq.map(text) }),
    ...(neq && { Neq: neq.map(text) }),
    ...(contains && { Contains: contains.map(text) }),
    ...(exists !== undefined && { Exists: exists }),
  }));
}

/** `InEuCentral1`: no resource is called so, for their ids begin with what they are. */
export function regionCondition(region: string): string {
  const words = region.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `In${words.join('')}`;
}

export function regionConditions(declared: readonly TemplateResource[]): {
  readonly [name: string]: Json;
} {
  const regions = declared.flatMap(([, , , region]) => region ?? []);
  return Object.fromEntries(
    regions.map((region) => [
      regionCondition(region),
      { 'Fn::Equals': [{ Ref: 'AWS::Region' }, region] },
    ]),
  );
}
