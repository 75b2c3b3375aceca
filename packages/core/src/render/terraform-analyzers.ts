import { analyzersByRegion } from './analyzers-by-region.ts';
import { type HclArgument, hclBlock, hclList, hclQuoted } from './hcl.ts';
import type { OpenResources } from './open-resources.ts';
import { labelOf, type TerraformNames } from './terraform-names.ts';
import { terraformTags } from './terraform-tags.ts';

/** Each says its region, which resources may since version 6 of the provider. */
export function terraformAnalyzers(
  { sections }: OpenResources,
  { label, attribute, once, text }: TerraformNames,
): readonly string[] {
  const list = (values: readonly string[] | undefined) => values && hclList(values.map(text));
  return analyzersByRegion(sections).flatMap(({ key, region, analyzerName, declared }) => {
    const own = label('analyzer', key);
    const { type, unusedAccessAge, archiveRules, tags } = declared;
    const inRegion: HclArgument = ['region', hclQuoted([region])];
    return [
      hclBlock(
        ['resource', 'aws_accessanalyzer_analyzer', own],
        [
          inRegion,
          ['analyzer_name', hclQuoted([analyzerName])],
          ['type', hclQuoted([type])],
          [
            'configuration',
            unusedAccessAge === undefined
              ? undefined
              : {
                  block: [
                    [
                      'unused_access',
                      { block: [['unused_access_age', { code: String(unusedAccessAge) }]] },
                    ],
                  ],
                },
          ],
          ['tags', terraformTags(tags)],
        ],
      ),
      ...Object.entries(archiveRules).map(([rule, { filter }]) =>
        hclBlock(
          ['resource', 'aws_accessanalyzer_archive_rule', once(`${own}_${labelOf(rule)}`)],
          [
            inRegion,
            ['analyzer_name', attribute('analyzer', key, 'analyzer_name')],
            ['rule_name', hclQuoted([rule])],
            ...Object.entries(filter).map(
              ([property, { eq, neq, contains, exists }]): HclArgument => [
                'filter',
                {
                  block: [
                    ['criteria', hclQuoted([property])],
                    ['eq', list(eq)],
                    ['neq', list(neq)],
                    ['contains', list(contains)],
                    ['exists', exists === undefined ? undefined : { code: String(exists) }],
                  ],
                },
              ],
            ),
          ],
        ),
      ),
    ];
  });
}
