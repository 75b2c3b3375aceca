/** What tells somebody when something happens: filters, alarms, rules and topics. */
export interface MetricFilter {
  readonly name: string;
  readonly region: string;
  readonly logGroup: string;
  readonly pattern: string;
  readonly metrics: readonly Metric[];
}

export interface Metric {
  readonly namespace: string;
  readonly name: string;
}

export interface Alarm {
  readonly name: string;
  readonly region: string;
  readonly watches:
    | { readonly kind: 'metric'; readonly metric: Metric }
    /** Over an expression of several metrics. */
    | { readonly kind: 'expression'; readonly expression: string }
    /** Over other alarms. */
    | { readonly kind: 'composite'; readonly rule: string };
  readonly actions: readonly string[];
  readonly actionsEnabled: boolean;
}

export interface EventRule {
  readonly name: string;
  readonly region: string;
  readonly bus: string;
  readonly enabled: boolean;
  /** JSON. */
  readonly pattern?: string | undefined;
  readonly schedule?: string | undefined;
  readonly targets: readonly string[];
}

export interface Topic {
  readonly arn: string;
  readonly region: string;
  readonly subscriptions: readonly Subscription[];
}

export interface Subscription {
  readonly id: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
}
