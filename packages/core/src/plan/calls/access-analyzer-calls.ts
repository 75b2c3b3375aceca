import type { AnalyzerType, FindingFilter } from '../../model/kinds/analyzer.ts';

interface Named {
  readonly analyzerName: string;
}
interface Rule {
  readonly ruleName: string;
  readonly filter: FindingFilter;
}

/** Writes to Access Analyzer, with their inputs as its API names them. */
export interface AccessAnalyzerCalls {
  'access-analyzer:CreateAnalyzer': Named & {
    readonly type: AnalyzerType;
    readonly configuration?: { readonly unusedAccess: { readonly unusedAccessAge: number } };
    readonly archiveRules: Rule[];
    readonly tags: { readonly [key: string]: string };
  };
  'access-analyzer:DeleteAnalyzer': Named;
  'access-analyzer:CreateArchiveRule': Named & Rule;
  'access-analyzer:UpdateArchiveRule': Named & Rule;
  'access-analyzer:DeleteArchiveRule': Named & Pick<Rule, 'ruleName'>;
  'access-analyzer:TagResource': {
    readonly resourceArn: string;
    readonly tags: { readonly [key: string]: string };
  };
  'access-analyzer:UntagResource': {
    readonly resourceArn: string;
    readonly tagKeys: string[];
  };
}
