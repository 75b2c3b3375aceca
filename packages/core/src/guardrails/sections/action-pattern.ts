import { meansKnownAction } from '../known-action.ts';
import { text } from './pattern-schemas.ts';

export const actionPattern = text
  .regex(/^(\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+)$/, 'must be an action such as iam:Create*')
  .refine(
    meansKnownAction,
    'means no action that is known; for a newer service, write a wildcard in its prefix',
  );
