import type { Locale } from '../plan/message.ts';
import { Params } from './request.ts';

/** What the user has set in the editor, under `smartcity`. */
export interface Settings {
    /** The language of everything we say; the editor's own unless set. */
    readonly locale: Locale | undefined;
}

/** Reads settings; what is not understood is as if it were not set. */
export function readSettings(value: unknown): Settings {
    const locale = new Params(value).get('locale');
    return { locale: locale === 'en' || locale === 'id' ? locale : undefined };
}
