import type { CheckSettings } from '../model/settings.ts';
import type { ThresholdName, Thresholds } from './framework.ts';

/** Which of two values lets less pass. */
const stricter: { readonly [N in ThresholdName]: 'lower' | 'higher' } = {
  credentialUnusedDays: 'lower',
  accessKeyMaxAgeDays: 'lower',
  passwordMinimumLength: 'higher',
  passwordReusePrevention: 'higher',
  passwordMaxAgeDays: 'lower',
  forbidLongLivedKeys: 'higher',
};

export interface Threshold {
  readonly setting: ThresholdName;
  readonly value: number | boolean;
}

/** The limits that are set, one by one. */
export function listThresholds(thresholds: Thresholds): readonly Threshold[] {
  return thresholdNames.flatMap((setting) => {
    const value = thresholds[setting];
    return value === undefined ? [] : [{ setting, value }];
  });
}

const thresholdNames: readonly ThresholdName[] = [
  'credentialUnusedDays',
  'accessKeyMaxAgeDays',
  'passwordMinimumLength',
  'passwordReusePrevention',
  'passwordMaxAgeDays',
  'forbidLongLivedKeys',
];

/** Whether `value` lets less pass than `other`. */
export function isStricter(
  setting: ThresholdName,
  { value, other }: { readonly value: number | boolean; readonly other: number | boolean },
): boolean {
  const difference = Number(value) - Number(other);
  return stricter[setting] === 'lower' ? difference < 0 : difference > 0;
}

/** Of each limit the strictest that any control sets. */
export function strictest(all: readonly Thresholds[]): Partial<CheckSettings> {
  const chosen = new Map<ThresholdName, number | boolean>();
  for (const { setting, value } of all.flatMap(listThresholds)) {
    const other = chosen.get(setting);
    if (other === undefined || isStricter(setting, { value, other })) chosen.set(setting, value);
  }
  return Object.fromEntries(chosen);
}
