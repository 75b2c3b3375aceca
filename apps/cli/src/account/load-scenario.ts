import { readFile } from 'node:fs/promises';
import { nearestName, RolecallError } from '@rolecall/core';
import { builtinScenarios, parseScenario, type Scenario, ScenarioError } from '@rolecall/sandbox';
import { readText } from '../files/read-text.ts';

/** A scenario by the name of a built-in one, or from a file. */
export async function loadScenario(cwd: string, nameOrFile: string): Promise<Scenario> {
  const builtin = new Map(Object.entries(builtinScenarios)).get(nameOrFile);
  const looksLikeFile = /[./\\]/.test(nameOrFile);
  if (builtin === undefined && !looksLikeFile) throw unknownScenario(nameOrFile);
  const text = builtin ? await readFile(builtin, 'utf8') : await readText(cwd, nameOrFile);
  try {
    return parseScenario(text, nameOrFile);
  } catch (error) {
    throw error instanceof ScenarioError ? invalidScenario(nameOrFile, error) : error;
  }
}

function invalidScenario(file: string, cause: ScenarioError): RolecallError {
  return new RolecallError('USAGE', `${file} is not a valid scenario.`, {
    diagnostics: cause.message.split('\n').map((message) => ({ code: 'USAGE', message })),
    cause,
  });
}

function unknownScenario(name: string): RolecallError {
  const names = Object.keys(builtinScenarios);
  const near = nearestName(name, names);
  return new RolecallError('USAGE', `There is no scenario "${name}".`, {
    hint:
      near === undefined
        ? `There are ${names.join(', ')}; or give the path of a file.`
        : `Did you mean "${near}"?`,
  });
}
