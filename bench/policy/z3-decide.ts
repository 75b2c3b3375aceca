import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { init } from 'z3-solver';

// z3 in a process of its own, which can be ended when it hangs. Decides the formulas of a file, one
// after the other, and prints a line for each as it comes; stops where the time for all is over.
const [file = '', perFormula = '', forAll = ''] = process.argv.slice(2);
const formulas: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
const start = performance.now();
const { Z3 } = await init();
const context = Z3.mk_context(Z3.mk_config());
const limits = Z3.mk_params(context);
Z3.params_inc_ref(context, limits);
Z3.params_set_uint(context, limits, Z3.mk_string_symbol(context, 'timeout'), Number(perFormula));
// The first formula takes the threads and the solver into use.
await decide('(declare-const text String)(assert (str.in_re text (str.to_re "a")))');
print({ loading: performance.now() - start, version: Z3.get_full_version() });

const end = performance.now() + Number(forAll);
for (const formula of formulas) {
  if (performance.now() > end) break;
  const begun = performance.now();
  const answer = await decide(formula);
  print({ answer, milliseconds: performance.now() - begun });
}
process.exit(0);

/** Not by `eval_smtlib2_string`: it frees the text before the thread that reads it is done. */
async function decide(formula: string): Promise<string> {
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  try {
    Z3.solver_set_params(context, solver, limits);
    Z3.solver_from_string(context, solver, formula);
    const error = Z3.get_error_code(context);
    if (error !== 0) return Z3.get_error_msg(context, error);
    const answer = await Z3.solver_check(context, solver);
    return answer > 0 ? 'sat' : answer < 0 ? 'unsat' : 'unknown';
  } finally {
    Z3.solver_dec_ref(context, solver);
  }
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}
