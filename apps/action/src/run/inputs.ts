import { posix } from 'node:path';
import { RolecallError, type Severity, severities } from '@rolecall/core';
import type { InputName } from './input-table.ts';

export const modes = ['check', 'plan', 'apply', 'drift'] as const;
export type Mode = (typeof modes)[number];

/** What the workflow asked for. */
export interface Inputs {
  readonly mode: Mode;
  readonly manifest: string;
  readonly policies: readonly string[];
  readonly account: string | undefined;
  readonly roleToAssume: string | undefined;
  readonly region: string | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly allowDestroy: boolean;
  readonly maxDeletes: number | undefined;
  readonly approval: 'none' | 'review';
  readonly comment: 'sticky' | 'changes-only' | 'off';
  readonly commentTag: string;
  readonly annotations: boolean;
  readonly sarifFile: string | undefined;
  readonly profile: string | undefined;
  /** As a file of a commit is called: without dots. */
  readonly exceptions: string;
  readonly compare: string | undefined;
  readonly htmlFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly snapshot: string | undefined;
  /** As a changed file is called: without dots. */
  readonly guardrails: string;
  readonly planId: string | undefined;
  readonly driftIssue: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly githubToken: string | undefined;
}

const failOnWords = ['never', ...severities] as const;

/** Reads every input, or fails (`USAGE`) naming the first that is wrong and what it takes. */
export function readInputs(read: (name: InputName) => string): Inputs {
  const text = (name: InputName) => read(name).trim();
  const optional = (name: InputName) => text(name) || undefined;
  const oneOf = <T extends string>(name: InputName, allowed: readonly T[], fallback: T): T => {
    const given = text(name) || fallback;
    const found = allowed.find((each) => each === given);
    return found ?? wrong(name, given, `one of ${allowed.join(', ')}`);
  };
  const flag = (name: InputName, fallback: 'true' | 'false') =>
    oneOf(name, ['true', 'false'], fallback) === 'true';
  const matching = (name: InputName, pattern: RegExp, what: string) => {
    const given = optional(name);
    return given === undefined || pattern.test(given) ? given : wrong(name, given, what);
  };
  const whole = (name: InputName, { max }: { readonly max: number }) => {
    const given = matching(name, /^\d{1,4}$/, `a whole number up to ${max}`);
    if (given === undefined) return undefined;
    return Number(given) <= max ? Number(given) : wrong(name, given, `at most ${max}`);
  };
  return {
    mode: oneOf('mode', modes, 'plan'),
    manifest: text('manifest') || 'rolecall.yaml',
    policies: text('policies')
      .split(/\s*\n\s*/)
      .filter((line) => line !== ''),
    account: matching('account', /^\d{12}$/, 'the 12 digits of an account id, in quotes'),
    roleToAssume: matching(
      'role-to-assume',
      /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      'the ARN of a role',
    ),
    region: matching('region', /^[a-z]{2,}(-[a-z]+)+-\d+$/, 'a region such as eu-west-1'),
    failOn: text('fail-on') === '' ? undefined : oneOf('fail-on', failOnWords, 'never'),
    allowDestroy: flag('allow-destroy', 'false'),
    maxDeletes: whole('max-deletes', { max: 1000 }),
    approval: oneOf('approval', ['none', 'review'], 'none'),
    comment: oneOf('comment', ['sticky', 'changes-only', 'off'], 'sticky'),
    commentTag:
      matching('comment-tag', /^[\w.-]{1,64}$/, 'up to 64 letters, digits, dots and hyphens') ??
      'default',
    annotations: flag('annotations', 'true'),
    sarifFile: optional('sarif-file'),
    profile: matching('profile', /^[a-z0-9.-]{1,40}$/, 'a name such as cis-7.0'),
    exceptions: posix.normalize(text('exceptions') || '.rolecall/exceptions.yaml'),
    compare: optional('compare'),
    htmlFile: optional('html-file'),
    jsonFile: optional('json-file'),
    snapshot: optional('snapshot'),
    guardrails: posix.normalize(text('guardrails') || 'rolecall-guardrails.yaml'),
    planId: matching('plan-id', /^[0-9a-f]{64}$/, 'the 64 hexadecimal digits of a plan id'),
    driftIssue: flag('drift-issue', 'false'),
    timeout: (whole('timeout', { max: 360 }) ?? 30) * 60_000,
    githubToken: optional('github-token'),
  };
}

function wrong(name: string, given: string, what: string): never {
  const shown = given.length > 80 ? `${given.slice(0, 80)}…` : given;
  throw new RolecallError('USAGE', `The input "${name}" takes ${what}, not "${shown}".`, {
    hint: 'See action.yml, or docs/action.md, for every input.',
  });
}
