import type { Handlers } from '../service.ts';
import type { IamInputs, IamOutputs } from '../wire/iam-api.gen.ts';

export type IamHandlers = Handlers<IamInputs, IamOutputs>;
