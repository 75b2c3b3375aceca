import type { Finding } from '../../model/finding.ts';
import { evidenceList, findingKey, subjectName } from '../finding-subject.ts';
import type { FixContext, PersonFix } from '../fix.ts';
import { shellQuote } from '../shell-quote.ts';

/**
 * What a person does about a check. Texts may hold `{name}` and `{arn}` of the subject, `{key}` of
 * the finding, `{account}`, `{partition}` and `{root}` (the ARN of the account's root). A line with
 * `{each NAME}` is said once for each text that the evidence lists under that name. A word in
 * capitals is for the person to choose.
 */
export interface Instructions {
  readonly console: readonly string[];
  readonly commands?: readonly string[];
}

/** By id of the check. */
export type InstructionTable = { readonly [check: string]: Instructions };

/** The instructions with the names of the finding put in; those in commands are quoted. */
export function instruct(
  { console: clicks, commands = [] }: Instructions,
  finding: Finding,
  { snapshot }: Pick<FixContext, 'snapshot'>,
): PersonFix {
  const { account, partition } = snapshot.caller;
  const names: Names = {
    name: subjectName(finding),
    arn: finding.subject,
    key: findingKey(finding),
    account,
    partition,
    root: `arn:${partition}:iam::${account}:root`,
  };
  return {
    kind: 'person',
    console: clicks.flatMap((line) => fill(line, { names, finding, quote: (text) => text })),
    commands: commands.flatMap((line) => fill(line, { names, finding, quote: shellQuote })),
  };
}

interface Names {
  readonly [name: string]: string;
}

interface Filling {
  readonly names: Names;
  readonly finding: Finding;
  readonly quote: (text: string) => string;
}

function fill(line: string, { names, finding, quote }: Filling): readonly string[] {
  const put = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = names[name];
      return value === undefined ? whole : quote(value);
    });
  const [each, list] = /\{each (\w+)\}/.exec(line) ?? [];
  if (each === undefined || list === undefined) return [put(line)];
  return evidenceList(finding, list).map((item) => put(line).replaceAll(each, () => quote(item)));
}
