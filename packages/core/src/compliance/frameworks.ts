import cis30 from '../data/compliance/cis-3.0.json' with { type: 'json' };
import cis50 from '../data/compliance/cis-5.0.json' with { type: 'json' };
import cis60 from '../data/compliance/cis-6.0.json' with { type: 'json' };
import cis70 from '../data/compliance/cis-7.0.json' with { type: 'json' };
import iamBestPractices from '../data/compliance/iam-best-practices.json' with { type: 'json' };
import securityHub from '../data/compliance/security-hub.json' with { type: 'json' };
import { type Framework, readFramework } from './framework.ts';

/** Every framework there is, newest benchmark first. */
export const frameworks: readonly Framework[] = [
  cis70,
  cis60,
  cis50,
  cis30,
  securityHub,
  iamBestPractices,
].map(readFramework);

/** A framework, with the controls that one check answers, wholly or in part. */
export interface AnsweredControls {
  readonly framework: string;
  readonly title: string;
  readonly controls: readonly string[];
}

/** The controls of others that a check answers; empty where it answers to nobody else's. */
export function controlsOf(check: string): readonly AnsweredControls[] {
  return frameworks.flatMap(({ name, title, controls }) => {
    const ids = controls
      .filter(({ automation }) => automation.kind === 'checks' && automation.checks.includes(check))
      .map(({ id }) => id);
    return ids.length > 0 ? [{ framework: name, title, controls: ids }] : [];
  });
}
