"""Reads policy documents (a JSON list) and prints how long cfn-lint takes over each of them."""

import json
import sys
from importlib.metadata import version
from time import perf_counter

from cfnlint.config import ConfigMixIn
from cfnlint.rules.resources.iam.Policy import Policy
from cfnlint.runner import Runner

within_rules = 0.0
validate = Policy.validate


def timed_validate(self, *args):
    """The rule for policies, with all that it calls: E3510 and the rules under it."""
    global within_rules
    start = perf_counter()
    errors = list(validate(self, *args))
    within_rules += perf_counter() - start
    yield from errors


Policy.validate = timed_validate
runner = Runner(ConfigMixIn(regions=["us-east-1"]))


def lint(document):
    global within_rules
    within_rules = 0.0
    policy = {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": document}}
    start = perf_counter()
    matches = list(runner.validate_template({"Resources": {"Policy": policy}}))
    return {"template": perf_counter() - start, "rules": within_rules, "found": len(matches)}


documents = json.load(sys.stdin)
lint(documents[0])
times = [lint(document) for document in documents]
findings = sum(each["found"] for each in times)
print(json.dumps({"version": version("cfn-lint"), "times": times, "findings": findings}))
