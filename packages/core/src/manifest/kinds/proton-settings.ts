import type { KindDeclaration } from './kind-declaration.ts';

export const protonSettingsDeclaration: KindDeclaration<'proton-settings'> = {
  declare: ({ protonSettings }, declaredAs) =>
    Object.entries(protonSettings).map(([region, { adopt, ...declared }]) => {
      const path = ['protonSettings', region];
      const { mark: _untagged, ...about } = declaredAs('proton-settings', region, {
        path,
        life: {},
      });
      const { pipelineServiceRole, pipelineCodebuildRole } = declared;
      return { ...about, roles: { pipelineServiceRole, pipelineCodebuildRole }, adopt };
    }),
  // AWS has no ARN of them; this one tells those of one region from those of another.
  arn: ({ name: region }, { partition, account }) =>
    `arn:${partition}:proton:${region}:${account}:account-settings`,
  resolve: (settings, to) => {
    const { pipelineServiceRole, pipelineCodebuildRole } = settings.roles;
    return {
      ...settings,
      roles: {
        pipelineServiceRole: to.roleArn(pipelineServiceRole),
        pipelineCodebuildRole: to.roleArn(pipelineCodebuildRole),
      },
    };
  },
};
