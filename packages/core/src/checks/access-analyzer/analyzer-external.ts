import { defineCheck } from '../check.ts';
import { judgeRegions } from '../regional.ts';
import { coverOf, isActive, isExternal } from './analyzer-types.ts';

export const analyzerExternal = defineCheck({
  id: 'analyzer-external',
  title: 'An analyzer for external access is active in every Region',
  severity: 'high',
  subject: 'region',
  rationale:
    'It is free and tells of every bucket, key, queue and role that somebody outside may use. ' +
    'Analyzers for unused or internal access do not.',
  remedy:
    'aws accessanalyzer create-analyzer --type ACCOUNT --analyzer-name NAME, in each Region; or ' +
    'one of type ORGANIZATION in the management account or its delegate.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html',
  controls: ['LP-3'],
  needs: ['analyzers'],
  uses: ['organization'],
  run: ({ analyzers }, context, { organization }) =>
    judgeRegions(analyzers, context, (list, region) => {
      const external = list.filter(isExternal).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const evidence = {
        region,
        analyzers: external.map(({ name, type, status }) => `${name} (${type}, ${status})`),
      };
      const active = external.find(isActive);
      if (active !== undefined) {
        return [{ outcome: 'pass', message: `${active.name} is active in ${region}.`, evidence }];
      }
      if (external.some(({ status }) => status === 'CREATING')) {
        return [{ outcome: 'warn', message: `The analyzer in ${region} is being made.`, evidence }];
      }
      const message = `No analyzer for external access is active in ${region}`;
      const cover = coverOf(organization, context);
      if (cover === undefined) return [{ outcome: 'fail', message: `${message}.`, evidence }];
      return [
        {
          outcome: 'warn',
          message: `${message}; ${cover.message}.`,
          evidence: { ...evidence, ...cover.evidence },
        },
      ];
    }),
});
