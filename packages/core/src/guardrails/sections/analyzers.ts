import { z } from 'zod';
import { analyzerTypes } from '../../model/kinds/analyzer.ts';
import { pattern } from './pattern-schemas.ts';

export const analyzers = z
  .strictObject({
    types: z
      .array(z.enum(analyzerTypes))
      .optional()
      .describe('Those that may be declared. All but ACCOUNT and ORGANIZATION cost money.'),
    required: z
      .array(pattern)
      .default([])
      .describe('Regions, with * and ?, whose last analyzer of access from outside has to stay.'),
    archiveRules: z
      .strictObject({
        mayHidePublic: z
          .boolean()
          .default(false)
          .describe('Lets rules archive findings of access for everyone.'),
        narrowedBy: z
          .array(pattern)
          .min(1)
          .optional()
          .describe('Properties of which each rule has to name one by eq, such as resource.'),
      })
      .optional()
      .describe('What may be archived before anybody has seen it.'),
  })
  .describe('Analyzers of Access Analyzer.')
  .meta({ id: 'AnalyzerRules' });
