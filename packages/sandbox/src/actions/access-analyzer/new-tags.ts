import { fixedLimits } from '../../account/quotas.ts';
import { refuse } from '../../aws-error.ts';

type Tags = Readonly<Record<string, string>>;

/** Tags as an analyzer may have them. */
export function newTags(tags: Tags): Tags {
  const keys = Object.keys(tags);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    refuse('ValidationError', 'Tag keys that start with aws: are reserved for system tags.');
  }
  if (keys.length > fixedLimits.tags) refuse('ValidationError', 'Too many tags.');
  return tags;
}
