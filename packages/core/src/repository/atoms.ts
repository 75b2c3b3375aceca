/**
 * What a comparison does not know becomes a question with the same answer on both sides: "does this
 * resource match `arn:aws:s3:::${Bucket}/*`?" is a key of the request's context that is `true` or
 * not. Whatever value the unknown has, it gives each request some answers; the comparison holds
 * for all answers, so it holds for that value, wildcards and lists included.
 */
export interface Atoms {
  /** The key of a question. Equal identities are one question. */
  readonly keyOf: (question: Question) => string;
  /** The question that a key of a request's context asks, in whatever case. */
  readonly questionOf: (key: string) => Question | undefined;
}

export interface Question {
  readonly about: QuestionKind;
  /** As people read it. */
  readonly shown: string;
  readonly identity: string;
}

export type QuestionKind =
  | 'action-matches'
  | 'resource-matches'
  | 'principal-matches'
  | 'condition-holds'
  /** A condition of the template. */
  | 'when'
  /** A statement or document of which nothing is known. */
  | 'allowed-by'
  | 'denied-by';

export function createAtoms(): Atoms {
  const keys = new Map<string, string>();
  const questions = new Map<string, Question>();
  return {
    keyOf: (question) => {
      const { about, shown, identity } = question;
      const id = `${about} ${identity}`;
      const known = keys.get(id);
      if (known !== undefined) return known;
      // Keys are compared without regard to case, and hold no characters beyond Latin-1.
      const name = shown.replaceAll(/[^\x21-\x7e]+/g, '_').slice(0, 160);
      const plain = `rolecall:${about}/${name}`;
      let key = plain;
      for (let count = 2; questions.has(key.toLowerCase()); count++) key = `${plain}~${count}`;
      keys.set(id, key);
      questions.set(key.toLowerCase(), question);
      return key;
    },
    questionOf: (key) => questions.get(key.toLowerCase()),
  };
}

/** A question and the answer that a statement needs. */
export interface Answer {
  readonly question: Question;
  readonly holds: boolean;
}
