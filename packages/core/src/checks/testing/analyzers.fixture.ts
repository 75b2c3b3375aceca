import { unknown } from '../../model/part.ts';

export const deniedAnalyzers = unknown({
  code: 'ACCESS_DENIED',
  message: 'no',
  permission: 'access-analyzer:ListAnalyzers',
});

export function anAnalyzer(type: string, status = 'ACTIVE') {
  const name = type.toLowerCase();
  return { arn: `arn:analyzer/${name}`, name, type, status, tags: {} };
}

export function someFindings(counts: { [type: string]: number }, more = false) {
  return { counts, first: [{ id: '1', type: 'any', resource: 'arn:aws:s3:::b' }], more };
}
