import { defineCheck } from '../check.ts';
import { judgeRegions } from '../regional.ts';
import { sumFindings } from './active-findings.ts';
import { isUnused } from './analyzer-types.ts';

export const analyzerUnusedFindings = defineCheck({
  id: 'analyzer-unused-findings',
  title: 'No finding of unused access is open',
  severity: 'medium',
  subject: 'region',
  rationale:
    'Each is a role, password, key or permission that was not used for as long as the analyzer ' +
    'was told.',
  remedy:
    'Delete what is not used; of permissions, aws accessanalyzer generate-finding-recommendation ' +
    'writes what to keep.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-work-with-findings.html',
  controls: ['LP-3'],
  needs: ['analyzers', 'analyzerFindings'],
  run: ({ analyzers, analyzerFindings }, context) =>
    judgeRegions(analyzerFindings, context, (findings, region) => {
      const listed = analyzers[region];
      if (listed === undefined || listed.status === 'unknown') return [];
      const { count, more, counts, resources, ...found } = sumFindings(
        listed.value,
        findings,
        isUnused,
      );
      if (found.analyzers.length === 0) return [];
      const evidence = { region, counts, resources: [...resources] };
      if (count === 0) {
        return [{ outcome: 'pass', message: `No open findings in ${region}.`, evidence }];
      }
      const many = `${more ? 'at least ' : ''}${count}`;
      const message = `In ${region} ${many} findings are open: ${resources.join(', ')}.`;
      return [{ outcome: 'fail', message, evidence }];
    }),
});
