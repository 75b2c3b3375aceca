import { analyzerKeyName } from '../../model/kinds/analyzer.ts';
import type { KindDeclaration } from './kind-declaration.ts';

/** The API's own default in days, said so that plans show it. */
export const usualUnusedAccessAge = 90;

export const analyzerDeclaration: KindDeclaration<'analyzer'> = {
  declare: ({ analyzers }, declaredAs) =>
    Object.entries(analyzers).flatMap(([analyzerName, declared]) =>
      declared.regions.map((region) => {
        const name = analyzerKeyName(region, analyzerName);
        const { mark, ...about } = declaredAs('analyzer', name, {
          path: ['analyzers', analyzerName],
          life: declared,
        });
        const { type: analyzerType, unusedAccessAge, exclusive, tags, adopt } = declared;
        const isUnused = analyzerType.endsWith('_UNUSED_ACCESS');
        return {
          ...about,
          region,
          analyzerName,
          analyzerType,
          unusedAccessAge: isUnused ? (unusedAccessAge ?? usualUnusedAccessAge) : undefined,
          archiveRules: Object.fromEntries(
            Object.entries(declared.archiveRules).map(([rule, { filter }]) => [rule, filter]),
          ),
          exclusive,
          tags: { ...tags, ...mark },
          adopt,
        };
      }),
    ),
  arn: ({ name }, { partition, account }) => {
    const [region, analyzerName] = name.split('/');
    return `arn:${partition}:access-analyzer:${region}:${account}:analyzer/${analyzerName}`;
  },
};
