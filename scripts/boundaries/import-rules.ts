import { isBuiltin } from 'node:module';
import { coreLayers, sdkTestWorkspaces, sdkWorkspaces, workspaceImports } from './layout.ts';
import { listNames, type Rule } from './rule.ts';
import { coreLayerOf, isTestPath, resolveRelative } from './source-file.ts';

/** Which file may import which. */
export const importRules: readonly Rule[] = [
  {
    id: 'workspace-listed',
    appliesToTests: true,
    judgeSource: ({ workspace }) =>
      workspaceImports[workspace] === undefined
        ? [{ line: 1, message: `${workspace} is not listed in layout.ts: say what it may import` }]
        : [],
  },
  {
    id: 'package-direction',
    appliesToTests: true,
    judgeImport({ workspace }, { specifier }) {
      const target = /^@rolecall\/([^/]+)/.exec(specifier)?.[1];
      const allowed = workspaceImports[workspace];
      if (target === undefined || allowed === undefined || allowed.includes(target))
        return undefined;
      return `${workspace} may import ${listNames(allowed)}, not ${target}`;
    },
  },
  {
    id: 'public-entry',
    appliesToTests: true,
    judgeImport: (_, { specifier }) =>
      /^@rolecall\/[^/]+\//.test(specifier)
        ? `import ${specifier.split('/', 2).join('/')}; what it does not export is private`
        : undefined,
  },
  {
    id: 'relative-stays-inside',
    appliesToTests: true,
    judgeImport({ path, workspace, isTest }, { specifier }) {
      const target = resolveRelative(path, specifier);
      if (target === undefined || target.startsWith(`${workspace}/`)) return undefined;
      if (isTest && target.startsWith('cases/')) return undefined;
      return `${specifier} leaves ${workspace}; import the package by its name`;
    },
  },
  {
    id: 'literal-imports',
    appliesToTests: false,
    judgeSource: ({ imports }) =>
      imports
        .filter(({ specifier }) => specifier === undefined)
        .map(({ line }) => ({
          line,
          message: 'a computed import cannot be judged; write its name',
        })),
  },
  {
    id: 'no-test-code',
    appliesToTests: false,
    judgeImport({ path }, { specifier }) {
      const target = resolveRelative(path, specifier) ?? specifier;
      return isTestPath(target) || /^(?:vitest|fast-check)(?:\/|$)/.test(target)
        ? `${specifier} belongs to tests`
        : undefined;
    },
  },
  {
    id: 'policy-stands-alone',
    appliesToTests: false,
    judgeImport: ({ workspace }, { specifier }) =>
      workspace === 'packages/policy' &&
      !/^\.|^@rolecall\//.test(specifier) &&
      !isBuiltin(specifier)
        ? `packages/policy imports nothing but itself, not ${specifier}`
        : undefined,
  },
  {
    id: 'sdk-in-adapter',
    appliesToTests: true,
    judgeImport: ({ workspace, isTest }, { specifier }) =>
      !/^@(?:aws-sdk|smithy)\//.test(specifier) ||
      sdkWorkspaces.includes(workspace) ||
      (isTest && sdkTestWorkspaces.includes(workspace)) ||
      workspace === 'packages/policy'
        ? undefined
        : `only ${listNames(sdkWorkspaces)} and tests of ${listNames(sdkTestWorkspaces)} import the AWS SDK`,
  },
  {
    id: 'core-layer-listed',
    appliesToTests: true,
    judgeSource: ({ coreLayer }) =>
      coreLayer !== undefined && coreLayers[coreLayer] === undefined
        ? [{ line: 1, message: `core/src/${coreLayer} is not listed in layout.ts` }]
        : [],
  },
  {
    id: 'core-layers',
    appliesToTests: false,
    judgeImport({ path, coreLayer }, { specifier }) {
      const target = coreLayerOf(resolveRelative(path, specifier) ?? '');
      if (coreLayer === undefined || target === undefined || target === coreLayer) return undefined;
      const allowed = coreLayers[coreLayer];
      if (allowed === undefined || allowed.includes(target)) return undefined;
      return `core/src/${coreLayer} may import ${listNames(allowed)}, not ${target}`;
    },
  },
];
