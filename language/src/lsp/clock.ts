import type { Day } from '../plan/calendar.ts';

/** The calendar's day here and now, or what SOURCE_DATE_EPOCH (seconds since 1970) says. */
export function today(): Day {
    const epoch = process.env.SOURCE_DATE_EPOCH;
    if (epoch !== undefined && /^\d+$/.test(epoch)) {
        return Math.floor(Number(epoch) / 86_400);
    }
    const now = new Date();
    return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** Milliseconds until the next midnight here, when waivers end and others begin to count. */
export function untilMidnight(): number {
    const now = new Date();
    const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    return next.getTime() - now.getTime() + 1000;
}
