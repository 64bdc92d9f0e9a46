import { budgetOutsideSchedule } from './budget-outside-schedule.ts';
import { emptyElement } from './empty-element.ts';
import { manyMasterplans } from './many-masterplans.ts';
import { missingBeneficiary } from './missing-beneficiary.ts';
import { missingElement } from './missing-element.ts';
import { missingKpi } from './missing-kpi.ts';
import { missingOwner } from './missing-owner.ts';
import { noMasterplan } from './no-masterplan.ts';
import { noQuickWin } from './no-quick-win.ts';
import { outsidePeriod } from './outside-period.ts';
import { overCeiling } from './over-ceiling.ts';
import type { Rule } from './rule.ts';
import { singleFund } from './single-fund.ts';
import { slowQuickWin } from './slow-quick-win.ts';
import { technologyOnly } from './technology-only.ts';
import { unaddressedImpact } from './unaddressed-impact.ts';
import { unfundedProgram } from './unfunded-program.ts';
import { unresolvedObstacle } from './unresolved-obstacle.ts';
import { unusedDeclaration } from './unused-declaration.ts';

/** Every rule there is, by group and name. Adding a rule is a file, its page, and a line here. */
export const RULES: readonly Rule[] = [
    // plan
    emptyElement,
    manyMasterplans,
    missingBeneficiary,
    missingElement,
    missingKpi,
    missingOwner,
    noMasterplan,
    noQuickWin,
    outsidePeriod,
    slowQuickWin,
    technologyOnly,
    unaddressedImpact,
    unresolvedObstacle,
    unusedDeclaration,
    // money
    budgetOutsideSchedule,
    overCeiling,
    singleFund,
    unfundedProgram,
];
