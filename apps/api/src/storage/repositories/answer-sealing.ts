import type { IdempotentRequest } from '../../http/idempotency.ts';

/** Answers may hold a secret that is shown once: at rest they are sealed. */
export interface AnswerSealing {
  /** How what is sealed now begins. */
  readonly prefix: string;
  seal(text: string, about: string): string;
  open(sealed: string, about: string): string;
}

export interface Resealed {
  readonly resealed: number;
  /** No key fits. */
  readonly unreadable: number;
}

/** What the seal of an answer is bound to. */
export function aboutOf({ caller, key }: Pick<IdempotentRequest, 'caller' | 'key'>): string {
  return `idempotency-keys/${caller}/${key}`;
}

/** Undefined where no key fits. */
export function sealedAnew(
  sealing: AnswerSealing,
  sealed: string,
  about: string,
): string | undefined {
  try {
    return sealing.seal(sealing.open(sealed, about), about);
  } catch {
    return undefined;
  }
}
