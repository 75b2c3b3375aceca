import { now, recordBirth } from '../account/account.ts';
import { findRole } from '../account/find.ts';
import { uuid } from '../account/identifiers.ts';
import { addServiceLinkedRole, serviceLinkedRole } from '../account/service-linked.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { showRole } from './show.ts';

export const serviceLinkedRoleActions = {
  CreateServiceLinkedRole: ({ account }, { AWSServiceName, CustomSuffix, Description }) => {
    const linked = serviceLinkedRole(AWSServiceName);
    if (linked === undefined) {
      return refuse('InvalidInput', `${AWSServiceName} is not a valid service principal.`);
    }
    const { role, suffix } = linked;
    if (CustomSuffix !== undefined && suffix !== true) {
      refuse('InvalidInput', `Custom suffix is not allowed for ${AWSServiceName}`);
    }
    const name = CustomSuffix === undefined ? role : `${role}_${CustomSuffix}`;
    if (account.roles.has(name.toLowerCase())) {
      refuse(
        'InvalidInput',
        `Service role name ${name} has been taken in this account, please try a different suffix.`,
      );
    }
    const added = addServiceLinkedRole(account, {
      service: AWSServiceName,
      createdAt: now(account),
      suffix: CustomSuffix,
      description: Description,
    });
    recordBirth(account, added.id);
    return { Role: showRole(account, added) };
  },
  /** Only starts the deletion; the role goes when its status is asked for the second time. */
  DeleteServiceLinkedRole: ({ account }, { RoleName }) => {
    const role = findRole(account, RoleName);
    if (!role.path.startsWith('/aws-service-role/')) {
      refuse('InvalidInput', `Role ${RoleName} is not a service-linked role.`);
    }
    const task = `task${role.path}${role.name}/${uuid(`${role.id}/${account.passing.calls}`)}`;
    account.passing.deletionTasks.set(task, { role: role.name.toLowerCase(), polls: 0 });
    return { DeletionTaskId: task };
  },
  GetServiceLinkedRoleDeletionStatus: ({ account }, { DeletionTaskId }) => {
    const task = account.passing.deletionTasks.get(DeletionTaskId);
    if (task === undefined) {
      return refuse('NoSuchEntity', `The deletion task ${DeletionTaskId} cannot be found.`);
    }
    task.polls += 1;
    if (task.polls === 1) return { Status: 'IN_PROGRESS' };
    account.roles.delete(task.role);
    return { Status: 'SUCCEEDED' };
  },
} satisfies IamHandlers;
