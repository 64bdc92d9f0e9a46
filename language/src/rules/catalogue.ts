import { budgetOutsideSchedule } from './budget-outside-schedule.ts';
import { bypassesSharedApplication } from './bypasses-shared-application.ts';
import { codeOutsideMandate } from './code-outside-mandate.ts';
import { contestedData } from './contested-data.ts';
import { contestedKpi } from './contested-kpi.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { dependsOnDropped } from './depends-on-dropped.ts';
import { duplicateApplication } from './duplicate-application.ts';
import { duplicateCode } from './duplicate-code.ts';
import { duplicateInfrastructure } from './duplicate-infrastructure.ts';
import { duplicateName } from './duplicate-name.ts';
import { duplicateService } from './duplicate-service.ts';
import { emptyElement } from './empty-element.ts';
import { expiredWaiver } from './expired-waiver.ts';
import { idleRaise } from './idle-raise.ts';
import { invalidValue } from './invalid-value.ts';
import { isolatedOpd } from './isolated-opd.ts';
import { isolatedProgram } from './isolated-program.ts';
import { levelGap } from './level-gap.ts';
import { malformedCode } from './malformed-code.ts';
import { manyMasterplans } from './many-masterplans.ts';
import { missesDeadline } from './misses-deadline.ts';
import { missesTarget } from './misses-target.ts';
import { missingBeneficiary } from './missing-beneficiary.ts';
import { missingClause } from './missing-clause.ts';
import { missingElement } from './missing-element.ts';
import { missingKpi } from './missing-kpi.ts';
import { missingOwner } from './missing-owner.ts';
import { noMasterplan } from './no-masterplan.ts';
import { noQuickWin } from './no-quick-win.ts';
import { outdatedCode } from './outdated-code.ts';
import { outsidePeriod } from './outside-period.ts';
import { overCapacity } from './over-capacity.ts';
import { overCeiling } from './over-ceiling.ts';
import { overlappingService } from './overlapping-service.ts';
import { repeatedClause } from './repeated-clause.ts';
import type { Rule } from './rule.ts';
import { similarProgram } from './similar-program.ts';
import { singleFund } from './single-fund.ts';
import { slowQuickWin } from './slow-quick-win.ts';
import { startsBeforeDependency } from './starts-before-dependency.ts';
import { syntaxError } from './syntax-error.ts';
import { technologyOnly } from './technology-only.ts';
import { unaddressedImpact } from './unaddressed-impact.ts';
import { unconsultedIct } from './unconsulted-ict.ts';
import { uncoordinatedDependency } from './uncoordinated-dependency.ts';
import { undeliveredAsset } from './undelivered-asset.ts';
import { unfundedProgram } from './unfunded-program.ts';
import { unknownLibrary } from './unknown-library.ts';
import { unresolvedObstacle } from './unresolved-obstacle.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { unscheduled } from './unscheduled.ts';
import { unusedDeclaration } from './unused-declaration.ts';
import { unusedWaiver } from './unused-waiver.ts';
import { wrongReferenceKind } from './wrong-reference-kind.ts';

/** Every rule there is, by group and name. Adding a rule is a file, its page, and a line here. */
export const RULES: readonly Rule[] = [
    // reading
    duplicateName,
    invalidValue,
    missingClause,
    repeatedClause,
    syntaxError,
    unknownLibrary,
    unresolvedReference,
    wrongReferenceKind,
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
    // time
    dependencyCycle,
    dependsOnDropped,
    missesDeadline,
    overCapacity,
    startsBeforeDependency,
    undeliveredAsset,
    unscheduled,
    // money
    budgetOutsideSchedule,
    overCeiling,
    singleFund,
    unfundedProgram,
    // maturity
    idleRaise,
    levelGap,
    missesTarget,
    // sectors
    bypassesSharedApplication,
    codeOutsideMandate,
    contestedData,
    contestedKpi,
    duplicateApplication,
    duplicateCode,
    duplicateInfrastructure,
    duplicateService,
    isolatedOpd,
    isolatedProgram,
    overlappingService,
    similarProgram,
    uncoordinatedDependency,
    unconsultedIct,
    // codes
    malformedCode,
    outdatedCode,
    // waivers
    expiredWaiver,
    unusedWaiver,
];
