import { RolecallError } from '@rolecall/core';

/**
 * The API states no length, but no service takes a policy larger than this: 32 KB is what a KMS key
 * policy may have. Counted without white space, as IAM does.
 */
export const longestPolicy = 32_768;

/** Entries of one list, and characters of one resource. Source: service model, 2019-11-01. */
const mostEntries = 100;
const longestResource = 2_048;

interface Policy {
  readonly action: string;
  /** Whose document, for the message, e.g. `the new policy`. */
  readonly of: string;
}

/** Refuses, before anything is sent or paid for, a text that cannot be a policy. */
export function checkPolicyText(text: string, { action, of }: Policy): void {
  if (text.trim() === '') throw refusal(action, `${of} is empty`, 'Give a policy document.');
  const length = lengthWithoutSpace(text);
  if (length <= longestPolicy) return;
  throw refusal(
    action,
    `${of} has ${length} characters without white space, and no policy may have more than ${longestPolicy}`,
    'Ask for each policy by itself, or rely on the offline answer.',
  );
}

interface AccessLists {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Refuses lists that CheckAccessNotGranted does not take. */
export function checkAccessLists({ actions, resources }: AccessLists, action: string): void {
  if (actions.length + resources.length === 0) {
    throw refusal(action, 'no action and no resource is named', 'Name what must not be granted.');
  }
  for (const [name, list] of Object.entries({ actions, resources })) {
    if (list.length > mostEntries) {
      throw refusal(
        action,
        `${list.length} ${name} are named, and one call takes ${mostEntries}`,
        'Ask in several calls; each is paid for.',
      );
    }
  }
  const long = resources.find(({ length }) => length > longestResource);
  if (long !== undefined) {
    throw refusal(
      action,
      `a resource has ${long.length} characters, and one may have ${longestResource}`,
      'Shorten it with a wildcard.',
    );
  }
}

function lengthWithoutSpace(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) length += 1;
  }
  return length;
}

function refusal(action: string, why: string, hint: string): RolecallError {
  return new RolecallError('PARAMETER_INVALID', `${action} was not sent: ${why}.`, {
    action,
    hint,
  });
}
