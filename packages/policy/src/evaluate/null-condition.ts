/**
 * `Null`: `true` asks for a missing key, `false` for a present one; several values are alternatives
 * and any other text never holds. A qualifier changes nothing.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators" ("... to check existence
 * of condition keys").
 */
export function nullHolds(
  values: readonly string[],
  { missing }: { readonly missing: boolean },
): boolean {
  const wanted = String(missing);
  return values.some((value) => value.toLowerCase() === wanted);
}
