import { benchService, quickPlan, wholePlan } from './bench-service.ts';

// The service alone: `npm run service -w bench`, with `-- --quick` only to see that it runs.
const plan = process.argv.includes('--quick') ? quickPlan : wholePlan;
await benchService((text) => console.log(`${text}\n`), plan);
