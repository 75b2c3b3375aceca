import { parseArn, parseIamArn } from '@rolecall/policy';
import type { Finding } from '../model/finding.ts';

/** What tells several findings of one check about one subject apart; empty where nothing does. */
export function findingKey({ id, check, subject }: Finding): string {
  return id.slice(`${check}:${subject}#`.length);
}

/** The name that the subject goes by: of IAM's things its last part, of others the resource. */
export function subjectName({ subject }: Pick<Finding, 'subject'>): string {
  const iam = parseIamArn(subject);
  if (iam !== undefined) return iam.name;
  const resource = parseArn(subject)?.resource ?? subject;
  return resource.slice(resource.lastIndexOf('/') + 1);
}

/** Strings of a list in the evidence; none where it is no such list. */
export function evidenceList({ evidence }: Finding, name: string): readonly string[] {
  const value = evidence[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => (typeof item === 'string' ? [item] : []));
}
