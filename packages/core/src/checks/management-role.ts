/** Organizations, Control Tower and StackSets make these in member accounts, and need them. */
export function isManagementRole({ name }: { readonly name: string }): boolean {
  return /^(?:OrganizationAccountAccessRole|AWSControlTowerExecution|stacksets-exec-.+)$/.test(
    name,
  );
}
