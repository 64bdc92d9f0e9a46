/** What a declaration and its copies at other places have in common. */
const contents = new WeakMap<object, object>();

/** Notes that two declarations say the same and differ in their places alone. */
export function sameContent(one: object, other: object): void {
    contents.set(other, contentOf(one));
}

/**
 * Stands for what a declaration says, wherever it stands: two with the same are alike but for their places. Two that
 * were read apart never have the same, even if they say the same.
 */
export function contentOf(declaration: object): object {
    let content = contents.get(declaration);
    if (content === undefined) {
        content = {};
        contents.set(declaration, content);
    }
    return content;
}
