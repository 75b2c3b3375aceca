import type { CheckGroup } from '../check-group.ts';

export const federationChecks: CheckGroup = {
  title: 'Identity providers and certificates',
  checks: [],
};
