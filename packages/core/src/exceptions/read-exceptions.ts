import type { z } from 'zod';
import { explainIssues } from '../manifest/explain-issues.ts';
import type { SourcePath } from '../manifest/yaml-places.ts';
import { parseYaml } from '../manifest/yaml-source.ts';
import { type Diagnostic, refuse, type SourcePosition } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Exception, type ExceptionTarget, exceptionScope, expiryOf } from './exception.ts';
import { exceptionsSchema } from './schema.ts';

export interface ReadExceptionsOptions {
  /** Ids of the checks that there are: an exception for another one is a slip. */
  readonly checks: readonly string[];
  readonly now: Date;
}

/**
 * Reads the exceptions in `text`; `file` is how errors call it. Fails with every fault of form at
 * once (`EXCEPTIONS_INVALID`), each with its line and column. One that has expired is no fault of
 * form: `exceptFindings` tells of it.
 */
export function readExceptions(
  file: string,
  text: string,
  options: ReadExceptionsOptions,
): readonly Exception[] {
  const source = parseYaml(file, text);
  if (source.diagnostics.length > 0) return invalid(file, source.diagnostics);
  const result = exceptionsSchema.safeParse(source.value ?? {});
  if (!result.success)
    return invalid(file, explainIssues(result.error.issues, source, exceptionsSchema));
  const exceptions = result.data.exceptions.map((each, index) =>
    toException(each, source.locate(['exceptions', index])),
  );
  const scopes = exceptions.map(exceptionScope);
  const firsts = new Map(scopes.map((scope, index) => [scope, index] as const).toReversed());
  const faults = exceptions.flatMap((exception, index) =>
    faultsOf(exception, firsts.get(scopes[index] ?? '') !== index, options).map(
      ({ at, message, hint }): Diagnostic => ({
        code: 'EXCEPTIONS_INVALID',
        message: `exceptions.${index}: ${message}.`,
        position: source.locate(['exceptions', index, ...at]),
        hint,
      }),
    ),
  );
  return faults.length > 0 ? invalid(file, faults) : exceptions;
}

type Written = z.infer<typeof exceptionsSchema>['exceptions'][number];

function toException(written: Written, position: SourcePosition): Exception {
  const { check, subject, tag = '', key, reason, owner, expires, evenUnknown } = written;
  const target: ExceptionTarget =
    subject === undefined ? tagTarget(tag) : { kind: 'subject', pattern: subject };
  return {
    checks: [check].flat(),
    target,
    ...(key !== undefined && { key }),
    reason,
    owner,
    expires,
    evenUnknown,
    position,
  };
}

function tagTarget(tag: string): ExceptionTarget {
  const at = tag.indexOf('=');
  return { kind: 'tag', name: tag.slice(0, at), value: tag.slice(at + 1) };
}

interface Fault {
  readonly at: SourcePath;
  readonly message: string;
  readonly hint?: string | undefined;
}

function faultsOf(
  exception: Exception,
  isTwice: boolean,
  { checks, now }: ReadExceptionsOptions,
): readonly Fault[] {
  const strangers = exception.checks.filter((id) => id !== '*' && !checks.includes(id));
  const faults: Fault[] = strangers.map((id) => {
    const near = nearestName(id, checks);
    return {
      at: ['check'],
      message: `there is no check "${id}"`,
      hint: near === undefined ? undefined : `Did you mean "${near}"?`,
    };
  });
  if (expiryOf(exception) > now.getTime() + longestMs)
    faults.push({ at: ['expires'], message: 'must be at most a year ahead' });
  if (isTwice) faults.push({ at: [], message: 'is there twice' });
  return faults;
}

/** A leap year, to the end of its last day. */
const longestMs = 367 * 24 * 60 * 60 * 1000;

function invalid(file: string, faults: readonly Diagnostic[]): never {
  return refuse(
    `${file} holds no valid exceptions.`,
    faults.map((fault) => ({
      ...fault,
      code: 'EXCEPTIONS_INVALID',
      message: fault.message.replace(/^The manifest /, 'The file '),
    })),
  );
}
