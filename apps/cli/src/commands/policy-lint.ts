import { RolecallError } from '@rolecall/core';
import {
  entityQuotas,
  type PolicyEntity,
  type PolicyResourceType,
  policyResourceTypes,
} from '@rolecall/policy';
import { Command, Option } from 'commander';
import { openAnalyzer } from '../policy/ask-analyzer.ts';
import { type FailLevel, failLevels, isAtLeastLevel, levelOf } from '../policy/finding-order.ts';
import { type LintedPolicy, lintFiles } from '../policy/lint-files.ts';
import { lintOnline, type OnlineLint, renderOnline } from '../policy/lint-online.ts';
import { type PolicyKind, policyKinds } from '../policy/policy-kind.ts';
import { renderLint } from '../policy/render-lint.ts';
import { sarifReport } from '../policy/sarif-report.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';

interface LintOptions {
  readonly type?: PolicyKind;
  readonly resourceType?: PolicyResourceType;
  readonly entity?: PolicyEntity;
  readonly sarif?: boolean;
  readonly online?: boolean;
  readonly failOn: FailLevel;
}

export function policyLintCommand(context: CommandContext): Command {
  const command = new Command('lint')
    .description('Find what is wrong with policies, as Access Analyzer would, offline.')
    .argument('<file...>', 'JSON policies, folders of them, or YAML with policies in it')
    .addOption(
      new Option('--type <type>', 'what the policies are (default: guessed)').choices(policyKinds),
    )
    .addOption(
      new Option('--resource-type <type>', 'what a resource policy is attached to').choices(
        policyResourceTypes,
      ),
    )
    .addOption(
      new Option('--entity <entity>', 'also hold against the size limit of these').choices(
        Object.keys(entityQuotas),
      ),
    )
    .option('--sarif', 'print SARIF 2.1.0')
    .option('--online', 'also ask Access Analyzer (free), and show where it differs')
    .addOption(
      new Option('--fail-on <level>', 'exit 2 for findings from here up')
        .choices(failLevels)
        .default('security-warning'),
    );
  return withExamples(runs<LintOptions>(command, context, lint), [
    'rolecall policy lint app.json',
    'rolecall policy lint policies/ --fail-on error',
    'rolecall policy lint bucket.json --resource-type AWS::S3::Bucket',
    'rolecall policy lint rolecall.yaml --sarif --output lint.sarif',
  ]);
}

async function lint({ environment, presenter, options, args }: Invocation<LintOptions>) {
  if (presenter.json && options.sarif === true)
    throw new RolecallError('USAGE', '--sarif and --json cannot go together.', {
      hint: 'Leave one of them out; SARIF is JSON, too.',
    });
  const policies = await lintFiles(environment.cwd, args, {
    kind: options.type,
    resourceType: options.resourceType,
    entity: options.entity,
  });
  const online =
    options.online === true ? await askOnline(policies, { environment, presenter }) : undefined;
  presenter.value(jsonOf(policies, online));
  presenter.say(
    options.sarif === true
      ? [JSON.stringify(sarifReport(policies), null, 2)]
      : renderLint(policies, presenter.layout),
  );
  if (online !== undefined) {
    // A SARIF log stands alone on stdout.
    if (options.sarif === true) presenter.noteLines(renderOnline(online, presenter.noteLayout));
    else presenter.say(renderOnline(online, presenter.layout));
  }
  const fails = [...policies, ...(online ?? [])].some(({ findings }) =>
    findings.some((finding) => isAtLeastLevel(levelOf(finding), options.failOn)),
  );
  return fails ? 2 : 0;
}

async function askOnline(
  policies: readonly LintedPolicy[],
  { environment, presenter }: Pick<Invocation<LintOptions>, 'environment' | 'presenter'>,
): Promise<readonly OnlineLint[]> {
  // ValidatePolicy is free.
  const { port } = await openAnalyzer({ environment, presenter, paidCalls: 0 });
  return lintOnline(port, policies);
}

function jsonOf(
  policies: readonly LintedPolicy[],
  online: readonly OnlineLint[] | undefined,
): object {
  const all = policies.flatMap(({ findings }) => findings);
  const numberOf = (level: FailLevel) => all.filter((each) => levelOf(each) === level).length;
  return {
    source: 'offline',
    dataDate: policies[0]?.report.dataDate ?? null,
    policies: policies.map(({ file, address, kind, guessed, resourceType, report }) => ({
      file,
      address: address === '' ? null : address,
      type: kind,
      guessed,
      resourceType: resourceType ?? null,
      findings: report.findings,
      ownFindings: report.ownFindings,
    })),
    ...(online && {
      online: online.map(({ policy, findings, onlyAws, onlyOffline }) => ({
        file: policy.file,
        address: policy.address === '' ? null : policy.address,
        source: 'aws',
        findings,
        onlyAws,
        onlyOffline,
      })),
    }),
    summary: Object.fromEntries(failLevels.map((level) => [level, numberOf(level)])),
  };
}
