import { z } from 'zod';
import { analyzerTypes } from '../../../model/kinds/analyzer.ts';
import { analyzerFacets } from '../../kinds/analyzer-facets.ts';
import { membersOf } from '../members-of.ts';
import { membersIn } from './names-in.ts';
import { madeSteps, shownSteps, type Undo } from './undo.ts';

const settingsSchema = z.object({
  analyzerType: z.enum(analyzerTypes),
  unusedAccessAge: z.number().optional(),
});
const values = z.array(z.string()).optional();
const filter = z.record(
  z.string(),
  z.object({ eq: values, neq: values, contains: values, exists: z.boolean().optional() }),
);

export const undoAnalyzer: Undo<'analyzer'> = {
  facets: analyzerFacets,
  steps: (operation) => {
    if (operation.facet !== '') return shownSteps(operation);
    const { archiveRules, tags = {}, ...settings } = membersOf(operation.after);
    const rules = Object.entries(membersOf(archiveRules));
    return madeSteps({
      settings,
      ...Object.fromEntries(rules.map(([name, rule]) => [`archiveRules/${name}`, rule])),
      tags,
    });
  },
  desired: ({ name, address }, facets) => {
    const settings = settingsSchema.safeParse(facets.settings);
    // One of a type that came later than this version cannot be made again by it.
    if (!settings.success) return undefined;
    const [region = '', ...rest] = name.split('/');
    const { analyzerType, unusedAccessAge } = settings.data;
    return {
      type: 'analyzer',
      name,
      address,
      position: undefined,
      region,
      analyzerName: rest.join('/'),
      analyzerType,
      unusedAccessAge,
      archiveRules: z.record(z.string(), filter).parse(membersIn('archiveRules', facets)),
      exclusive: true,
      tags: z.record(z.string(), z.string()).parse(facets.tags ?? {}),
      adopt: false,
    };
  },
};
