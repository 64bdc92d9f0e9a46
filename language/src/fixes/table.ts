import { lengthenCode, respellCode } from './ways/codes.ts';
import {
    addAudience,
    addElement,
    addKpi,
    addOwner,
    markQuickWin,
    resolve,
    respond,
    unmarkQuickWin,
} from './ways/gaps.ts';
import { moveTarget, nextLevel, removeRaise } from './ways/levels.ts';
import { addBudget, moveBudget, raiseCeiling } from './ways/money.ts';
import { addMasterplan, addMissing, amend, putRight, unrepeat } from './ways/reading.ts';
import { moveName, rename, resolveLibrary, resolveName } from './ways/references.ts';
import {
    addIctPartner,
    addPartner,
    connect,
    deliverOnce,
    integrateShared,
    share,
    widenMandate,
} from './ways/sharing.ts';
import {
    addDuration,
    deliver,
    goTogether,
    moveDeadline,
    moveStart,
    openCircle,
    raiseCapacity,
    widenPeriod,
} from './ways/waiting.ts';
import { extendWaiver, removeDeclaration, removeWaiver } from './ways/waivers.ts';
import type { Way } from './ways/way.ts';

/**
 * What can be done about the findings of each rule. Rules without a line have none but a waiver: what is to be done about
 * them is the city's to decide, and no change of text can be told from the finding.
 */
export const WAYS: Readonly<Record<string, Way>> = {
    'unresolved-reference': resolveName,
    'unknown-library': resolveLibrary,
    'wrong-reference-kind': moveName,
    'duplicate-name': rename,
    'invalid-value': putRight,
    'syntax-error': amend,
    'repeated-clause': unrepeat,
    'missing-clause': addMissing,

    'no-masterplan': addMasterplan,
    'missing-owner': addOwner,
    'missing-element': addElement,
    'missing-kpi': addKpi,
    'missing-beneficiary': addAudience,
    'technology-only': addKpi,
    'no-quick-win': markQuickWin,
    'slow-quick-win': unmarkQuickWin,
    'unaddressed-impact': respond,
    'unresolved-obstacle': resolve,
    'unused-declaration': removeDeclaration,
    'outside-period': widenPeriod,

    'starts-before-dependency': moveStart,
    'misses-deadline': moveDeadline,
    'undelivered-asset': deliver,
    'dependency-cycle': openCircle,
    'depends-on-dropped': goTogether,
    unscheduled: addDuration,
    'over-capacity': raiseCapacity,

    'budget-outside-schedule': moveBudget,
    'unfunded-program': addBudget,
    'over-ceiling': raiseCeiling,

    'idle-raise': removeRaise,
    'level-gap': nextLevel,
    'misses-target': moveTarget,

    'uncoordinated-dependency': addPartner,
    'unconsulted-ict': addIctPartner,
    'bypasses-shared-application': integrateShared,
    'duplicate-application': connect,
    'duplicate-service': connect,
    'overlapping-service': connect,
    'duplicate-infrastructure': share,
    'contested-data': deliverOnce,
    'code-outside-mandate': widenMandate,

    'malformed-code': respellCode,
    'outdated-code': lengthenCode,

    'expired-waiver': extendWaiver,
    'unused-waiver': removeWaiver,
};

/** Rules with fixes that may be applied without being asked. */
export const SAFE: ReadonlySet<string> = new Set(['invalid-value', 'repeated-clause', 'syntax-error', 'unused-waiver']);
