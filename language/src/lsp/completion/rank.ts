/**
 * How well a name fits what has been typed: 0 for a beginning, more for a beginning of one of its parts, for letters
 * within it, for a word of its title, for its letters in order; `undefined` when it does not fit at all.
 */
export function rank(prefix: string, name: string, title: string): number | undefined {
    if (prefix === '') {
        return 0;
    }
    const wanted = prefix.toLowerCase();
    const lower = name.toLowerCase();
    const at = lower.indexOf(wanted);
    if (at === 0) {
        return 0;
    }
    if (at > 0) {
        return /[\w]/.test(lower[at - 1]!) && lower[at - 1] !== '_' ? 200 : 100;
    }
    if (title.toLowerCase().includes(wanted)) {
        return 300;
    }
    return holds(lower, wanted) ? 400 : undefined;
}

/** Whether a text holds all letters in their order. */
function holds(text: string, letters: string): boolean {
    let from = 0;
    for (const letter of letters) {
        from = text.indexOf(letter, from) + 1;
        if (from === 0) {
            return false;
        }
    }
    return true;
}
