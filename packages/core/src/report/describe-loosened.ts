import type { Loosened } from '../compliance/judge-finding.ts';

/** `judged with credentialUnusedDays 60, where the control wants 45`. */
export function describeLoosened({ setting, wanted, ran }: Loosened): string {
  return `Judged with ${setting} ${ran}, as your settings say; the control wants ${wanted}.`;
}
