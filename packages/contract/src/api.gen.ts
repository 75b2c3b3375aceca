// From openapi.yaml; npm run generate writes it.

export interface paths {
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who am I
         * @description The caller, with their permissions and how many requests wait for them.
         */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List accounts
         * @description Accounts in the order of their ids.
         */
        readonly get: operations["listAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read an account
         * @description An account, with the external id that its role has to ask for.
         */
        readonly get: operations["getAccount"];
        /**
         * Register or change an account
         * @description The external id is made on registration and stays. The service tries the role at once; deploy
         *     it with that id, then `POST …/verification`. Where the service asks two people for changes of
         *     the rules, an account is there once a second person has agreed, and so is each change but
         *     that of its name.
         */
        readonly put: operations["registerAccount"];
        readonly post?: never;
        /**
         * Forget an account
         * @description Nothing in the account changes. Refused while it has live grants.
         */
        readonly delete: operations["removeAccount"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{accountId}/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try whether the account can be reached
         * @description The account is `pending` until the service has tried.
         */
        readonly post: operations["verifyAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{accountId}/check-runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        /**
         * List check runs of an account
         * @description Newest first.
         */
        readonly get: operations["listCheckRuns"];
        readonly put?: never;
        /**
         * Check how an account is set up
         * @description Reads the account and runs the checks over what it read: those of a profile, those that are named,
         *     or all but those that run only when asked for. Changes nothing. What the exceptions of the account
         *     and of the request cover is marked and counts for nothing.
         */
        readonly post: operations["startCheckRun"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{accountId}/exceptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read the exceptions of an account
         * @description Findings that the team lives with: which, why, who answers for it, and until when.
         */
        readonly get: operations["getExceptions"];
        /**
         * Replace the exceptions of an account
         * @description They hold for every run of the account from then on. Each has an end, at most a year ahead; one
         *     that has expired excepts nothing and is a failure of its own in every run.
         */
        readonly put: operations["putExceptions"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a check run
         * @description How far it is, and how many findings of each outcome there are.
         */
        readonly get: operations["getCheckRun"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * List the findings of a check run
         * @description Empty until the run has completed.
         */
        readonly get: operations["listFindings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow a check run
         * @description With `Accept: text/event-stream` each event comes as it happens, until the run ends.
         */
        readonly get: operations["listCheckRunEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/comparison": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Compare a check run with one before
         * @description What became of all that asks for something. Nothing is called fixed because its check did not
         *     run, or could not read something. 409 until both runs have succeeded.
         */
        readonly get: operations["compareCheckRuns"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/compliance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read what a check run says of a benchmark
         * @description Control by control, for a run whose `profile` is a framework; 404 for others. 409 until the run
         *     has succeeded.
         */
        readonly get: operations["getCompliance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/fix-plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read what would mend the findings of a check run
         * @description As planned when the run was made, where it was asked for with `fixes`; 404 otherwise. What is
         *     excepted is not mended. `rolecall apply` carries it out. 409 until the run has succeeded.
         */
        readonly get: operations["getFixPlan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-runs/{id}/report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read the report of a check run in a format
         * @description The format is the one that `format` names, else the one that `Accept` likes best: JSON, HTML
         *     (one page that needs nothing beside it), SARIF 2.1.0, CSV, JUnit, Markdown, OCSF, or ASFF (the
         *     input of as many `BatchImportFindings` as it takes). 409 until the run has succeeded.
         */
        readonly get: operations["getReport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/checks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List all checks
         * @description What each looks at and why.
         */
        readonly get: operations["listChecks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/check-profiles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the profiles of checks
         * @description What a check run may be asked for by name.
         */
        readonly get: operations["listCheckProfiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guides": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List guides
         * @description Set-up documents of AWS that can be walked.
         */
        readonly get: operations["listGuides"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guides/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The guide's id.
                 * @example aws-account
                 */
                readonly id: components["parameters"]["GuideId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a guide
         * @description Its steps, with the lines of the document that each comes from, and what says whether it is done.
         */
        readonly get: operations["getGuide"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{accountId}/guide-walks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        /**
         * List guide walks of an account
         * @description Newest first.
         */
        readonly get: operations["listGuideWalks"];
        readonly put?: never;
        /**
         * Walk a guide against an account
         * @description Reads the account and says of each step whether it is done. Changes nothing.
         */
        readonly post: operations["startGuideWalk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guide-walks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a guide walk
         * @description How far it is; then what came of each step, and the manifest that would do what is missing, to be
         *     posted to `/v1/plans` as it is.
         */
        readonly get: operations["getGuideWalk"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guide-walks/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow a guide walk
         * @description With `Accept: text/event-stream` each event comes as it happens, until the walk ends.
         */
        readonly get: operations["listGuideWalkEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/blueprints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List blueprints
         * @description Everything in the catalogue; `GET /v1/eligibility` says what the caller may ask for.
         */
        readonly get: operations["listBlueprints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/blueprints/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The blueprint's id.
                 * @example support-user-role
                 */
                readonly id: components["parameters"]["BlueprintId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a blueprint
         * @description With its parameters, for a form, and its resources.
         */
        readonly get: operations["getBlueprint"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/policies/lint": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lint a policy
         * @description What ValidatePolicy of Access Analyzer finds, and more, without AWS. A broken policy is a finding and no error.
         */
        readonly post: operations["lintPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/policies/comparison": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tell whether policies grant more than others
         * @description For every request, whoever makes it. "undecided" counts as "grants".
         */
        readonly post: operations["comparePolicies"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/policies/evaluation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide one request
         * @description Whether policies allow a request, which statement decides, and what is missing.
         */
        readonly post: operations["evaluatePolicies"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List plans
         * @description Newest first.
         */
        readonly get: operations["listPlans"];
        readonly put?: never;
        /**
         * Plan a manifest
         * @description Reads the account and works out what would change, how risky it is and which guardrails it breaks. Changes nothing.
         */
        readonly post: operations["createPlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plans/{planId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a plan
         * @description With every operation.
         */
        readonly get: operations["getPlan"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plans/{planId}/drift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a plan as drift
         * @description Where the account was not as declared when it was planned, told from its side.
         */
        readonly get: operations["getPlanDrift"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plans/{planId}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve or reject a plan
         * @description By an approver for the account and for every blueprint, who neither made the plan nor carries it
         *     out. The last word counts.
         */
        readonly post: operations["decidePlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plan-sets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List plan sets
         * @description Newest first.
         */
        readonly get: operations["listPlanSets"];
        readonly put?: never;
        /**
         * Plan a manifest for several accounts
         * @description Plans each account that the manifest names under `accounts`, some at once, as `POST /v1/plans` does
         *     for one: each plan is a plan like others. What goes wrong in one account is told there, and the
         *     others go on. Accounts are reached as they are registered here, whatever the manifest says of roles.
         */
        readonly post: operations["createPlanSet"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plan-sets/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a plan set
         * @description With every account: its plan, whether somebody has approved it, and how far its application is.
         */
        readonly get: operations["getPlanSet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plan-sets/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow a plan set
         * @description With `Accept: text/event-stream` each event comes as it happens, until all accounts are planned.
         */
        readonly get: operations["listPlanSetEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/plan-sets/{id}/applications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Carry out the plans of a set
         * @description Has every plan of the set carried out that may be, each by an application of its own under the
         *     rules of `POST /v1/applications`. What may not be (yet) is told with its reason, and can be asked
         *     for again; what is carried out already is left at that. Where none may be, nothing is done and
         *     the request is refused.
         */
        readonly post: operations["applyPlanSet"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/applications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List applications
         * @description Newest first.
         */
        readonly get: operations["listApplications"];
        readonly put?: never;
        /**
         * Carry out a plan
         * @description Plans again and goes on only if each operation it would do stands in the plan. One account is changed by one application at a time. What `needsApproval` has to have a decision (403 `approval-needed`).
         */
        readonly post: operations["applyPlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/applications/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read an application
         * @description With the report of what was done, as far as it came.
         */
        readonly get: operations["getApplication"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/applications/{id}/rollback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Plan the way back
         * @description From what the application did, as far as it came, to what it found. The answer is a plan like
         *     others; `plan-changed` where somebody else has changed since what it changed.
         */
        readonly post: operations["createRollback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/applications/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow an application
         * @description With `Accept: text/event-stream` each event comes as it happens, until the application ends.
         */
        readonly get: operations["listApplicationEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/applications/{id}/secrets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * List the secrets that an application made
         * @description Passwords and access keys that wait to be fetched, were, or nobody fetched in time; newest first. What they are is never told here.
         */
        readonly get: operations["listApplicationSecrets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/secrets/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read about a secret
         * @description For whom it is, who can decrypt it, and whether it waits. Not what it is.
         */
        readonly get: operations["getSecret"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/secrets/{id}/reading": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fetch a secret, once
         * @description Gives out the ciphertext and deletes it; from then on the answer is 410 `secret-gone`. It is
         *     for who had the plan carried out, and for administrators. There is no `Idempotency-Key`: for
         *     that the ciphertext would have to be kept. An answer that is lost on its way is lost, and the
         *     password has to be reset or the key rotated; `If-Match` keeps a repeated call from being taken
         *     for the first.
         */
        readonly post: operations["readSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List role requests
         * @description Those that the caller made or may decide about, newest first; auditors see all.
         */
        readonly get: operations["listRoleRequests"];
        readonly put?: never;
        /**
         * Ask for a role
         * @description Makes a draft, or with `submit=true` a request that waits for decisions or is approved at once.
         *     With `validateOnly=true` nothing is stored: the answer says what it would grant, which
         *     guardrails it breaks and who would have to approve it.
         */
        readonly post: operations["createRoleRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a role request
         * @description Its state says how it goes on; poll it, or follow its events.
         */
        readonly get: operations["getRoleRequest"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Throw a draft away
         * @description Only drafts can be deleted; what was submitted is cancelled.
         */
        readonly delete: operations["deleteRoleRequest"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a draft
         * @description Only drafts can be changed.
         */
        readonly patch: operations["updateRoleRequest"];
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/submission": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit a draft
         * @description Plans it and finds who has to approve it. Refused with 403 `guardrail-refused` where it breaks guardrails.
         */
        readonly post: operations["submitRoleRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * List decisions about a request
         * @description Oldest first, also those that a moved plan has voided.
         */
        readonly get: operations["listDecisions"];
        readonly put?: never;
        /**
         * Approve or reject
         * @description Bound to the plan that was seen. Never about one's own request (403 `self-approval`). A person
         *     decides once. With the last approval that is needed, provisioning starts.
         */
        readonly post: operations["decideRoleRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/cancellation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel a request
         * @description By the requester or an administrator, until it is provisioned; after that the grant is revoked.
         */
        readonly post: operations["cancelRoleRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/provisioning-attempts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try to provision again
         * @description After `provision-failed`. What is there already stays; where the plan moved, it goes back to the approvers.
         */
        readonly post: operations["retryProvisioning"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read what a request would do
         * @description In words and with the whole plan, as decisions are bound to it. 409 for a draft that was never planned.
         */
        readonly get: operations["getRoleRequestPreview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/role-requests/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow a request
         * @description With `Accept: text/event-stream` each event comes as it happens.
         */
        readonly get: operations["listRoleRequestEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/emergency-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take emergency access
         * @description Provisioned without waiting, where an eligibility rule allows it; everybody who would have approved is told, and somebody else reviews it afterwards.
         */
        readonly post: operations["createEmergencyRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/eligibility": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what I may ask for
         * @description Blueprints and accounts, with the longest duration of each.
         */
        readonly get: operations["listEligibility"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List delegations
         * @description Those from and to the caller; administrators and auditors see all.
         */
        readonly get: operations["listDelegations"];
        readonly put?: never;
        /**
         * Let somebody decide in my place
         * @description For a while. What the deputy asked for themselves they still cannot decide.
         */
        readonly post: operations["createDelegation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a delegation
         * @description From whom to whom, and how long.
         */
        readonly get: operations["getDelegation"];
        readonly put?: never;
        readonly post?: never;
        /**
         * End a delegation
         * @description By the one who made it, or an administrator.
         */
        readonly delete: operations["deleteDelegation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who has what
         * @description The caller's own grants; auditors, approvers and administrators see others'. Newest first.
         */
        readonly get: operations["listGrants"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a grant
         * @description Its state says whether the role can be used.
         */
        readonly get: operations["getGrant"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{id}/extensions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for more time
         * @description Where a rule allows it, at once; otherwise a role request of its own, decided as any other.
         */
        readonly post: operations["extendGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{id}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a grant away
         * @description Removes the role and ends its sessions. By its holder, or who may revoke others'.
         */
        readonly post: operations["revokeGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{id}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Review an emergency
         * @description By another person than its holder.
         */
        readonly post: operations["reviewEmergency"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/grants/{id}/recertification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm that a grant is still needed
         * @description By somebody who could approve it; what is not needed is revoked instead.
         */
        readonly post: operations["recertifyGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/leavers/{subject}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take everything away from a person
         * @description Revokes their live grants, cancels their open requests, ends what they decided, delegated and are mapped to, and revokes API tokens that act for them or that they made.
         */
        readonly post: operations["revokeLeaver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the approval rules
         * @description Who approves what, in order; the first that matches decides. Revision 0 while there are none.
         */
        readonly get: operations["getApprovalRules"];
        /**
         * Replace the approval rules
         * @description All at once, since half a change would be another rule. Where two people are asked for, the change waits for the second.
         */
        readonly put: operations["putApprovalRules"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/eligibility-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the eligibility rules
         * @description Who may ask for what. Revision 0 while there are none.
         */
        readonly get: operations["getEligibilityRules"];
        /**
         * Replace the eligibility rules
         * @description All at once, since half a change would be another rule. Where two people are asked for, the change waits for the second.
         */
        readonly put: operations["putEligibilityRules"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/principal-mappings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List principal mappings
         * @description In the order of their subjects.
         */
        readonly get: operations["listPrincipalMappings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/principal-mappings/{subject}/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description Twelve digits, or `*` for all accounts.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["MappedAccount"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a principal mapping
         * @description Exactly this one; for `*`, what holds where no other does.
         */
        readonly get: operations["getPrincipalMapping"];
        /**
         * Say which principal of AWS a person is
         * @description Roles that are there already keep the principal that they trust. Where two people are asked for, the change waits for the second.
         */
        readonly put: operations["putPrincipalMapping"];
        readonly post?: never;
        /**
         * Delete a principal mapping
         * @description No role will trust the person from then on; those that are there stay until they are revoked.
         */
        readonly delete: operations["deletePrincipalMapping"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guardrails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the guardrails
         * @description What no plan may do, whoever approves it.
         */
        readonly get: operations["getGuardrails"];
        /**
         * Replace the guardrails
         * @description Faults are answered all at once, with their places. Where two people are asked for, the change waits for the second.
         */
        readonly put: operations["putGuardrails"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rule-changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List changes of the rules
         * @description Newest first.
         */
        readonly get: operations["listRuleChanges"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rule-changes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a change of the rules
         * @description What it would change, and who proposed it.
         */
        readonly get: operations["getRuleChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rule-changes/{id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve or reject a change of the rules
         * @description By another person than the one who proposed it. Approved, it is made at once, unless what it changes has moved since.
         */
        readonly post: operations["decideRuleChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit-events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read or export the audit log
         * @description Oldest first. With `Accept: application/x-ndjson` one event a line, for export; `limit` is then ignored and the whole rest comes.
         */
        readonly get: operations["listAuditEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit-events/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Verify the audit log
         * @description Follows the chain of hashes and signs its head. Compare the head with one that was handed outside earlier.
         */
        readonly get: operations["verifyAuditLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Without their secrets.
         */
        readonly get: operations["listWebhookEndpoints"];
        readonly put?: never;
        /**
         * Add a webhook endpoint
         * @description The answer holds the secret, this once.
         */
        readonly post: operations["createWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read a webhook endpoint
         * @description Without its secret.
         */
        readonly get: operations["getWebhookEndpoint"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a webhook endpoint
         * @description What was not delivered yet is dropped.
         */
        readonly delete: operations["deleteWebhookEndpoint"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a webhook endpoint
         * @description A merge patch; enables an endpoint again that answered 410.
         */
        readonly patch: operations["updateWebhookEndpoint"];
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/secret-rotation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change the secret of a webhook endpoint
         * @description For 24 hours deliveries carry signatures by both.
         */
        readonly post: operations["rotateWebhookSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * List deliveries
         * @description Newest first.
         */
        readonly get: operations["listWebhookDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a test event
         * @description A `webhook.test`, delivered as any other event.
         */
        readonly post: operations["testWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API tokens
         * @description Without the tokens themselves; the caller's own, or all for administrators.
         */
        readonly get: operations["listApiTokens"];
        readonly put?: never;
        /**
         * Make an API token
         * @description The answer holds the token, this once.
         */
        readonly post: operations["createApiToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-tokens/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        /**
         * Read an API token
         * @description Without the token itself.
         */
        readonly get: operations["getApiToken"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an API token
         * @description It is refused from the next request on.
         */
        readonly delete: operations["revokeApiToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Asks no dependency.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether requests can be served
         * @description Looks at the database, its migrations and the queues.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Keep this path from the outside at the gateway.
         */
        readonly get: operations["getMetrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document as JSON
         * @description As the service was built with it.
         */
        readonly get: operations["getOpenapiJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.yaml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document as YAML
         * @description As it lies in the repository.
         */
        readonly get: operations["getOpenapiYaml"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The reference page
         * @description Works offline.
         */
        readonly get: operations["getDocs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/problems/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What a problem means
         * @description The page to which `type` of a problem leads: what went wrong, and what to do.
         */
        readonly get: operations["getProblem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description A UUID of version 7.
         */
        readonly Uuid: string;
        /** @description Twelve digits. */
        readonly AccountId: string;
        /** @description Twelve digits, or `*` for all accounts. */
        readonly AccountOrAll: string;
        readonly Slug: string;
        /**
         * Format: date-time
         * @description ISO 8601, in UTC. Leap seconds are not taken.
         */
        readonly Instant: string;
        /** @description SHA-256, in hexadecimal. */
        readonly Sha256: string;
        /** @description A strong entity tag: the revision in quotes. */
        readonly EntityTag: string;
        /** @description One or several entity tags, or `*` where nothing is changed. */
        readonly EntityTags: string;
        /** @description 8 to 255 visible characters, in quotes or bare. */
        readonly IdempotencyKey: string;
        /** @description Increased by every change; the ETag without its quotes. */
        readonly Revision: number;
        /** @description Seconds, from the moment that it is provisioned. */
        readonly DurationSeconds: number;
        /** @description `{issuer}|{subject}` of a token; `token:{id}` of an API token; `service`. */
        readonly Subject: string;
        /** @description A subject, or a group as `group:{name}`. */
        readonly Approver: string;
        /** @description Any JSON value. */
        readonly Json: unknown;
        readonly JsonObject: {
            readonly [key: string]: components["schemas"]["Json"];
        };
        /** @enum {string} */
        readonly Severity: "info" | "low" | "medium" | "high" | "critical";
        /** @enum {string} */
        readonly RiskLevel: "none" | "info" | "low" | "medium" | "high" | "critical";
        /**
         * @description What an operation needs; `x-rolecall-permission` names it.
         * @enum {string}
         */
        readonly Permission: "me:read" | "accounts:read" | "accounts:write" | "checks:read" | "checks:run" | "exceptions:write" | "guides:read" | "blueprints:read" | "policies:use" | "plans:read" | "plans:write" | "applications:write" | "secrets:read" | "role-requests:read" | "role-requests:write" | "role-requests:settle" | "decisions:write" | "delegations:end" | "grants:read" | "grants:revoke" | "emergency:use" | "emergency:review" | "rules:read" | "rules:write" | "audit:read" | "webhooks:read" | "webhooks:write" | "tokens:read" | "tokens:write";
        /**
         * @description `security` sees everything, the audit log too, and ends anybody's access at once: single grants,
         *     and with `revokeLeaver` all that a person has. It asks for nothing and changes no rule.
         * @enum {string}
         */
        readonly Role: "requester" | "approver" | "auditor" | "administrator" | "machine" | "security";
        /** @description Who did something. */
        readonly Actor: {
            /** @enum {string} */
            readonly kind: "person" | "machine" | "service";
            readonly id: components["schemas"]["Subject"];
            /** @description For people to read. */
            readonly name: string;
        };
        /**
         * @description Stable, for programs to decide by. More may come.
         * @enum {string}
         */
        readonly ProblemCode: "account-not-verified" | "account-unknown" | "already-decided" | "answer-too-late" | "approval-needed" | "aws-error" | "blueprint-unknown" | "body-invalid" | "cursor-invalid" | "deadline-exceeded" | "duration-too-long" | "emergency-not-allowed" | "forbidden" | "guardrail-refused" | "guardrails-invalid" | "headers-too-large" | "idempotency-key-in-use" | "idempotency-key-missing" | "idempotency-key-reused" | "in-use" | "internal-error" | "manifest-invalid" | "method-not-allowed" | "not-acceptable" | "not-approvable" | "not-approver" | "not-eligible" | "not-found" | "parameter-invalid" | "payload-too-large" | "plan-changed" | "plan-conflict" | "policy-invalid" | "precondition-failed" | "precondition-required" | "principal-unmapped" | "rate-limited" | "replace-refused" | "request-invalid" | "request-timeout" | "review-first" | "secret-gone" | "self-approval" | "service-retired" | "state-conflict" | "unauthenticated" | "unavailable" | "unsupported-media-type" | "uri-too-long" | "webhook-url-refused";
        /** @description Problem details as RFC 9457 has them. */
        readonly Problem: {
            /**
             * Format: uri-reference
             * @description `/problems/{code}`: a page of this service about it.
             */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: components["schemas"]["ProblemCode"];
            /** @description About this very case; never there above 499. */
            readonly detail?: string | undefined;
            /** @description Stands in the service's log, too; the trace id of `traceparent` where one was sent. */
            readonly requestId: string;
            /** @description Each single fault. */
            readonly errors?: readonly components["schemas"]["ProblemError"][] | undefined;
        };
        readonly ProblemError: {
            /** @description JSON Pointer into the body, or the name of the parameter or header. */
            readonly pointer?: string | undefined;
            /** @description What is wrong: the schema's keyword, or the rule that refuses. */
            readonly code?: string | undefined;
            readonly message: string;
            readonly hint?: string | undefined;
            /** @description Of a manifest or another text in the body: JSON Pointer into what it says. */
            readonly path?: string | undefined;
            /** @description There, too. */
            readonly line?: number | undefined;
            readonly column?: number | undefined;
        };
        /** @description Of the next page; absent on the last. */
        readonly NextCursor: string;
        /** @description The caller. */
        readonly Me: {
            readonly id: components["schemas"]["Subject"];
            /** @enum {string} */
            readonly kind: "person" | "machine";
            readonly name: string;
            readonly groups: readonly string[];
            readonly roles: readonly components["schemas"]["Role"][];
            readonly permissions: readonly components["schemas"]["Permission"][];
            /** @description Requests that wait for the caller. */
            readonly openDecisions: number;
        };
        readonly Account: {
            readonly id: components["schemas"]["AccountId"];
            readonly name: string;
            readonly partition: string;
            readonly access: components["schemas"]["AccountAccess"];
            readonly environment: string;
            readonly owner: string;
            /**
             * @description Whether the service has reached it.
             * @enum {string}
             */
            readonly state: "pending" | "verified" | "failed";
            readonly failure: string | null;
            /** @description Under which the service owns what it makes there. */
            readonly scope: string;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            /** @description What has to be in the account; `null` where it is in memory. */
            readonly deployment: components["schemas"]["AccountDeployment"] | null;
        };
        /**
         * @description The role that the service takes on, for whoever makes it in the account: whom it trusts, and
         *     what it may do.
         */
        readonly AccountDeployment: {
            readonly roleArn: string;
            /** @description Whom the role trusts: the role that the service runs as; `null` where the service was not told it. */
            readonly principal: string | null;
            /** @description Of the role, with the external id of this account; `null` without a principal. */
            readonly trustPolicy: components["schemas"]["JsonObject"] | null;
            /** @description Managed policies to attach to the role, all of them. */
            readonly policies: readonly components["schemas"]["DeployedPolicy"][];
            /**
             * @description Kinds that the role may do nothing about without another policy: attach those that the
             *     manifests of the account need, and no more.
             */
            readonly optIns: readonly {
                /** @description Such as `users`, `credentials`, `analyzers`, `permission-sets`. */
                readonly optIn: string;
                /** @description What it means for the account, for the person who decides. */
                readonly meaning: string;
                readonly policy: components["schemas"]["DeployedPolicy"];
            }[];
        };
        readonly DeployedPolicy: {
            readonly name: string;
            readonly description: string;
            readonly document: components["schemas"]["JsonObject"];
        };
        readonly AccountSummary: {
            readonly id: components["schemas"]["AccountId"];
            readonly name: string;
            readonly partition: string;
            readonly access: components["schemas"]["AccountAccess"];
            readonly environment: string;
            readonly owner: string;
            /**
             * @description Whether the service has reached it.
             * @enum {string}
             */
            readonly state: "pending" | "verified" | "failed";
            readonly failure: string | null;
            /** @description Under which the service owns what it makes there. */
            readonly scope: string;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
        };
        readonly AccountAccess: components["schemas"]["AccountRole"] | components["schemas"]["AccountSandbox"];
        readonly AccountRole: {
            /** @constant */
            readonly kind: "role";
            readonly roleArn: string;
            /** @description Made by the service; the role's trust policy has to ask for it. */
            readonly externalId: string;
        };
        /** @description An account in memory, for trying things out. */
        readonly AccountSandbox: {
            /** @constant */
            readonly kind: "sandbox";
            readonly scenario: string;
        };
        readonly AccountInput: {
            readonly name: string;
            readonly access: {
                /** @constant */
                readonly kind: "role";
                readonly roleArn: string;
            } | {
                /** @constant */
                readonly kind: "sandbox";
                readonly scenario: components["schemas"]["Slug"];
            };
            readonly environment: components["schemas"]["Slug"];
            /** @description A team or a person to turn to. */
            readonly owner: string;
            /** @default rolecall */
            readonly scope?: components["schemas"]["Slug"] | undefined;
        };
        readonly AccountList: {
            readonly items: readonly components["schemas"]["AccountSummary"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly CheckDefinition: {
            readonly id: string;
            /** @description What holds when it passes. */
            readonly title: string;
            readonly severity: components["schemas"]["Severity"];
            /** @enum {string} */
            readonly subject: "account" | "region" | "user" | "access-key" | "group" | "role" | "policy" | "provider" | "certificate" | "trail" | "analyzer";
            readonly rationale: string;
            readonly remedy: string;
            /** Format: uri */
            readonly documentation: string;
            /** @description Runs only when asked for. */
            readonly optIn: boolean;
        };
        readonly CheckDefinitionList: {
            readonly items: readonly components["schemas"]["CheckDefinition"][];
        };
        readonly CheckRunInput: {
            /** @description One of `/v1/check-profiles`; goes without `checks`. */
            readonly profile?: string | undefined;
            /** @description Ids of checks. Left out, without a profile: all but those that run only when asked for. */
            readonly checks?: readonly string[] | undefined;
            readonly settings?: components["schemas"]["CheckSettings"] | undefined;
            /** @description For this run alone, beside those of the account. */
            readonly exceptions?: readonly components["schemas"]["Exception"][] | undefined;
            /**
             * @description Asks AWS once more, live, about what failed by the credential report, which may be four hours old.
             * @default false
             */
            readonly fresh?: boolean | undefined;
            /**
             * @description Plans what would mend the findings: `…/fix-plan`.
             * @default false
             */
            readonly fixes?: boolean | undefined;
        };
        /** @description What a team sets itself about the checks; it wins over the limits of a profile. */
        readonly CheckSettings: {
            /** @description Kept for emergencies: `user/NAME`, `role/NAME`, `group/NAME` or an ARN. */
            readonly emergencyPrincipals?: readonly string[] | undefined;
            readonly rootUnusedDays?: components["schemas"]["Days"] | undefined;
            readonly credentialUnusedDays?: components["schemas"]["Days"] | undefined;
            readonly accessKeyMaxAgeDays?: components["schemas"]["Days"] | undefined;
            readonly inactiveKeyMaxAgeDays?: components["schemas"]["Days"] | undefined;
            readonly keyRotationGraceDays?: components["schemas"]["Days"] | undefined;
            readonly userStaleDays?: components["schemas"]["Days"] | undefined;
            readonly sshKeyMaxAgeDays?: components["schemas"]["Days"] | undefined;
            readonly serviceCredentialMaxAgeDays?: components["schemas"]["Days"] | undefined;
            readonly passwordMinimumLength?: number | undefined;
            readonly passwordReusePrevention?: number | undefined;
            readonly passwordMaxAgeDays?: components["schemas"]["Days"] | undefined;
            readonly forbidLongLivedKeys?: boolean | undefined;
            readonly expectedAccounts?: components["schemas"]["AccountIds"] | undefined;
            readonly trustedAccounts?: components["schemas"]["AccountIds"] | undefined;
            readonly delegatedAdministrators?: components["schemas"]["AccountIds"] | undefined;
            readonly operationsAccount?: components["schemas"]["AccountId"] | undefined;
            /** @description Look in these only; otherwise in all that are enabled. */
            readonly regions?: readonly string[] | undefined;
            readonly roleUnusedDays?: components["schemas"]["Days"] | undefined;
            readonly policyUnattachedDays?: components["schemas"]["Days"] | undefined;
            readonly expiryWarningDays?: components["schemas"]["Days"] | undefined;
            readonly emergencyRoutineDays?: components["schemas"]["Days"] | undefined;
            readonly emergencyDrillDays?: components["schemas"]["Days"] | undefined;
            readonly quotaWarnPercent?: number | undefined;
            readonly permissionSetMaxHours?: number | undefined;
            readonly personalEmails?: readonly string[] | undefined;
            readonly requiredUserTags?: components["schemas"]["TagKeys"] | undefined;
            readonly requiredRoleTags?: components["schemas"]["TagKeys"] | undefined;
        };
        readonly Days: number;
        readonly AccountIds: readonly components["schemas"]["AccountId"][];
        readonly TagKeys: readonly string[];
        /** @description As in the file of exceptions; either `subject` or `tag`. */
        readonly Exception: {
            /** @description The id of a check, a list of them, or `*` for every check. */
            readonly check: string | readonly string[];
            /** @description ARN of what is excepted, with `*` and `?` as wildcards. */
            readonly subject?: string | undefined;
            /** @description `KEY=VALUE`: users, roles, policies and providers that carry the tag. */
            readonly tag?: string | undefined;
            /** @description Only what the finding says of one part, such as `key-1`. */
            readonly key?: string | undefined;
            /** @description Why this may be; shown in every report. */
            readonly reason: string;
            /** @description Who answers for it. */
            readonly owner: string;
            /**
             * Format: date
             * @description The last day on which it holds (UTC); at most a year ahead.
             */
            readonly expires: string;
            /**
             * @description Whether it also holds for what could not be read.
             * @default false
             */
            readonly evenUnknown?: boolean | undefined;
        };
        readonly ExceptionsInput: {
            readonly exceptions: readonly components["schemas"]["Exception"][];
        };
        readonly Exceptions: {
            readonly exceptions: readonly components["schemas"]["Exception"][];
            readonly revision: components["schemas"]["Revision"];
            readonly updatedAt: components["schemas"]["Instant"] | null;
            readonly updatedBy: components["schemas"]["Actor"] | null;
        };
        readonly CheckProfile: {
            readonly id: string;
            readonly title: string;
            /** @description The document behind it; `null` for our own profiles. */
            readonly framework: {
                readonly version: string;
                /**
                 * Format: date
                 * @description The day of the facts.
                 */
                readonly asOf: string;
                /** Format: uri */
                readonly source: string;
                /** @description Which part of the framework is covered. */
                readonly scope: string;
                readonly controls: number;
            } | null;
        };
        readonly CheckProfileList: {
            readonly items: readonly components["schemas"]["CheckProfile"][];
        };
        /** @enum {string} */
        readonly WorkState: "queued" | "running" | "succeeded" | "failed";
        readonly CheckRun: {
            readonly id: components["schemas"]["Uuid"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly state: components["schemas"]["WorkState"];
            readonly profile: string | null;
            readonly fresh: boolean;
            readonly fixes: boolean;
            /** @description How many findings there are of each outcome; what is excepted counts as `excepted` alone. Empty until it has succeeded. */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** @description How many findings ask for something (`fail`, `warn`, `manual`, and nobody excepts them), by severity. Empty until it has succeeded. */
            readonly openBySeverity: {
                readonly [key: string]: number;
            };
            /** @description Percent of the checks that hold, of those that could be judged. */
            readonly score: number | null;
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
        };
        readonly CheckRunList: {
            readonly items: readonly components["schemas"]["CheckRun"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @enum {string} */
        readonly Outcome: "pass" | "fail" | "warn" | "manual" | "not-applicable" | "unknown";
        /**
         * @description The outcome of a finding, unless somebody answers for it.
         * @enum {string}
         */
        readonly Standing: "pass" | "fail" | "warn" | "manual" | "not-applicable" | "unknown" | "excepted";
        /** @description What one check says of one subject. */
        readonly Finding: {
            readonly id: string;
            readonly check: string;
            readonly severity: components["schemas"]["Severity"];
            readonly outcome: components["schemas"]["Outcome"];
            /** @description An ARN. */
            readonly subject: string;
            readonly message: string;
            readonly evidence: components["schemas"]["JsonObject"];
            /** @description Empty where there is nothing to do. */
            readonly remedy: string;
            /** @description Where there is one, the finding counts for nothing. */
            readonly exception?: components["schemas"]["AppliedException"] | undefined;
        };
        readonly AppliedException: {
            readonly reason: string;
            readonly owner: string;
            /** Format: date */
            readonly expires: string;
        };
        readonly FindingList: {
            readonly items: readonly components["schemas"]["Finding"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /**
         * @description `new`: open now; before it held, or was not there. `unknown`: known before, and not to be read
         *     now. `changed`: another outcome or severity, or read or excepted in one run only. `still-open`:
         *     open in both. `fixed`: open before, and holds now. `gone`: open before, and its subject is not
         *     there any more.
         * @enum {string}
         */
        readonly ChangeKind: "new" | "unknown" | "changed" | "still-open" | "fixed" | "gone";
        readonly ComparedRun: {
            readonly id: components["schemas"]["Uuid"];
            /** @description When the account was read. */
            readonly takenAt: components["schemas"]["Instant"];
        };
        readonly FindingChange: {
            readonly change: components["schemas"]["ChangeKind"];
            readonly before: components["schemas"]["Finding"] | null;
            readonly after: components["schemas"]["Finding"] | null;
        };
        readonly RunComparison: {
            readonly before: components["schemas"]["ComparedRun"];
            readonly after: components["schemas"]["ComparedRun"];
            /** @description Of all changes, whichever were asked for. */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** @description Checks of the run before alone; what they found is in no item. */
            readonly onlyBefore: readonly string[];
            /** @description Checks of this run alone; what they found is in no item. */
            readonly onlyAfter: readonly string[];
            readonly items: readonly components["schemas"]["FindingChange"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @enum {string} */
        readonly ControlStatus: "fail" | "unknown" | "manual" | "pass" | "not-applicable";
        readonly Compliance: {
            readonly profile: string;
            readonly title: string;
            readonly version: string;
            /** Format: date */
            readonly asOf: string;
            /** Format: uri */
            readonly source: string;
            /** @description Controls by status. */
            readonly summary: {
                readonly [key: string]: number;
            };
            readonly controls: readonly components["schemas"]["ControlReport"][];
        };
        readonly ControlReport: {
            /** @description The framework's number. */
            readonly id: string;
            readonly title: string;
            /** @description Profile level of a CIS benchmark. */
            readonly level: number | null;
            readonly severity: components["schemas"]["Severity"] | null;
            readonly status: components["schemas"]["ControlStatus"];
            /** @description Ids of the findings that decide. */
            readonly findings: readonly string[];
            /** @description What is left for a person, or why nothing can be told. */
            readonly words: readonly string[];
            /** @description Limits of the control that own settings loosened. */
            readonly loosened: readonly components["schemas"]["JsonObject"][];
        };
        readonly FixPlan: {
            /** @constant */
            readonly kind: "fix-plan";
            readonly schemaVersion: number;
            readonly planId: components["schemas"]["Sha256"];
            readonly account: components["schemas"]["AccountId"];
            readonly partition: string;
            /** @description With which the findings were made. */
            readonly settings: components["schemas"]["JsonObject"];
            readonly operations: readonly components["schemas"]["FixOperation"][];
            readonly notes: readonly components["schemas"]["FixNote"][];
        };
        /** @description One write. */
        readonly FixOperation: {
            readonly id: components["schemas"]["Sha256"];
            /** @description ARN of what changes. */
            readonly subject: string;
            readonly target: components["schemas"]["JsonObject"];
            readonly call: components["schemas"]["JsonObject"];
            readonly before: components["schemas"]["Json"];
            readonly after: components["schemas"]["Json"];
            readonly liveDigest: components["schemas"]["Sha256"];
            readonly desiredDigest: components["schemas"]["Sha256"];
            /** @description What has to be so besides when it is made. */
            readonly provided: readonly components["schemas"]["JsonObject"][];
            /** @description What may stop working, cost money or not come back. */
            readonly cautions: readonly string[];
            readonly findings: readonly string[];
            readonly waitsFor: readonly string[];
        };
        /** @description A finding for which there is no write, and what to do instead. */
        readonly FixNote: {
            readonly finding: string;
            readonly check: string;
            readonly message: string;
            /**
             * @description `manifest`: an entry of the manifest does it. `person`: a person does. `refused`: the change
             *     would lock somebody out. `only-named`: it is planned where its check is named. `settled`: the
             *     account is so by now.
             * @enum {string}
             */
            readonly kind: "manifest" | "person" | "refused" | "only-named" | "settled";
            readonly why?: string | undefined;
            readonly words?: string | undefined;
            /** @description YAML of sections of a manifest. */
            readonly entry?: string | undefined;
            readonly console?: readonly string[] | undefined;
            readonly commands?: readonly string[] | undefined;
            readonly cautions?: readonly string[] | undefined;
            readonly document?: {
                readonly file: string;
                readonly content: components["schemas"]["Json"];
            } | undefined;
        };
        /** @description As `rolecall check --json` writes it. */
        readonly CheckReport: {
            readonly schemaVersion: number;
            readonly tool: {
                readonly name: string;
                readonly version: string;
            };
            readonly account: components["schemas"]["AccountId"];
            readonly partition: string;
            /** @description ARN of who looked. */
            readonly caller: string;
            readonly takenAt: components["schemas"]["Instant"];
            readonly checkedAt: components["schemas"]["Instant"];
            readonly credentialReportGeneratedAt: string | null;
            readonly profile: {
                readonly id: string;
                readonly title: string;
            } | null;
            readonly summary: components["schemas"]["StandingCounts"];
            readonly score: number | null;
            readonly areas: readonly {
                readonly title: string;
                readonly score: number | null;
                readonly checks: components["schemas"]["StandingCounts"];
            }[];
            readonly checks: readonly {
                readonly id: string;
                readonly title: string;
                readonly area: string;
                readonly severity: components["schemas"]["Severity"];
                readonly rationale: string;
                readonly documentation: string;
                /** @description Numbers in the profile. */
                readonly controls: readonly string[];
            }[];
            readonly findings: readonly components["schemas"]["Finding"][];
            readonly comparison: components["schemas"]["JsonObject"] | null;
            readonly compliance: components["schemas"]["Compliance"] | null;
            /** @description What was asked live; `null` where it was not asked for. */
            readonly fresh: components["schemas"]["FreshReads"] | null;
        };
        readonly StandingCounts: {
            readonly [key: string]: number;
        };
        readonly FreshReads: {
            /** @description Names of the users that were read once more. */
            readonly users: readonly string[];
            readonly root: boolean;
            readonly changed: readonly {
                readonly before: components["schemas"]["Finding"] | null;
                readonly after: components["schemas"]["Finding"] | null;
            }[];
            /** @description Ids of the failures that are so live. */
            readonly confirmed: readonly string[];
            /** @description What could not be read live. */
            readonly notes: readonly string[];
        };
        /** @description What AWS has said of the service. */
        readonly ServiceLifecycle: {
            readonly title: string;
            /**
             * @description `closed`: existing customers go on, new ones are turned away.
             * @enum {string}
             */
            readonly state: "ended" | "closed";
            /** Format: date */
            readonly since: string;
            readonly advice: string;
            /** Format: uri */
            readonly source: string;
        };
        readonly GuideSummary: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            readonly purpose: string;
            readonly lifecycle: components["schemas"]["ServiceLifecycle"] | null;
            /** @description Guide to follow where this one does not apply. */
            readonly successor: string | null;
            readonly steps: number;
        };
        readonly GuideList: {
            readonly items: readonly components["schemas"]["GuideSummary"][];
        };
        readonly Guide: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            readonly purpose: string;
            readonly lifecycle: components["schemas"]["ServiceLifecycle"] | null;
            readonly successor: string | null;
            /** @description What `values` of a walk may say: the parameters of its blueprints. */
            readonly parameters: {
                readonly [key: string]: components["schemas"]["BlueprintParameter"];
            };
            readonly steps: readonly components["schemas"]["GuideStep"][];
        };
        readonly GuideSource: {
            readonly title: string;
            /** Format: uri */
            readonly url: string;
            /** @description Line of the page's Markdown text, or the first and the last. */
            readonly line?: string | undefined;
        };
        /** @description What a person does. `{{…}}` stands for what a walk fills in. */
        readonly Instructions: {
            readonly words: string;
            readonly console: readonly string[];
            readonly cli: readonly string[];
            readonly file?: {
                readonly path: string;
                readonly lines: readonly string[];
            } | undefined;
            readonly links: readonly {
                readonly title: string;
                readonly url: string;
            }[];
        };
        /** @description What the step makes fails a check of ours, and what is stronger. */
        readonly WeakerForm: {
            readonly check: string;
            readonly why: string;
            readonly stronger: string;
            /** @description Step of the guide that is the stronger form. */
            readonly step?: string | undefined;
            /** @description Of a walk: ids of the findings where it fails already. */
            readonly findings?: readonly string[] | undefined;
        };
        readonly GuideStep: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            /** @description Numbered requirements of the documents. */
            readonly covers: readonly string[];
            readonly source: components["schemas"]["GuideSource"];
            /**
             * @description What says that it is done.
             * @enum {string}
             */
            readonly settledBy: "checks" | "blueprint" | "presence" | "absence" | "caller" | "operations-account" | "person" | "inform";
            /** @description Ids of the checks that say so. */
            readonly checks: readonly string[];
            /** @description The blueprint that would do it. */
            readonly blueprint: string | null;
            /** @description A person has to say that it is wanted: `steps` of a walk. */
            readonly choice: boolean;
            readonly instructions: components["schemas"]["Instructions"] | null;
            /** @description Where there is nothing to do. */
            readonly words: string | null;
            /** @description Steps that do the same another way. */
            readonly unlessDone: readonly string[];
            readonly weaker: components["schemas"]["WeakerForm"] | null;
        };
        readonly GuideWalkInput: {
            /** @description One of `/v1/guides`. */
            readonly guide: components["schemas"]["Slug"];
            /** @description For whichever blueprint of the guide has such a parameter. */
            readonly values?: components["schemas"]["Parameters"] | undefined;
            /** @description Steps of choice that are wanted. */
            readonly steps?: readonly components["schemas"]["Slug"][] | undefined;
            /**
             * @description Means it though AWS has closed the service.
             * @default false
             */
            readonly includeRetired?: boolean | undefined;
            /** @description The manifest of the account as it is; the entries that are missing are put into it. */
            readonly manifest?: string | undefined;
            readonly settings?: components["schemas"]["CheckSettings"] | undefined;
        };
        /**
         * @description `missing`: a plan would do it. `person`: only a person can do it, or say whether it is wanted.
         * @enum {string}
         */
        readonly StepState: "done" | "missing" | "person" | "not-applicable" | "unknown";
        readonly GuideWalkSummary: {
            readonly id: components["schemas"]["Uuid"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly guide: components["schemas"]["Slug"];
            readonly state: components["schemas"]["WorkState"];
            /** @description How many steps there are in each state; empty until it has succeeded. */
            readonly counts: {
                readonly [key: string]: number;
            };
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
        };
        readonly GuideWalkList: {
            readonly items: readonly components["schemas"]["GuideWalkSummary"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly GuideWalk: {
            readonly id: components["schemas"]["Uuid"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly guide: components["schemas"]["Slug"];
            readonly state: components["schemas"]["WorkState"];
            /** @description How many steps there are in each state; empty until it has succeeded. */
            readonly counts: {
                readonly [key: string]: number;
            };
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
            /** @description `null` until it has succeeded. */
            readonly result: components["schemas"]["GuideWalkResult"] | null;
        };
        readonly GuideWalkResult: {
            readonly title: string;
            readonly takenAt: components["schemas"]["Instant"];
            readonly applicability: components["schemas"]["Applicability"];
            /** @description Empty where the guide does not apply, or where that is not known. */
            readonly steps: readonly components["schemas"]["WalkedStep"][];
            /** @description Those that the steps name. */
            readonly findings: readonly components["schemas"]["Finding"][];
            /** @description Such as facts about closed services that are old. */
            readonly warnings: readonly string[];
            /** @description `null` where nothing is missing. */
            readonly manifest: components["schemas"]["GuideManifest"] | null;
        };
        /** @description Whether the guide is for this account, by what AWS says of its service. */
        readonly Applicability: {
            /** @enum {string} */
            readonly kind: "applicable" | "not-applicable" | "unclear";
            readonly why: string | null;
            /** @description What shows that the account uses the service. */
            readonly evidence: readonly string[];
            readonly missingPermissions: readonly string[];
            readonly successor: string | null;
            readonly source: string | null;
        };
        readonly WalkedStep: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            readonly state: components["schemas"]["StepState"];
            readonly why: string;
            readonly findings: readonly string[];
            /** @description ARNs, or names of what has none. */
            readonly seen: readonly string[];
            readonly missingPermissions: readonly string[];
            readonly plan: components["schemas"]["PlannedEntry"] | null;
            readonly instructions: components["schemas"]["Instructions"] | null;
            readonly weaker: components["schemas"]["WeakerForm"] | null;
            readonly covers: readonly string[];
            readonly source: components["schemas"]["GuideSource"];
        };
        /** @description What a manifest would say so that the step is done. */
        readonly PlannedEntry: {
            /** @description As in `blueprints.{name}`. */
            readonly name: string;
            readonly use: string;
            readonly with: components["schemas"]["JsonObject"];
            readonly includeRetired: boolean;
            /** @description Parameters that only a person can tell: `values` of another walk. */
            readonly needs: readonly string[];
            readonly emergencyPrincipals: readonly string[];
            /** @description Whether the manifest says it already and waits for being applied. */
            readonly declared: boolean;
        };
        readonly GuideManifest: {
            /** @description YAML, to be posted to `/v1/plans`. */
            readonly text: string;
            /** @description Names of the blueprints that were added. */
            readonly added: readonly string[];
            /** @description Parameters that are missing in it; while there are any it cannot be planned. */
            readonly needs: readonly string[];
            /** @description What was added to `checks.emergencyPrincipals`. */
            readonly emergencyPrincipals: readonly string[];
        };
        readonly BlueprintSummary: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            readonly purpose: string;
            readonly service?: string | undefined;
            /** Format: date */
            readonly asOf: string;
        };
        readonly BlueprintList: {
            readonly items: readonly components["schemas"]["BlueprintSummary"][];
        };
        /** @description A parametrised set of IAM resources for one purpose. */
        readonly Blueprint: {
            readonly id: components["schemas"]["Slug"];
            readonly title: string;
            readonly purpose: string;
            readonly service?: string | undefined;
            /**
             * Format: date
             * @description Day of the facts that it was written from.
             */
            readonly asOf: string;
            readonly sources: readonly {
                readonly title: string;
                /** Format: uri */
                readonly url: string;
            }[];
            readonly parameters: {
                readonly [key: string]: components["schemas"]["BlueprintParameter"];
            };
            /** @description Sections as in a manifest. */
            readonly resources: {
                readonly [key: string]: components["schemas"]["Json"];
            };
            readonly companions: readonly {
                readonly purpose: string;
                readonly statement: components["schemas"]["Json"];
            }[];
            readonly notes: readonly string[];
        };
        /** @description Which members there are beside `type` and `description` depends on the type. */
        readonly BlueprintParameter: {
            /** @enum {string} */
            readonly type: "text" | "name" | "account-id" | "arn" | "role-arn" | "principal-arn" | "managed-policy" | "region" | "pattern" | "list" | "choice" | "integer" | "boolean";
            readonly description: string;
            readonly example?: components["schemas"]["Json"] | undefined;
            readonly optional?: boolean | undefined;
            readonly default?: components["schemas"]["Json"] | undefined;
            readonly matches?: string | undefined;
            readonly items?: string | undefined;
            readonly minItems?: number | undefined;
            readonly options?: readonly string[] | undefined;
            readonly minimum?: number | undefined;
            readonly maximum?: number | undefined;
            readonly guard?: {
                readonly values: string;
                readonly unless: string;
            } | undefined;
        };
        /** @description A policy as text, with its places, or as a parsed document. */
        readonly PolicySource: {
            readonly [key: string]: components["schemas"]["Json"];
        } | string;
        /** @enum {string} */
        readonly PolicyType: "IDENTITY_POLICY" | "RESOURCE_POLICY" | "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
        readonly LintInput: {
            readonly policy: components["schemas"]["PolicySource"];
            /** @default IDENTITY_POLICY */
            readonly policyType?: components["schemas"]["PolicyType"] | undefined;
            /**
             * @description What a resource policy is attached to.
             * @enum {string}
             */
            readonly resourceType?: ("AWS::S3::Bucket" | "AWS::S3::AccessPoint" | "AWS::S3::MultiRegionAccessPoint" | "AWS::S3ObjectLambda::AccessPoint" | "AWS::IAM::AssumeRolePolicyDocument" | "AWS::DynamoDB::Table") | undefined;
            /**
             * @description Adds the quota of this kind of entity to our own findings.
             * @enum {string}
             */
            readonly entity?: ("managed-policy" | "inline-user" | "inline-group" | "inline-role" | "trust-policy" | "session-policy" | "service-control-policy" | "resource-control-policy") | undefined;
        };
        readonly LintReport: {
            /** @description In the shape, order and codes of ValidatePolicy of Access Analyzer. */
            readonly findings: readonly components["schemas"]["LintFinding"][];
            /** @description Codes of our own, which AWS does not report. */
            readonly ownFindings: readonly components["schemas"]["LintFinding"][];
            /**
             * Format: date
             * @description Day of the data on actions.
             */
            readonly dataDate: string;
        };
        readonly LintFinding: {
            /** @enum {string} */
            readonly findingType: "ERROR" | "SECURITY_WARNING" | "WARNING" | "SUGGESTION";
            readonly issueCode: string;
            readonly findingDetails: string;
            readonly learnMoreLink: string;
            readonly locations: readonly {
                readonly path: readonly components["schemas"]["LintPathElement"][];
                readonly span: {
                    readonly start: components["schemas"]["TextPosition"];
                    readonly end: components["schemas"]["TextPosition"];
                };
            }[];
        };
        /** @description One step from the document's root; the shape of `PathElement` of Access Analyzer. */
        readonly LintPathElement: {
            readonly value: string;
        } | {
            readonly key: string;
        } | {
            readonly index: number;
        } | {
            readonly substring: {
                readonly start: number;
                readonly length: number;
            };
        };
        /** @description Lines count from 1, columns and offsets from 0. */
        readonly TextPosition: {
            readonly line: number;
            readonly column: number;
            readonly offset: number;
        };
        /** @description Each side is one document or several whose access adds up. */
        readonly ComparisonInput: {
            readonly old: readonly components["schemas"]["PolicySource"][];
            readonly next: readonly components["schemas"]["PolicySource"][];
        };
        /** @description Whether the new policies grant anything that the old ones do not. Take "undecided" for "grants". */
        readonly AccessComparison: components["schemas"]["NoNewAccess"] | components["schemas"]["NewAccess"] | components["schemas"]["UndecidedAccess"];
        readonly NoNewAccess: {
            /** @constant */
            readonly verdict: "none";
            /** @description Per Allow statement of the new policies: the old statements it lies within. */
            readonly coverage: readonly {
                readonly statement: components["schemas"]["StatementRef"];
                readonly coveredBy: readonly components["schemas"]["StatementRef"][];
            }[];
            /** @description What the new policies allow, wholly or in part, and the old ones do not. */
            readonly newly: components["schemas"]["AccessChanges"];
            /** @description What the old policies allow, wholly or in part, and the new ones do not. */
            readonly noLonger: components["schemas"]["AccessChanges"];
            /** Format: date */
            readonly dataDate: string;
        };
        readonly NewAccess: {
            /** @constant */
            readonly verdict: "grants";
            readonly witness: components["schemas"]["Witness"];
            /** @description What the new policies allow, wholly or in part, and the old ones do not. */
            readonly newly: components["schemas"]["AccessChanges"];
            /** @description What the old policies allow, wholly or in part, and the new ones do not. */
            readonly noLonger: components["schemas"]["AccessChanges"];
            /** Format: date */
            readonly dataDate: string;
        };
        readonly UndecidedAccess: {
            /** @constant */
            readonly verdict: "undecided";
            readonly reason: components["schemas"]["UndecidedReason"];
            /** @description What the new policies allow, wholly or in part, and the old ones do not. */
            readonly newly: components["schemas"]["AccessChanges"];
            /** @description What the old policies allow, wholly or in part, and the new ones do not. */
            readonly noLonger: components["schemas"]["AccessChanges"];
            /** Format: date */
            readonly dataDate: string;
        };
        /** @description For people to read; the verdict does not rest on it. */
        readonly AccessChanges: {
            readonly lines: readonly {
                /** @description Such as `s3:GetObject on arn:aws:s3:::logs/*`, with its conditions in words. */
                readonly text: string;
                /** @description Which allows it, of the side that does. */
                readonly statement: components["schemas"]["StatementRef"];
            }[];
            /** @description Why there may be more than these lines; null where these are all. */
            readonly incomplete: string | null;
        };
        readonly UndecidedReason: {
            /** @constant */
            readonly kind: "unreadable";
            readonly policy: {
                /** @enum {string} */
                readonly side: "old" | "new";
                readonly policy: number;
                readonly fault: {
                    readonly message: string;
                    readonly line?: number | undefined;
                    readonly column?: number | undefined;
                };
            };
        } | {
            /** @constant */
            readonly kind: "budget";
            readonly message: string;
        } | {
            /** @enum {string} */
            readonly kind: "unproven" | "reading";
            readonly statements: readonly components["schemas"]["StatementRef"][];
            readonly message: string;
        };
        /** @description Which statement of which document, counted from 0. */
        readonly StatementRef: {
            readonly policy: number;
            readonly statement: number;
            readonly sid?: string | undefined;
        };
        /** @description A request that the new policies allow and the old ones do not; the evaluator agreed. */
        readonly Witness: {
            readonly request: {
                readonly principal?: components["schemas"]["Json"] | undefined;
                readonly action: string;
                readonly resource: string;
                readonly context?: components["schemas"]["Json"] | undefined;
            };
            readonly allowedBy: readonly components["schemas"]["StatementRef"][];
            /** @enum {string} */
            readonly oldDecision: "explicitDeny" | "implicitDeny";
            /** @description Whether AWS knows the action. */
            readonly knownAction: boolean;
        };
        readonly EvaluationInput: {
            readonly request: components["schemas"]["AccessRequest"];
            readonly policies: components["schemas"]["PolicySet"];
        };
        readonly AccessRequest: {
            /** @description An ARN, twelve digits, the name of a service or provider, or `*` for anonymous. */
            readonly principal?: string | undefined;
            readonly action: string;
            readonly resource: string;
            /** @description Condition keys and their values; nothing is added to them. */
            readonly context?: {
                readonly [key: string]: components["schemas"]["ContextValue"];
            } | undefined;
        };
        readonly ContextValue: components["schemas"]["ContextScalar"] | readonly components["schemas"]["ContextScalar"][];
        readonly ContextScalar: string | number | boolean;
        /** @description The policies that have a say. What is left out is not in force. */
        readonly PolicySet: {
            readonly identity?: readonly components["schemas"]["PolicySource"][] | undefined;
            readonly resource?: components["schemas"]["PolicySource"] | undefined;
            readonly resourceAccount?: components["schemas"]["AccountId"] | undefined;
            /** @enum {string} */
            readonly resourceKind?: ("trust" | "kms-key" | "other") | undefined;
            readonly boundary?: components["schemas"]["PolicySource"] | undefined;
            readonly session?: readonly components["schemas"]["PolicySource"][] | undefined;
            readonly serviceControl?: readonly (readonly components["schemas"]["PolicySource"][])[] | undefined;
            readonly resourceControl?: readonly (readonly components["schemas"]["PolicySource"][])[] | undefined;
            readonly managementAccount?: boolean | undefined;
            readonly serviceLinkedRole?: boolean | undefined;
            readonly vpcEndpoint?: components["schemas"]["PolicySource"] | undefined;
        };
        /** @description Whether the request is allowed, why, and what is missing. */
        readonly Evaluation: {
            /** @enum {string} */
            readonly decision: "allowed" | "explicitDeny" | "implicitDeny";
            readonly because: string;
            readonly decidedBy?: components["schemas"]["StatementMatch"] | undefined;
            readonly matched: readonly components["schemas"]["StatementMatch"][];
            readonly reasons: readonly {
                readonly layer: components["schemas"]["Layer"];
                readonly level?: number | undefined;
                /** @enum {string} */
                readonly outcome: "denies" | "allows" | "silent";
                readonly statements: readonly components["schemas"]["StatementMatch"][];
            }[];
            /** @description Where an Allow is missing: the statements that come nearest. */
            readonly nearMisses: readonly {
                readonly layer: components["schemas"]["Layer"];
                readonly level?: number | undefined;
                readonly policy: number;
                readonly statement: number;
                readonly sid?: string | undefined;
                readonly reasons: readonly string[];
            }[];
        };
        /** @enum {string} */
        readonly Layer: "resourceControl" | "serviceControl" | "vpcEndpoint" | "resource" | "identity" | "boundary" | "session";
        readonly StatementMatch: {
            readonly layer: components["schemas"]["Layer"];
            readonly level?: number | undefined;
            readonly policy: number;
            readonly statement: number;
            readonly sid?: string | undefined;
            /** @enum {string} */
            readonly effect: "Allow" | "Deny";
        };
        readonly PlanInput: {
            readonly accountId: components["schemas"]["AccountId"];
            /** @description A manifest for this account, in YAML or JSON. */
            readonly manifest: string;
            /**
             * @description Lets blueprints of closed services through.
             * @default false
             */
            readonly includeRetired?: boolean | undefined;
        };
        /** @description A manifest planned against an account. It never changes; the same plan made twice is one. */
        readonly AccountPlan: {
            /** @description The `planId` of the plan. */
            readonly id: components["schemas"]["Sha256"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly plan: components["schemas"]["Plan"];
            /** @description Whether somebody may do or assume what they could not before. */
            readonly grantsMore: boolean;
            readonly risks: readonly components["schemas"]["Risk"][];
            /** @description Guardrails that it breaks; with any of them it cannot be applied. */
            readonly refusals: readonly components["schemas"]["Refusal"][];
            /** @description Whether it is carried out only once an approver has agreed. */
            readonly needsApproval: boolean;
            /** @description The application that it takes back; of no other plan. */
            readonly rollbackOf?: components["schemas"]["Uuid"] | undefined;
            /** @description The last word of an approver; `null` while there is none. */
            readonly decision: components["schemas"]["PlanDecision"] | null;
            readonly madeBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
        };
        /** @description Where an account is not as declared; a plan told from the side of the account. */
        readonly Drift: {
            readonly planId: components["schemas"]["Sha256"];
            readonly scope: string;
            readonly account: components["schemas"]["AccountId"];
            readonly partition: string;
            readonly drifted: readonly components["schemas"]["DriftedResource"][];
            readonly conflicts: readonly components["schemas"]["PlanConflict"][];
            readonly notes: readonly string[];
        };
        readonly DriftedResource: {
            /**
             * @description `missing`: declared, and not there; `changed`: there, and otherwise than declared; `unmarked`:
             *     not taken over yet; `undeclared`: ours, and declared no longer; `expired`: past its end;
             *     `moved`: under a name that is to go.
             * @enum {string}
             */
            readonly kind: "missing" | "changed" | "unmarked" | "undeclared" | "expired" | "moved";
            readonly resource: string;
            readonly type: components["schemas"]["ResourceType"];
            readonly name: string;
            readonly arn: string;
            readonly address: string;
            readonly position?: components["schemas"]["SourcePosition"] | undefined;
            /** @description Whether it was settled beforehand: it is enforced, or has expired. */
            readonly repairable: boolean;
            readonly facets: readonly {
                readonly facet: string;
                readonly declared: components["schemas"]["Json"];
                readonly found: components["schemas"]["Json"];
            }[];
        };
        readonly PlanDecisionInput: {
            /** @enum {string} */
            readonly decision: "approve" | "reject";
            /** @default  */
            readonly comment?: string | undefined;
        };
        readonly PlanDecision: {
            /** @enum {string} */
            readonly decision: "approve" | "reject";
            readonly by: components["schemas"]["Actor"];
            readonly comment: string;
            readonly at: components["schemas"]["Instant"];
        };
        readonly AccountPlanSummary: {
            readonly id: components["schemas"]["Sha256"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly madeBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
        };
        readonly AccountPlanList: {
            readonly items: readonly components["schemas"]["AccountPlanSummary"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly SourcePosition: {
            readonly file: string;
            readonly line: number;
            readonly column: number;
        };
        /** @description Ordered IAM calls, as data. Applying it decides nothing. */
        readonly Plan: {
            /** @constant */
            readonly schemaVersion: 1;
            /** @description Over everything that a review approves; the same state gives the same id. */
            readonly planId: components["schemas"]["Sha256"];
            readonly scope: string;
            readonly account: components["schemas"]["AccountId"];
            readonly partition: string;
            /** @description Digest of the guardrails that judged it. */
            readonly guardrails: string | null;
            /** @description In the order in which they are carried out. */
            readonly changes: readonly components["schemas"]["Change"][];
            readonly shownDigest: components["schemas"]["Sha256"];
            readonly conflicts: readonly components["schemas"]["PlanConflict"][];
            readonly notes: readonly string[];
        };
        /** @enum {string} */
        readonly ResourceType: "account-alias" | "password-policy" | "alternate-contact" | "oidc-provider" | "saml-provider" | "service-linked-role" | "policy" | "group" | "user" | "role" | "instance-profile" | "proton-settings" | "analyzer" | "identity-center-user" | "identity-center-group" | "permission-set" | "account-assignment";
        /** @description All that happens to one resource. */
        readonly Change: {
            /** @enum {string} */
            readonly kind: "create" | "adopt" | "update" | "replace" | "delete";
            /** @description Key of the resource, such as `role/deployer`. */
            readonly resource: string;
            readonly type: components["schemas"]["ResourceType"];
            readonly name: string;
            readonly arn: string;
            readonly address: string;
            readonly position?: components["schemas"]["SourcePosition"] | undefined;
            readonly dependsOn: readonly string[];
            /** @description Of what takes the last way to administrator away: keys of the changes that bring another. Where one fails, nothing more of it is done. */
            readonly needs?: readonly string[] | undefined;
            readonly declared: string | null;
            readonly warnings: readonly string[];
            readonly adopted?: {
                readonly before: components["schemas"]["JsonObject"];
                readonly after: components["schemas"]["JsonObject"];
            } | undefined;
            /** @description Why a resource goes that the manifest still speaks of. */
            readonly departed?: {
                /** @enum {string} */
                readonly kind: "expired" | "moved" | "rolled-back";
                /**
                 * Format: date-time
                 * @description When it expired.
                 */
                readonly at?: string | undefined;
                /** @description Key of the resource that takes its place. */
                readonly to?: string | undefined;
            } | undefined;
            /** @description Key of the resource whose place it takes; that one goes last. */
            readonly movedFrom?: string | undefined;
            /** @description Whether drift of it is repaired without anybody's word. */
            readonly enforce?: boolean | undefined;
            readonly operations: readonly components["schemas"]["Operation"][];
        };
        /** @description One write to AWS, with what it changes. `null` means that there is none. */
        readonly Operation: {
            readonly id: components["schemas"]["Sha256"];
            /** @description Such as `iam:CreateRole`. */
            readonly action: string;
            /** @description Of services with one endpoint per region. */
            readonly region?: string | undefined;
            /** @description What is sent to AWS. */
            readonly input: unknown;
            readonly resource: string;
            /** @description Such as `trust`; empty for the resource as such. */
            readonly facet: string;
            /** @enum {string} */
            readonly step: "own" | "make" | "bound" | "guard" | "take" | "part" | "rebound" | "alter" | "give" | "unguard" | "unbound" | "unmake";
            readonly before: components["schemas"]["Json"];
            readonly after: components["schemas"]["Json"];
            /** @description What the call writes over, where `before` shows less. */
            readonly previous?: components["schemas"]["Json"] | undefined;
            readonly liveDigest: components["schemas"]["Sha256"];
            readonly desiredDigest: components["schemas"]["Sha256"];
        };
        /** @description A resource that stands in the way; nothing is done to it until a person decides. */
        readonly PlanConflict: {
            readonly resource: string;
            readonly type: components["schemas"]["ResourceType"];
            readonly name: string;
            readonly arn: string;
            readonly address: string;
            readonly position?: components["schemas"]["SourcePosition"] | undefined;
            readonly message: string;
            readonly hint: string;
        };
        readonly Risk: {
            /** @description Such as `administrator`, `public-trust`, `widened-trust`, `boundary`, `identity-provider`, `credential`, `monitoring`, `contact`, `undecided`, `granted`. */
            readonly kind: string;
            readonly severity: components["schemas"]["Severity"];
            /** @description One sentence. */
            readonly text: string;
        };
        /** @description A guardrail that is broken. */
        readonly Refusal: {
            /** @description Such as `boundary` or `never-grant/{name}`. */
            readonly rule: string;
            readonly message: string;
            readonly hint: string;
        };
        readonly PlanSetInput: {
            /** @description YAML, with `accounts` in the place of `account`: 100 at most. It can include and discover nothing. */
            readonly manifest: string;
            /** @description Only these of its accounts: names, patterns with `*` and `?`, ids, `tag:TAG`. */
            readonly accounts?: readonly string[] | undefined;
            /**
             * @description Plans what can be planned: an account that is not registered, or for which the manifest is at fault, fails by itself. Without it they are refused at once.
             * @default false
             */
            readonly partial?: boolean | undefined;
            /**
             * @description Lets blueprints of closed services through.
             * @default false
             */
            readonly includeRetired?: boolean | undefined;
        };
        readonly PlanSetCounts: {
            readonly accounts: number;
            /** @description Not planned yet. */
            readonly waiting: number;
            readonly planned: number;
            /** @description Could not be planned. */
            readonly failed: number;
            /** @description Of the planned ones those in which something would change. */
            readonly changing: number;
            /** @description In all accounts together. */
            readonly operations: number;
        };
        readonly PlanSetSummary: {
            readonly id: components["schemas"]["Uuid"];
            readonly scope: string;
            /** @description Of planning: `failed` where any account could not be planned. The others can be carried out all the same. */
            readonly state: components["schemas"]["WorkState"];
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
        };
        readonly PlanSetList: {
            readonly items: readonly components["schemas"]["PlanSetSummary"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly PlanSet: {
            readonly id: components["schemas"]["Uuid"];
            readonly scope: string;
            /** @description Of planning: `failed` where any account could not be planned. The others can be carried out all the same. */
            readonly state: components["schemas"]["WorkState"];
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
            readonly counts: components["schemas"]["PlanSetCounts"];
            /** @description In the order of the manifest. */
            readonly accounts: readonly components["schemas"]["PlanSetAccount"][];
            /** @description What becomes possible, in all accounts together; what holds for most accounts comes first. */
            readonly newlyGranted: readonly components["schemas"]["NewlyGranted"][];
        };
        /** @description One sentence of what becomes possible, and where. */
        readonly NewlyGranted: {
            /** @description The id of the account itself stands as `{account.id}`, so that what is the same in several accounts is said once. */
            readonly text: string;
            /** @description Names of the manifest. */
            readonly accounts: readonly string[];
        };
        readonly PlanSetAccount: {
            /** @description As the manifest calls it. */
            readonly name: string;
            readonly accountId: components["schemas"]["AccountId"];
            readonly partition: string;
            readonly tags: readonly string[];
            /** @enum {string} */
            readonly state: "waiting" | "planned" | "failed";
            /** @description Why it could not be planned. */
            readonly failure: components["schemas"]["PlanSetFault"] | null;
            readonly plan: components["schemas"]["PlanSetPlan"] | null;
            /** @description The latest one of the plan; `null` while there is none. */
            readonly application: components["schemas"]["ApplicationStanding"] | null;
        };
        readonly PlanSetFault: {
            readonly code: components["schemas"]["ProblemCode"];
            readonly message: string;
        };
        /** @description The plan of one account in short; `/v1/plans/{id}` has all of it. */
        readonly PlanSetPlan: {
            readonly id: components["schemas"]["Sha256"];
            /** @description How many resources of each kind of change. */
            readonly changes: {
                readonly [key: string]: number;
            };
            /** @description Writes to AWS; 0 where there is nothing to do. */
            readonly operations: number;
            readonly conflicts: number;
            /** @description Guardrails that it breaks; with any of them it cannot be applied. */
            readonly refusals: number;
            /** @description Whether somebody may do or assume what they could not before. */
            readonly grantsMore: boolean;
            /** @description The most severe one; `null` where there is none. */
            readonly risk: components["schemas"]["Severity"] | null;
            /** @description Whether it is carried out only once an approver has agreed. */
            readonly needsApproval: boolean;
            /** @description The last word of an approver; `null` while there is none. */
            readonly decision: components["schemas"]["PlanDecision"] | null;
        };
        readonly ApplicationStanding: {
            readonly id: components["schemas"]["Uuid"];
            readonly state: components["schemas"]["WorkState"];
            readonly failure: string | null;
        };
        readonly PlanSetApplicationInput: {
            /** @description Only these of the set: names, patterns with `*` and `?`, ids, `tag:TAG`. */
            readonly accounts?: readonly string[] | undefined;
            /**
             * @description Lets resources be deleted and made again.
             * @default false
             */
            readonly allowReplace?: boolean | undefined;
        };
        /** @description What was asked for in each account, in the order of the manifest. */
        readonly PlanSetApplications: {
            /** @description Of the plan set. */
            readonly id: components["schemas"]["Uuid"];
            readonly accounts: readonly components["schemas"]["PlanSetApplication"][];
        };
        readonly PlanSetApplication: {
            readonly name: string;
            readonly accountId: components["schemas"]["AccountId"];
            readonly planId: components["schemas"]["Sha256"] | null;
            /**
             * @description `already`: an application that was asked for before carries it out, or has.
             * @enum {string}
             */
            readonly outcome: "queued" | "already" | "nothing-to-do" | "refused";
            readonly applicationId: components["schemas"]["Uuid"] | null;
            /** @description Why it is not carried out; as `POST /v1/applications` would refuse it. */
            readonly refusal: components["schemas"]["PlanSetFault"] | null;
        };
        readonly ApplicationInput: {
            /** @description Id of a plan from `POST /v1/plans`. Only what it holds is carried out. */
            readonly planId: components["schemas"]["Sha256"];
            /**
             * @description Lets resources be deleted and made again.
             * @default false
             */
            readonly allowReplace?: boolean | undefined;
        };
        readonly Application: {
            readonly id: components["schemas"]["Uuid"];
            readonly planId: components["schemas"]["Sha256"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly state: components["schemas"]["WorkState"];
            /** @description What was done, as far as it came. */
            readonly report: components["schemas"]["ApplyReport"] | null;
            readonly failure: string | null;
            readonly requestedBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly finishedAt: components["schemas"]["Instant"] | null;
        };
        readonly ApplicationList: {
            readonly items: readonly components["schemas"]["Application"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @description A password or access key that an application made; without what it is. */
        readonly Secret: {
            readonly id: components["schemas"]["Uuid"];
            readonly applicationId: components["schemas"]["Uuid"];
            readonly accountId: components["schemas"]["AccountId"];
            /** @description The IAM user whose it is. */
            readonly user: string;
            /** @enum {string} */
            readonly kind: "password" | "access-key";
            /** @description Of an access key. */
            readonly accessKeyId: string | null;
            /** @description SHA-256 fingerprints of the age keys, each of which can decrypt it. */
            readonly recipients: readonly string[];
            /**
             * @description `expired`: nobody fetched it in time, so nobody has it, and it may be live: reset or rotate it.
             * @enum {string}
             */
            readonly state: "waiting" | "read" | "expired";
            /** @description Whether it is known to be live. If not, the work was cut off while it was being set, and it may be. */
            readonly settled: boolean;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            /** @description 24 hours later. The ciphertext is deleted then. */
            readonly expiresAt: components["schemas"]["Instant"];
            readonly readBy: components["schemas"]["Actor"] | null;
            readonly readAt: components["schemas"]["Instant"] | null;
        };
        readonly SecretList: {
            readonly items: readonly components["schemas"]["Secret"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly SecretReading: {
            readonly id: components["schemas"]["Uuid"];
            readonly applicationId: components["schemas"]["Uuid"];
            readonly accountId: components["schemas"]["AccountId"];
            /** @description The IAM user whose it is. */
            readonly user: string;
            /** @enum {string} */
            readonly kind: "password" | "access-key";
            /** @description Of an access key. */
            readonly accessKeyId: string | null;
            /** @description SHA-256 fingerprints of the age keys, each of which can decrypt it. */
            readonly recipients: readonly string[];
            /**
             * @description `expired`: nobody fetched it in time, so nobody has it, and it may be live: reset or rotate it.
             * @enum {string}
             */
            readonly state: "waiting" | "read" | "expired";
            /** @description Whether it is known to be live. If not, the work was cut off while it was being set, and it may be. */
            readonly settled: boolean;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            /** @description 24 hours later. The ciphertext is deleted then. */
            readonly expiresAt: components["schemas"]["Instant"];
            readonly readBy: components["schemas"]["Actor"] | null;
            readonly readAt: components["schemas"]["Instant"] | null;
            /** @description A sign-in bundle as JSON, encrypted with age, in its ASCII armour: for `age --decrypt`. */
            readonly ciphertext: string;
        };
        readonly ApplyReport: {
            readonly planId: components["schemas"]["Sha256"];
            readonly scope: string;
            readonly account: components["schemas"]["AccountId"];
            readonly results: readonly {
                readonly id: string;
                readonly resource: string;
                readonly action: string;
                readonly facet: string;
                /** @enum {string} */
                readonly status: "done" | "already" | "failed" | "skipped" | "not-started";
                readonly message?: string | undefined;
                readonly hint?: string | undefined;
            }[];
            readonly warnings: readonly string[];
            readonly interrupted: boolean;
            /** @description Everything that was planned is so now. */
            readonly complete: boolean;
        };
        /**
         * @description `draft` → `pending-approval` → `approved` → `provisioning` → `fulfilled`, or `rejected`,
         *     `cancelled`, `lapsed` (nobody answered in time), `provision-failed` (can be tried again).
         *     Where a rule approves by itself, `draft` → `approved`.
         * @enum {string}
         */
        readonly RoleRequestState: "draft" | "pending-approval" | "approved" | "provisioning" | "fulfilled" | "provision-failed" | "rejected" | "cancelled" | "lapsed";
        readonly RoleRequestInput: {
            readonly accountId: components["schemas"]["AccountId"];
            readonly blueprint: components["schemas"]["Slug"];
            readonly parameters?: components["schemas"]["Parameters"] | undefined;
            readonly reason: components["schemas"]["Reason"];
            readonly ticket?: components["schemas"]["Ticket"] | undefined;
            readonly durationSeconds: components["schemas"]["DurationSeconds"];
            /** @description Left out: as the service is configured. */
            readonly answerBy?: components["schemas"]["Instant"] | undefined;
        };
        /** @description Of the blueprint. Whom the role trusts is none of them; the service knows that. */
        readonly Parameters: {
            readonly [key: string]: components["schemas"]["ParameterValue"];
        };
        readonly ParameterValue: string | number | boolean | readonly string[];
        /** @description Why; approvers and auditors read it. */
        readonly Reason: string;
        readonly Ticket: string | null;
        /** @description A merge patch as RFC 7396 has it, except that `parameters` is replaced as a whole. */
        readonly RoleRequestPatch: {
            readonly accountId?: components["schemas"]["AccountId"] | undefined;
            readonly blueprint?: components["schemas"]["Slug"] | undefined;
            readonly parameters?: components["schemas"]["Parameters"] | undefined;
            readonly reason?: components["schemas"]["Reason"] | undefined;
            readonly ticket?: components["schemas"]["Ticket"] | undefined;
            readonly durationSeconds?: components["schemas"]["DurationSeconds"] | undefined;
            readonly answerBy?: components["schemas"]["Instant"] | undefined;
        };
        /** @description A person asks for a blueprint in an account for a while. */
        readonly RoleRequest: {
            readonly id: components["schemas"]["Uuid"];
            readonly state: components["schemas"]["RoleRequestState"];
            readonly requester: components["schemas"]["Actor"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly blueprint: components["schemas"]["Slug"];
            readonly parameters: {
                readonly [key: string]: components["schemas"]["Json"];
            };
            readonly reason: string;
            readonly ticket: string | null;
            readonly durationSeconds: components["schemas"]["DurationSeconds"];
            readonly answerBy: components["schemas"]["Instant"];
            readonly emergency: boolean;
            readonly preview: components["schemas"]["Preview"] | null;
            readonly approval: components["schemas"]["Approval"] | null;
            readonly extendsGrantId: components["schemas"]["Uuid"] | null;
            readonly grantId: components["schemas"]["Uuid"] | null;
            readonly failure: string | null;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly updatedAt: components["schemas"]["Instant"];
        };
        readonly RoleRequestSummary: {
            readonly id: components["schemas"]["Uuid"];
            readonly state: components["schemas"]["RoleRequestState"];
            readonly requester: components["schemas"]["Actor"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly blueprint: components["schemas"]["Slug"];
            readonly reason: string;
            readonly ticket: string | null;
            readonly durationSeconds: components["schemas"]["DurationSeconds"];
            readonly answerBy: components["schemas"]["Instant"];
            readonly emergency: boolean;
            readonly risk: components["schemas"]["RiskLevel"] | null;
            readonly approval: components["schemas"]["Approval"] | null;
            readonly extendsGrantId: components["schemas"]["Uuid"] | null;
            readonly grantId: components["schemas"]["Uuid"] | null;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly updatedAt: components["schemas"]["Instant"];
        };
        readonly RoleRequestList: {
            readonly items: readonly components["schemas"]["RoleRequestSummary"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @description What a request would do, in words; made by planning, never by the client. */
        readonly Preview: {
            readonly planId: components["schemas"]["Sha256"];
            readonly risk: components["schemas"]["RiskLevel"];
            /** @description One sentence each: what becomes possible. */
            readonly grants: readonly string[];
            readonly risks: readonly components["schemas"]["Risk"][];
            /** @description Guardrails that it breaks; with any of them it cannot be submitted. */
            readonly refusals: readonly components["schemas"]["Refusal"][];
            readonly roleArns: readonly string[];
            readonly plannedAt: components["schemas"]["Instant"];
        };
        /** @description A preview with the plan that decisions are bound to. */
        readonly PlannedPreview: {
            readonly planId: components["schemas"]["Sha256"];
            readonly risk: components["schemas"]["RiskLevel"];
            readonly grants: readonly string[];
            readonly risks: readonly components["schemas"]["Risk"][];
            readonly refusals: readonly components["schemas"]["Refusal"][];
            readonly roleArns: readonly string[];
            readonly plannedAt: components["schemas"]["Instant"];
            readonly plan: components["schemas"]["Plan"];
        };
        readonly Approval: {
            /** @enum {string} */
            readonly method: "automatic" | "reviewed" | "emergency";
            /** @description Id of the rule that says so. */
            readonly rule: string;
            /** @description How many people have to approve. */
            readonly needed: number;
            readonly approvers: readonly components["schemas"]["Approver"][];
        };
        /** @description What submitting would come to. */
        readonly RoleRequestValidation: {
            /** @description Whether it could be submitted. */
            readonly accepted: boolean;
            readonly preview: components["schemas"]["PlannedPreview"];
            readonly approval: components["schemas"]["Approval"] | null;
            /** @description What stands in the way beside guardrails. */
            readonly faults: readonly components["schemas"]["ProblemError"][];
        };
        readonly DecisionInput: {
            /** @description Of the plan that you saw; 409 `plan-changed` where it is another by now. */
            readonly planId: components["schemas"]["Sha256"];
            /** @enum {string} */
            readonly decision: "approve" | "reject";
            /** @default  */
            readonly comment?: string | undefined;
        };
        readonly Decision: {
            readonly id: components["schemas"]["Uuid"];
            readonly requestId: components["schemas"]["Uuid"];
            readonly approver: components["schemas"]["Actor"];
            /** @description The approver in whose place a delegate answered. */
            readonly onBehalfOf: components["schemas"]["Subject"] | null;
            /** @enum {string} */
            readonly decision: "approve" | "reject";
            readonly comment: string;
            readonly planId: components["schemas"]["Sha256"];
            /** @description False once the plan moved. */
            readonly valid: boolean;
            readonly createdAt: components["schemas"]["Instant"];
        };
        readonly DecisionList: {
            readonly items: readonly components["schemas"]["Decision"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly CancellationInput: {
            readonly comment?: string | undefined;
        };
        readonly EmergencyRequestInput: {
            readonly accountId: components["schemas"]["AccountId"];
            readonly blueprint: components["schemas"]["Slug"];
            readonly parameters?: components["schemas"]["Parameters"] | undefined;
            readonly reason: string;
            readonly ticket?: components["schemas"]["Ticket"] | undefined;
            /** @description Seconds. */
            readonly durationSeconds: number;
        };
        /** @description Something that happened to one resource; also the data of an event of its stream. */
        readonly ResourceEvent: {
            /** @description The id of the event of the stream. */
            readonly sequence: number;
            readonly at: components["schemas"]["Instant"];
            /** @description Such as `role-request.submitted`. */
            readonly type: string;
            readonly actor: components["schemas"]["Actor"];
            readonly data: components["schemas"]["Json"];
        };
        readonly ResourceEventList: {
            readonly items: readonly components["schemas"]["ResourceEvent"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @enum {string} */
        readonly GrantState: "provisioning" | "active" | "expiring" | "removing" | "expired" | "revoking" | "revoked" | "removal-failed";
        /** @description What came of a request, in one account. */
        readonly Grant: {
            readonly id: components["schemas"]["Uuid"];
            readonly requestId: components["schemas"]["Uuid"];
            readonly state: components["schemas"]["GrantState"];
            readonly holder: components["schemas"]["Actor"];
            readonly accountId: components["schemas"]["AccountId"];
            readonly blueprint: components["schemas"]["Slug"];
            readonly roleArns: readonly string[];
            readonly planId: components["schemas"]["Sha256"];
            readonly startsAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly endedAt: components["schemas"]["Instant"] | null;
            readonly endedBy: components["schemas"]["Actor"] | null;
            readonly endReason: string | null;
            readonly failure: string | null;
            /** @description Of an emergency, what came of the look afterwards. */
            readonly review: {
                readonly by: components["schemas"]["Actor"];
                readonly at: components["schemas"]["Instant"];
                readonly comment: string;
            } | null;
            readonly needsReview: boolean;
            readonly recertifiedAt: components["schemas"]["Instant"] | null;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
        };
        readonly GrantList: {
            readonly items: readonly components["schemas"]["Grant"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly ExtensionInput: {
            /** @description The end that is asked for; all of the grant's time counts. */
            readonly expiresAt: components["schemas"]["Instant"];
            readonly reason: components["schemas"]["Reason"];
            readonly ticket?: components["schemas"]["Ticket"] | undefined;
        };
        readonly RevocationInput: {
            readonly reason: components["schemas"]["Reason"];
        };
        readonly ReviewInput: {
            readonly comment: string;
        };
        /** @description Ids of what ended with it. */
        readonly LeaverRevocation: {
            readonly subject: components["schemas"]["Subject"];
            /** @description Grants that are being revoked. */
            readonly grants: readonly components["schemas"]["Uuid"][];
            /** @description Requests that were cancelled, or whose grant will be revoked. */
            readonly requests: readonly components["schemas"]["Uuid"][];
            /** @description Approvals that no longer count. */
            readonly decisions: readonly components["schemas"]["Uuid"][];
            /** @description Plans of manifests that they approved and that have to be approved anew. */
            readonly plans: readonly components["schemas"]["Sha256"][];
            /** @description Delegations that ended. */
            readonly delegations: readonly components["schemas"]["Uuid"][];
            /** @description How many mappings were removed. */
            readonly principalMappings: number;
            /** @description API tokens that were revoked. */
            readonly apiTokens: readonly components["schemas"]["Uuid"][];
            /** @description Changes of the rules that they proposed and that were withdrawn. */
            readonly ruleChanges: readonly components["schemas"]["Uuid"][];
        };
        /** @description What one rule lets the caller ask for. */
        readonly Eligibility: {
            readonly rule: components["schemas"]["Slug"];
            /** @description Ids, or `*`. */
            readonly blueprints: readonly string[];
            /** @description Account ids, or `*`. */
            readonly accounts: readonly string[];
            readonly maxDurationSeconds: number;
            readonly emergency: boolean;
        };
        readonly EligibilityList: {
            readonly items: readonly components["schemas"]["Eligibility"][];
        };
        readonly Selection: readonly string[];
        /** @description Who approves what. */
        readonly ApprovalRule: {
            readonly id: components["schemas"]["Slug"];
            readonly when: components["schemas"]["ApprovalCondition"];
            readonly outcome: components["schemas"]["ApprovalOutcome"];
        };
        readonly ApprovalRulesInput: {
            readonly rules: readonly components["schemas"]["ApprovalRule"][];
        };
        /** @description The first rule that matches decides. */
        readonly ApprovalRules: {
            readonly rules: readonly components["schemas"]["ApprovalRule"][];
            readonly revision: components["schemas"]["Revision"];
        };
        /** @description What is left out matches everything. */
        readonly ApprovalCondition: {
            readonly blueprints?: components["schemas"]["Selection"] | undefined;
            readonly accounts?: components["schemas"]["Selection"] | undefined;
            readonly environments?: components["schemas"]["Selection"] | undefined;
            /** @description At most this risky. */
            readonly maxRisk?: components["schemas"]["RiskLevel"] | undefined;
            readonly maxDurationSeconds?: number | undefined;
        };
        readonly ApprovalOutcome: {
            /** @constant */
            readonly kind: "automatic";
        } | {
            /** @constant */
            readonly kind: "people";
            readonly approvers: readonly components["schemas"]["Approver"][];
            readonly needed: number;
        } | {
            /** @constant */
            readonly kind: "refuse";
            readonly why: string;
        };
        /** @description Who may ask for what. */
        readonly EligibilityRule: {
            readonly id: components["schemas"]["Slug"];
            /** @description Subjects, `group:{name}`, or `*`. */
            readonly who: components["schemas"]["Selection"];
            /** @description Ids, or `*`. */
            readonly blueprints: components["schemas"]["Selection"];
            /** @description Account ids, or `*`. */
            readonly accounts: components["schemas"]["Selection"];
            readonly maxDurationSeconds: number;
            /** @description Whether emergency access may be taken. */
            readonly emergency: boolean;
        };
        readonly EligibilityRulesInput: {
            readonly rules: readonly components["schemas"]["EligibilityRule"][];
        };
        readonly EligibilityRules: {
            readonly rules: readonly components["schemas"]["EligibilityRule"][];
            readonly revision: components["schemas"]["Revision"];
        };
        /**
         * @description `role-session`: sessions of a role that have this name, as Identity Center and federation make
         *     them; `role`, `user`: an ARN.
         */
        readonly MappedPrincipal: {
            /** @constant */
            readonly kind: "role-session";
            readonly roleArn: string;
            readonly sessionName: string;
            /** @description What `aws:SourceIdentity` must be, where the identity provider sets it. */
            readonly sourceIdentity?: string | undefined;
        } | {
            /** @enum {string} */
            readonly kind: "role" | "user";
            readonly arn: string;
            /** @description Of users: their session must show MFA. */
            readonly requireMfa?: boolean | undefined;
        };
        readonly PrincipalMappingInput: {
            readonly principal: components["schemas"]["MappedPrincipal"];
        };
        /** @description From a person to the principal of AWS that their roles trust. */
        readonly PrincipalMapping: {
            readonly subject: components["schemas"]["Subject"];
            readonly accountId: components["schemas"]["AccountOrAll"];
            readonly principal: components["schemas"]["MappedPrincipal"];
        };
        readonly PrincipalMappingList: {
            readonly items: readonly components["schemas"]["PrincipalMapping"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly GuardrailsInput: {
            /** @description Guardrails in YAML, as a file of them reads; empty for none. */
            readonly text: string;
        };
        readonly Guardrails: {
            readonly text: string;
            /** @description Stands in every plan that they judged; `null` where there are none. */
            readonly digest: string | null;
            readonly revision: components["schemas"]["Revision"];
            readonly updatedAt: components["schemas"]["Instant"] | null;
            readonly updatedBy: components["schemas"]["Actor"] | null;
        };
        /** @description A change of the rules that waits for a second person. */
        readonly RuleChange: {
            readonly id: components["schemas"]["Uuid"];
            /** @description Path of what it changes, such as `/v1/approval-rules`. */
            readonly target: string;
            /** @enum {string} */
            readonly action: "put" | "delete";
            /** @description The body that was sent; `null` for a delete. */
            readonly proposed: unknown;
            readonly proposedBy: components["schemas"]["Actor"];
            /**
             * @description `lapsed`: nobody decided in time; `withdrawn`: who proposed it has left.
             * @enum {string}
             */
            readonly state: "pending" | "applied" | "rejected" | "superseded" | "lapsed" | "withdrawn";
            readonly decidedBy: components["schemas"]["Actor"] | null;
            readonly comment: string;
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly decidedAt: components["schemas"]["Instant"] | null;
        };
        readonly RuleChangeList: {
            readonly items: readonly components["schemas"]["RuleChange"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly RuleChangeDecisionInput: {
            /** @enum {string} */
            readonly decision: "approve" | "reject";
            /** @default  */
            readonly comment?: string | undefined;
        };
        /** @description Somebody else decides in your place for a while. */
        readonly DelegationInput: {
            readonly to: components["schemas"]["Subject"];
            readonly startsAt: components["schemas"]["Instant"];
            readonly endsAt: components["schemas"]["Instant"];
        };
        readonly Delegation: {
            readonly id: components["schemas"]["Uuid"];
            readonly from: components["schemas"]["Subject"];
            /** @description Groups of the approver, as `group:{name}`. */
            readonly fromGroups: readonly string[];
            readonly to: components["schemas"]["Subject"];
            readonly startsAt: components["schemas"]["Instant"];
            /** @description The first moment at which it holds no more. */
            readonly endsAt: components["schemas"]["Instant"];
        };
        readonly DelegationList: {
            readonly items: readonly components["schemas"]["Delegation"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /** @description One entry of the log; each holds the hash of the one before. */
        readonly AuditEvent: {
            /** @description Counts without gaps. */
            readonly sequence: number;
            readonly at: components["schemas"]["Instant"];
            readonly actor: components["schemas"]["Actor"];
            readonly type: string;
            /** @description Such as `role-requests/{id}`. */
            readonly subject: string;
            readonly accountId: components["schemas"]["AccountId"] | null;
            readonly data: components["schemas"]["Json"];
            readonly hash: components["schemas"]["Sha256"];
            readonly previousHash: components["schemas"]["Sha256"];
        };
        readonly AuditEventList: {
            readonly items: readonly components["schemas"]["AuditEvent"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly AuditVerification: {
            readonly intact: boolean;
            /** @description Where the chain breaks first. */
            readonly broken: {
                readonly sequence: number;
                readonly why: string;
            } | null;
            /** @description `null` while the log is empty, or where it is broken. */
            readonly head: components["schemas"]["SignedHead"] | null;
        };
        /** @description The end of the chain, signed; to be kept outside. */
        readonly SignedHead: {
            readonly sequence: number;
            readonly hash: components["schemas"]["Sha256"];
            readonly at: components["schemas"]["Instant"];
            /** @description Of the public key: the first 16 hexadecimal digits of the SHA-256 of its SPKI in DER. */
            readonly keyId: string;
            /** @description Ed25519, in base64url, over the canonical JSON (RFC 8785) of the other members and `"kind": "rolecall-audit-head"`. */
            readonly signature: string;
        };
        readonly WebhookEventType: components["schemas"]["ResourceEventType"] | "audit.head";
        /** @enum {string} */
        readonly ResourceEventType: "role-request.submitted" | "role-request.decided" | "role-request.cancelled" | "role-request.lapsed" | "role-request.provision-failed" | "grant.activated" | "grant.extended" | "grant.expiring" | "grant.expired" | "grant.revoked" | "grant.removal-failed" | "grant.recertification-due" | "emergency.review-due" | "emergency.used" | "emergency.reviewed" | "check-run.completed" | "guide-walk.completed" | "plan.approval-needed" | "plan-set.completed" | "application.completed" | "secret.expired" | "rule-change.proposed" | "webhook.test";
        /**
         * Format: uri
         * @description Addresses of private networks only where the operator allows the host.
         */
        readonly WebhookUrl: string;
        readonly WebhookEndpointInput: {
            readonly url: components["schemas"]["WebhookUrl"];
            readonly events: readonly components["schemas"]["WebhookEventType"][];
        };
        readonly WebhookEndpointPatch: {
            readonly url?: components["schemas"]["WebhookUrl"] | undefined;
            readonly events?: readonly components["schemas"]["WebhookEventType"][] | undefined;
            /** @enum {string} */
            readonly state?: ("enabled" | "disabled") | undefined;
        };
        readonly WebhookEndpoint: {
            readonly id: components["schemas"]["Uuid"];
            /** Format: uri */
            readonly url: string;
            readonly events: readonly components["schemas"]["WebhookEventType"][];
            /** @enum {string} */
            readonly state: "enabled" | "disabled";
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
        };
        readonly WebhookEndpointList: {
            readonly items: readonly components["schemas"]["WebhookEndpoint"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly WebhookEndpointWithSecret: {
            readonly id: components["schemas"]["Uuid"];
            /** Format: uri */
            readonly url: string;
            readonly events: readonly components["schemas"]["WebhookEventType"][];
            /** @enum {string} */
            readonly state: "enabled" | "disabled";
            readonly revision: components["schemas"]["Revision"];
            readonly createdAt: components["schemas"]["Instant"];
            /** @description Shown this once. Verifies signatures as Standard Webhooks describes. */
            readonly secret: string;
        };
        readonly WebhookDelivery: {
            readonly id: components["schemas"]["Uuid"];
            readonly endpointId: components["schemas"]["Uuid"];
            readonly eventType: components["schemas"]["WebhookEventType"];
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "abandoned";
            readonly attempts: number;
            readonly nextAttemptAt: components["schemas"]["Instant"] | null;
            /** @description Of the last attempt. */
            readonly failure: string | null;
            readonly createdAt: components["schemas"]["Instant"];
            readonly deliveredAt: components["schemas"]["Instant"] | null;
        };
        readonly WebhookDeliveryList: {
            readonly items: readonly components["schemas"]["WebhookDelivery"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        /**
         * @description The body of a delivery. Thin: read the resource for more. Signed as Standard Webhooks describes
         *     in `webhook-id`, `webhook-timestamp` and `webhook-signature`.
         */
        readonly WebhookEvent: components["schemas"]["ResourceChanged"] | components["schemas"]["AuditHeadSigned"];
        /** @description Something happened to a resource. */
        readonly ResourceChanged: {
            readonly type: components["schemas"]["ResourceEventType"];
            readonly timestamp: components["schemas"]["Instant"];
            readonly data: {
                /** @description Path of what it is about. */
                readonly resource: string | null;
                readonly state: string | null;
                readonly accountId: string | null;
                readonly actor: components["schemas"]["Actor"];
            };
        };
        /**
         * @description The head of the audit log, handed outside. Keep it where the database's owner cannot write:
         *     `rolecall audit verify --head` holds an export against it.
         */
        readonly AuditHeadSigned: {
            /** @constant */
            readonly type: "audit.head";
            readonly timestamp: components["schemas"]["Instant"];
            readonly data: {
                /** @description Where the log is verified. */
                readonly resource: string;
                readonly state: null;
                readonly accountId: null;
                readonly actor: components["schemas"]["Actor"];
                readonly head: components["schemas"]["SignedHead"];
            };
        };
        readonly ApiTokenInput: {
            readonly name: string;
            /** @description Makes a machine of its own that has these roles. Left out, the token acts for the caller. */
            readonly roles?: readonly components["schemas"]["Role"][] | undefined;
            /** @description All that may be done with it. Left out: whatever the roles allow. */
            readonly scopes?: readonly components["schemas"]["Permission"][] | undefined;
            readonly expiresAt: components["schemas"]["Instant"];
        };
        readonly ApiToken: {
            readonly id: components["schemas"]["Uuid"];
            readonly name: string;
            /** @description Whom it acts for. */
            readonly actor: components["schemas"]["Actor"];
            readonly roles: readonly components["schemas"]["Role"][];
            readonly scopes: readonly components["schemas"]["Permission"][] | null;
            readonly createdBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            /** @description To the hour. */
            readonly lastUsedAt: components["schemas"]["Instant"] | null;
        };
        readonly ApiTokenList: {
            readonly items: readonly components["schemas"]["ApiToken"][];
            readonly nextCursor?: components["schemas"]["NextCursor"] | undefined;
        };
        readonly ApiTokenWithSecret: {
            readonly id: components["schemas"]["Uuid"];
            readonly name: string;
            readonly actor: components["schemas"]["Actor"];
            readonly roles: readonly components["schemas"]["Role"][];
            readonly scopes: readonly components["schemas"]["Permission"][] | null;
            readonly createdBy: components["schemas"]["Actor"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly expiresAt: components["schemas"]["Instant"];
            readonly lastUsedAt: components["schemas"]["Instant"] | null;
            /** @description Shown this once. */
            readonly token: string;
        };
        readonly Health: {
            /** @constant */
            readonly status: "ok";
        };
        readonly Readiness: {
            /** @enum {string} */
            readonly status: "ready" | "not-ready";
            readonly checks: readonly {
                readonly name: string;
                readonly ok: boolean;
            }[];
        };
    };
    responses: {
        /** @description The request could not be read: a parameter, a header or the syntax of the body. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credentials, or none that are valid. */
        readonly Unauthenticated: {
            headers: {
                /** @description How to sign in, as RFC 6750 has it. */
                readonly "WWW-Authenticate"?: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may not do this. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or it is not the caller's to see. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types that the client accepts. */
        readonly NotAcceptable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource's state does not allow it. */
        readonly Conflict: {
            headers: {
                /** @description Seconds to wait, where waiting helps. */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was read already, or nobody read it in time. */
        readonly Gone: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource is another by now; read it again. */
        readonly PreconditionFailed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        readonly PayloadTooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another media type than the operation takes. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body was read, but breaks its schema or a rule. */
        readonly Unprocessable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. */
        readonly PreconditionRequired: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the service; it tells no details. */
        readonly InternalError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description AWS refused, or could not be reached. */
        readonly BadGateway: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot answer now: overload, shutdown, a dependency, or its own deadline. */
        readonly Unavailable: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The account's twelve digits.
         * @example 210987654321
         */
        readonly AccountId: components["schemas"]["AccountId"];
        /**
         * @description The resource's id.
         * @example 01931f6e-8a00-7c31-9f00-0242ac120002
         */
        readonly Id: components["schemas"]["Uuid"];
        /**
         * @description The blueprint's id.
         * @example support-user-role
         */
        readonly BlueprintId: components["schemas"]["Slug"];
        /**
         * @description The guide's id.
         * @example aws-account
         */
        readonly GuideId: components["schemas"]["Slug"];
        /**
         * @description `{issuer}|{subject}` of the person, percent-encoded.
         * @example https://login.example.com|ana
         */
        readonly Subject: components["schemas"]["Subject"];
        /**
         * @description Twelve digits, or `*` for all accounts.
         * @example 210987654321
         */
        readonly MappedAccount: components["schemas"]["AccountOrAll"];
        /**
         * @description The plan's id.
         * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
         */
        readonly PlanId: components["schemas"]["Sha256"];
        /** @description How many items a page holds at most. */
        readonly Limit: number;
        /** @description `nextCursor` of the page before; opaque. */
        readonly Cursor: string;
        /**
         * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
         *     with another body: 422. Its first request still runs: 409.
         * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
         */
        readonly IdempotencyKey: components["schemas"]["IdempotencyKey"];
        /**
         * @description With it, trying again gives the first answer instead of 412.
         * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
         */
        readonly IdempotencyKeyOptional: components["schemas"]["IdempotencyKey"];
        /**
         * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
         * @example "3"
         */
        readonly IfMatch: components["schemas"]["EntityTags"];
        /**
         * @description The ETag last seen. Needed where the resource exists (428 without it, and for `*`); left out
         *     to create it, and 412 where it does not exist.
         * @example "3"
         */
        readonly IfMatchExisting: components["schemas"]["EntityTags"];
        /**
         * @description An ETag seen before; 304 where it is still the one.
         * @example "3"
         */
        readonly IfNoneMatch: components["schemas"]["EntityTags"];
        /**
         * @description Of a stream that broke off; it goes on behind this event.
         * @example 12
         */
        readonly LastEventId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The revision, as a strong entity tag.
         * @example "3"
         */
        readonly ETag: components["schemas"]["EntityTag"];
        /**
         * @description Path of the resource that was made, or that shows how the work goes on.
         * @example /v1/role-requests/01931f6e-8a00-7c31-9f00-0242ac120002
         */
        readonly Location: string;
        /**
         * @description Seconds to wait before asking again.
         * @example 2
         */
        readonly RetryAfter: number;
        /**
         * @description To be kept as a file, under this name.
         * @example attachment; filename="rolecall-210987654321.json"
         */
        readonly ContentDisposition: string;
        /**
         * @description What a browser lets the answer do; the HTML page runs and styles only what is in it.
         * @example default-src 'none'; frame-ancestors 'none'
         */
        readonly ContentSecurityPolicy: string;
    };
    pathItems: never;
}
export interface operations {
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The caller. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listAccounts: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of this environment. */
                readonly environment?: components["schemas"]["Slug"];
                /** @description Only those in this state. */
                readonly state?: "pending" | "verified" | "failed";
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of accounts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description An ETag seen before; 304 where it is still the one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The account. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description It is the one that you have seen. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly registerAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The ETag last seen. Needed where the resource exists (428 without it, and for `*`); left out
                 *     to create it, and 412 where it does not exist.
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatchExisting"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountInput"];
            };
        };
        readonly responses: {
            /** @description Changed. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Registered. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description It waits for a second person: where an account is registered, or where another environment, owner, scope or way in would be one that rules go by. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly removeAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Forgotten. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly verifyAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Being tried; poll the account. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listCheckRuns: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of check runs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckRunList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly startCheckRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckRunInput"];
            };
        };
        readonly responses: {
            /** @description Queued; poll the check run. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckRun"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getExceptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The exceptions. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Exceptions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putExceptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExceptionsInput"];
            };
        };
        readonly responses: {
            /** @description Replaced. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Exceptions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCheckRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The check run. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckRun"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listFindings: {
        readonly parameters: {
            readonly query?: {
                /** @description Only these outcomes. */
                readonly outcome?: readonly components["schemas"]["Outcome"][];
                /** @description Only those at least this severe. */
                readonly severity?: components["schemas"]["Severity"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of findings. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FindingList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listCheckRunEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: {
                /**
                 * @description Of a stream that broke off; it goes on behind this event.
                 * @example 12
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened so far, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResourceEventList"];
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly compareCheckRuns: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Id of the run before: another completed run of the same account.
                 * @example 01931f6e-8a00-7c31-9f00-000000000007
                 */
                readonly with: components["schemas"]["Uuid"];
                /** @description Only these changes. */
                readonly change?: readonly components["schemas"]["ChangeKind"][];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of what changed. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunComparison"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompliance: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The controls. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Compliance"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getFixPlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The fix plan. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FixPlan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getReport: {
        readonly parameters: {
            readonly query?: {
                /** @description Goes before `Accept`. */
                readonly format?: "json" | "html" | "sarif" | "csv" | "junit" | "markdown" | "ocsf" | "asff";
                /**
                 * @description Id of a run before, to be compared with: another completed run of the same account.
                 * @example 01931f6e-8a00-7c31-9f00-000000000007
                 */
                readonly with?: components["schemas"]["Uuid"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The report. */
            readonly 200: {
                headers: {
                    readonly "Content-Disposition": components["headers"]["ContentDisposition"];
                    readonly "Content-Security-Policy": components["headers"]["ContentSecurityPolicy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckReport"];
                    readonly "text/html": string;
                    readonly "application/sarif+json": components["schemas"]["JsonObject"];
                    readonly "text/csv": string;
                    readonly "application/xml": string;
                    readonly "text/markdown": string;
                    readonly "application/vnd.rolecall.ocsf+json": readonly components["schemas"]["JsonObject"][];
                    readonly "application/vnd.rolecall.asff+json": readonly components["schemas"]["JsonObject"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listChecks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every check. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckDefinitionList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listCheckProfiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every profile. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckProfileList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listGuides: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every guide. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GuideList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getGuide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The guide's id.
                 * @example aws-account
                 */
                readonly id: components["parameters"]["GuideId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The guide. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Guide"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listGuideWalks: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of this guide. */
                readonly guide?: components["schemas"]["Slug"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of guide walks. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GuideWalkList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly startGuideWalk: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The account's twelve digits.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["AccountId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuideWalkInput"];
            };
        };
        readonly responses: {
            /** @description Queued; poll the guide walk. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GuideWalk"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getGuideWalk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The guide walk. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GuideWalk"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listGuideWalkEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: {
                /**
                 * @description Of a stream that broke off; it goes on behind this event.
                 * @example 12
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened so far, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResourceEventList"];
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listBlueprints: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every blueprint. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BlueprintList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getBlueprint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The blueprint's id.
                 * @example support-user-role
                 */
                readonly id: components["parameters"]["BlueprintId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The blueprint. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Blueprint"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly lintPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LintInput"];
            };
        };
        readonly responses: {
            /** @description What was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LintReport"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly comparePolicies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ComparisonInput"];
            };
        };
        readonly responses: {
            /** @description The verdict. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessComparison"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly evaluatePolicies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EvaluationInput"];
            };
        };
        readonly responses: {
            /** @description The decision. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Evaluation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPlans: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of plans. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPlanList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createPlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanInput"];
            };
        };
        readonly responses: {
            /** @description Planned. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPlan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The plan. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPlan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlanDrift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The drift. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Drift"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly decidePlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The plan's id.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                readonly planId: components["parameters"]["PlanId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanDecisionInput"];
            };
        };
        readonly responses: {
            /** @description Decided. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPlan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPlanSets: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of plan sets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanSetList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createPlanSet: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanSetInput"];
            };
        };
        readonly responses: {
            /** @description Queued; poll the plan set. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanSet"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlanSet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The plan set. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanSet"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPlanSetEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: {
                /**
                 * @description Of a stream that broke off; it goes on behind this event.
                 * @example 12
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened so far, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResourceEventList"];
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly applyPlanSet: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlanSetApplicationInput"];
            };
        };
        readonly responses: {
            /** @description Queued; poll the plan set, or each application. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlanSetApplications"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listApplications: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of applications. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApplicationList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly applyPlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApplicationInput"];
            };
        };
        readonly responses: {
            /** @description Queued; poll the application. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Application"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getApplication: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The application. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Application"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRollback: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Planned. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPlan"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listApplicationEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: {
                /**
                 * @description Of a stream that broke off; it goes on behind this event.
                 * @example 12
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened so far, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResourceEventList"];
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listApplicationSecrets: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of secrets. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecretList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description About the secret. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Secret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly readSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The ciphertext. It is there no more. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    /** @description Nobody keeps it on its way. */
                    readonly "Cache-Control": "no-store";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecretReading"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 410: components["responses"]["Gone"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRoleRequests: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those in one of these states. */
                readonly state?: readonly components["schemas"]["RoleRequestState"][];
                /** @description Only those of this person. */
                readonly requester?: components["schemas"]["Subject"];
                /** @description Only those for this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description Only those for this blueprint. */
                readonly blueprint?: components["schemas"]["Slug"];
                /** @description Only those that wait for the caller's decision. */
                readonly assignedToMe?: boolean;
                /** @description Only those made after this instant. */
                readonly createdAfter?: components["schemas"]["Instant"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of role requests. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequestList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createRoleRequest: {
        readonly parameters: {
            readonly query?: {
                /** @description Submits it in the same step. */
                readonly submit?: boolean;
                /** @description Only says what would come of it. */
                readonly validateOnly?: boolean;
            };
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RoleRequestInput"];
            };
        };
        readonly responses: {
            /** @description What submitting would come to; nothing is stored. */
            readonly 200: {
                headers: {
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequestValidation"];
                };
            };
            /** @description The request was made. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description An ETag seen before; 304 where it is still the one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The request. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            /** @description It is the one that you have seen. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly updateRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RoleRequestPatch"];
            };
        };
        readonly responses: {
            /** @description Changed. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly submitRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Submitted. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listDecisions: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of decisions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecisionList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly decideRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecisionInput"];
            };
        };
        readonly responses: {
            /** @description Decided. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly cancelRoleRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CancellationInput"];
            };
        };
        readonly responses: {
            /** @description Cancelled. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly retryProvisioning: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Being provisioned; poll the request. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRoleRequestPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The preview. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannedPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRoleRequestEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: {
                /**
                 * @description Of a stream that broke off; it goes on behind this event.
                 * @example 12
                 */
                readonly "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened so far, oldest first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResourceEventList"];
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createEmergencyRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EmergencyRequestInput"];
            };
        };
        readonly responses: {
            /** @description Being provisioned; poll the request. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listEligibility: {
        readonly parameters: {
            readonly query?: {
                /** @description Only for this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description Only this blueprint. */
                readonly blueprint?: components["schemas"]["Slug"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the caller may ask for. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EligibilityList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listDelegations: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of delegations. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DelegationList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DelegationInput"];
            };
        };
        readonly responses: {
            /** @description Delegated. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delegation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The delegation. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delegation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ended. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listGrants: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those of this person. */
                readonly holder?: components["schemas"]["Subject"];
                /** @description Only those in this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description Only those of this blueprint. */
                readonly blueprint?: components["schemas"]["Slug"];
                /** @description Only those in one of these states. */
                readonly state?: readonly components["schemas"]["GrantState"][];
                /** @description Only those that end before this instant. */
                readonly expiresBefore?: components["schemas"]["Instant"];
                /** @description Only emergencies that wait for a review, or all others. */
                readonly needsReview?: boolean;
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of grants. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GrantList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description An ETag seen before; 304 where it is still the one.
                 * @example "3"
                 */
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The grant. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description It is the one that you have seen. */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly extendGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtensionInput"];
            };
        };
        readonly responses: {
            /** @description A rule allowed it; the grant ends later. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description Has to be approved. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RoleRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 502: components["responses"]["BadGateway"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevocationInput"];
            };
        };
        readonly responses: {
            /** @description Being revoked; poll the grant. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grant"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly reviewEmergency: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewInput"];
            };
        };
        readonly responses: {
            /** @description Reviewed. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grant"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly recertifyGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewInput"];
            };
        };
        readonly responses: {
            /** @description Confirmed. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Grant"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeLeaver: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevocationInput"];
            };
        };
        readonly responses: {
            /** @description Being revoked; poll the grants. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LeaverRevocation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getApprovalRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The approval rules. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalRules"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putApprovalRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApprovalRulesInput"];
            };
        };
        readonly responses: {
            /** @description Replaced. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalRules"];
                };
            };
            /** @description Waits for a second person. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getEligibilityRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The eligibility rules. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EligibilityRules"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putEligibilityRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EligibilityRulesInput"];
            };
        };
        readonly responses: {
            /** @description Replaced. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EligibilityRules"];
                };
            };
            /** @description Waits for a second person. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPrincipalMappings: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of principal mappings. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrincipalMappingList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPrincipalMapping: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description Twelve digits, or `*` for all accounts.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["MappedAccount"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The principal mapping. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrincipalMapping"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putPrincipalMapping: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The ETag last seen. Needed where the resource exists (428 without it, and for `*`); left out
                 *     to create it, and 412 where it does not exist.
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatchExisting"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description Twelve digits, or `*` for all accounts.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["MappedAccount"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PrincipalMappingInput"];
            };
        };
        readonly responses: {
            /** @description Replaced. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrincipalMapping"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrincipalMapping"];
                };
            };
            /** @description Waits for a second person. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deletePrincipalMapping: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description `{issuer}|{subject}` of the person, percent-encoded.
                 * @example https://login.example.com|ana
                 */
                readonly subject: components["parameters"]["Subject"];
                /**
                 * @description Twelve digits, or `*` for all accounts.
                 * @example 210987654321
                 */
                readonly accountId: components["parameters"]["MappedAccount"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Waits for a second person. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            /** @description Deleted. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getGuardrails: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The guardrails. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Guardrails"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putGuardrails: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GuardrailsInput"];
            };
        };
        readonly responses: {
            /** @description Replaced. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Guardrails"];
                };
            };
            /** @description Waits for a second person. */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRuleChanges: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those in this state. */
                readonly state?: "pending" | "applied" | "rejected" | "superseded";
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of changes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChangeList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRuleChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The change. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly decideRuleChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RuleChangeDecisionInput"];
            };
        };
        readonly responses: {
            /** @description Decided. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleChange"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listAuditEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description Only events of this type. */
                readonly type?: string;
                /** @description Only events about this, such as `grants/{id}`. */
                readonly subject?: string;
                /** @description Only events by this one. */
                readonly actor?: components["schemas"]["Subject"];
                /** @description Only events about this account. */
                readonly accountId?: components["schemas"]["AccountId"];
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of events, or all of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditEventList"];
                    readonly "application/x-ndjson": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 406: components["responses"]["NotAcceptable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly verifyAuditLog: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was found. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditVerification"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listWebhookEndpoints: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of endpoints. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookEndpointInput"];
            };
        };
        readonly responses: {
            /** @description Added. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The endpoint. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Removed. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly updateWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookEndpointPatch"];
            };
        };
        readonly responses: {
            /** @description Changed. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The ETag last seen. Missing, or `*`: 428; another one now: 412.
                 * @example "3"
                 */
                readonly "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description With it, trying again gives the first answer instead of 412.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The new secret. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 428: components["responses"]["PreconditionRequired"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of deliveries. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly testWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Queued; see the deliveries. */
            readonly 202: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listApiTokens: {
        readonly parameters: {
            readonly query?: {
                /** @description How many items a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the page before; opaque. */
                readonly cursor?: components["parameters"]["Cursor"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of API tokens. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiTokenList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createApiToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for each thing that it means to create. Missing: 400. Used before
                 *     with another body: 422. Its first request still runs: 409.
                 * @example 5f1d7a3e-21a4-4b7e-9a53-9e0f6a2c8b11
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiTokenInput"];
            };
        };
        readonly responses: {
            /** @description Made. */
            readonly 201: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    /** @description Whether an earlier request with the key was answered so. */
                    readonly "Idempotency-Replayed"?: "true";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiTokenWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["PayloadTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getApiToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The API token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiToken"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeApiToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The resource's id.
                 * @example 01931f6e-8a00-7c31-9f00-0242ac120002
                 */
                readonly id: components["parameters"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Revoked. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ready. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            /** @description Not ready; the checks tell why. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the text format of Prometheus. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOpenapiJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JsonObject"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOpenapiYaml: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/yaml": string;
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getDocs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getProblem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description `code` of the problem.
                 * @example self-approval
                 */
                readonly code: components["schemas"]["Slug"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly receiveEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same in each attempt. */
                readonly "webhook-id": string;
                /** @description Seconds since 1970. */
                readonly "webhook-timestamp": string;
                /** @description One or more `v1,…`, with spaces between. */
                readonly "webhook-signature": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        readonly responses: {
            /** @description Received; any other 2xx will do. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing more; disables the endpoint. */
            readonly 410: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
