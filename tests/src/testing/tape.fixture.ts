import type { HttpAnswer, HttpRequest, Sandbox } from '@rolecall/sandbox';

type Account = Pick<Sandbox, 'handleHttp' | 'save'>;

/** What was asked in a run of which everything is known, and the account as it was before. */
interface Recorded {
  readonly asked: string;
  readonly answer: Promise<HttpAnswer>;
  readonly bringBack: () => void;
}

/** Stands before an account, whose answers go on it. */
export interface Tape {
  before(account: Account): Pick<Sandbox, 'handleHttp'>;
  /** Everything from now on. */
  record(): void;
  /**
   * So many of the next calls get the answers that they got then; after them the account is as it was
   * then, and answers itself. What is asked has to be the same: anything else throws.
   */
  play(calls: number): void;
  /** The account answers everything. */
  stop(): void;
}

/** For runs that are the same up to a point, and need the account from there on only. */
export function createTape(): Tape {
  const recorded: Recorded[] = [];
  let recording = false;
  let played = 0;
  let length = 0;

  const next = (request: HttpRequest): Promise<HttpAnswer> => {
    const at = recorded[played];
    played += 1;
    if (at?.asked === nameOf(request)) return at.answer;
    throw new Error(`call ${played} is ${nameOf(request)}, and was ${at?.asked}`);
  };
  const stop = (): void => {
    recording = false;
    length = 0;
    played = 0;
  };
  return {
    before: ({ handleHttp, save }) => ({
      // Each way takes as long, in turns of the event loop: calls at the same time keep their order.
      handleHttp: (request) => {
        if (played < length) return next(request);
        if (!recording) return handleHttp(request);
        const bringBack = save();
        const answer = handleHttp(request);
        recorded.push({ asked: nameOf(request), answer, bringBack });
        return answer;
      },
    }),
    record: () => {
      recorded.length = 0;
      recording = true;
    },
    play: (calls) => {
      stop();
      length = calls;
      recorded[calls]?.bringBack();
    },
    stop,
  };
}

function nameOf({ method, path, headers, body }: HttpRequest): string {
  return [method, headers['host'], path, headers['x-amz-target'], body].join(' ');
}
