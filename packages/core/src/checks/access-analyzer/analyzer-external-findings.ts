import { defineCheck } from '../check.ts';
import { judgeRegions } from '../regional.ts';
import { sumFindings } from './active-findings.ts';
import { isExternal } from './analyzer-types.ts';

export const analyzerExternalFindings = defineCheck({
  id: 'analyzer-external-findings',
  title: 'No finding of access from outside is open',
  severity: 'high',
  subject: 'region',
  rationale:
    'Each is something that somebody outside the account may use, and that nobody has said is meant.',
  remedy:
    'Look at each: take the access away, or archive the finding when it is meant, best by an archive ' +
    'rule that names principal and resource.',
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
        isExternal,
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
