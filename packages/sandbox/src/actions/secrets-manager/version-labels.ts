import type { StoredSecret } from '../../account/secrets.ts';
import { AwsError } from '../../aws-error.ts';

const current = 'AWSCURRENT';
const previous = 'AWSPREVIOUS';

/** Of all versions together; source: Secrets Manager User Guide, quotas, 2026-11. */
const mostLabels = 20;

export function holderOf({ versions }: StoredSecret, label: string): string | undefined {
  return [...versions].find(([, { labels }]) => labels.includes(label))?.[0];
}

/** A label is on one version only; the version that is no longer current becomes the previous one. */
export function moveLabel(secret: StoredSecret, label: string, to: string): void {
  const from = holderOf(secret, label);
  if (from === to) return;
  takeLabel(secret, label);
  giveLabel(secret, label, to);
  if (label !== current || from === undefined) return;
  takeLabel(secret, previous);
  giveLabel(secret, previous, from);
}

function takeLabel({ versions }: StoredSecret, label: string): void {
  for (const version of versions.values()) {
    version.labels = version.labels.filter((one) => one !== label);
  }
}

function giveLabel({ versions }: StoredSecret, label: string, id: string): void {
  const version = versions.get(id);
  if (version === undefined) throw notFound();
  const all = [...versions.values()].flatMap(({ labels }) => labels);
  if (all.length >= mostLabels) {
    throw new AwsError('LimitExceededException', 400, 'You have too many staging labels.');
  }
  version.labels = [...version.labels, label];
}

/** Moves a label as it is asked for, or takes it off where nothing says to what version it goes. */
export function updateLabel(
  secret: StoredSecret,
  {
    label,
    from,
    to,
  }: {
    readonly label: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
): void {
  const holder = holderOf(secret, label);
  if (holder !== undefined && holder !== from && holder !== to) {
    throw invalid(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${label} is currently attached to version ${holder}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  }
  if (from !== undefined && holder !== from) {
    throw invalid(`The staging label ${label} isn't currently attached to version ${from}.`);
  }
  if (to !== undefined) moveLabel(secret, label, to);
  else if (label === current) throw invalid(`You can't remove the staging label ${current}.`);
  else takeLabel(secret, label);
}

export function notFound(): AwsError {
  const message = "Secrets Manager can't find the specified secret.";
  return new AwsError('ResourceNotFoundException', 400, message);
}

export function exists(message: string): AwsError {
  return new AwsError('ResourceExistsException', 400, message);
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', 400, message);
}
