/** What is asked of whoever sits in front of the screen: the driver of the suite, outside of the extension host. */
export async function ask<T = unknown>(method: string, params?: unknown): Promise<T> {
    const response = await fetch(process.env.SMARTCITY_SUITE!, {
        method: 'POST',
        body: JSON.stringify({ method, params }),
    });
    const { answer, error } = (await response.json()) as { answer: T; error?: string };
    if (error !== undefined) {
        throw new Error(error);
    }
    return answer;
}

/** The preview as it is on the screen. */
export const preview = {
    /** The value of an expression, evaluated in the panel's page. */
    look: <T>(expression: string): Promise<T> => ask<T>('look', expression),
    /** Waits until an expression is true; gives the milliseconds that took. */
    wait: (expression: string, milliseconds?: number): Promise<number> => ask('wait', { expression, milliseconds }),
    click: (selector: string): Promise<void> => ask('click', selector),
    hover: (selector: string): Promise<void> => ask('hover', selector),
    fill: (selector: string, text: string): Promise<void> => ask('fill', { selector, text }),
    select: (selector: string, value: string): Promise<void> => ask('select', { selector, value }),
    press: (selector: string, key: string): Promise<void> => ask('pressIn', { selector, key }),
};

/** Takes a picture of the window. */
export function shot(name: string): Promise<void> {
    return ask('shot', name);
}
