/** What the suite sees and touches of the window, through Playwright. Every method takes one parameter and gives JSON. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where pictures of the screen are kept; git ignores it. */
const SHOTS = 'out/screens';

export class Screen {
    page;
    /** Everything that the window wrote into its console. */
    said = '';

    /** Looks at this window from now on. */
    use(page) {
        this.page = page;
        page.on('console', (message) => {
            this.said += `${message.text()}\n`;
        });
        page.on('pageerror', (error) => {
            this.said += `${error.message}\n`;
        });
    }

    /** The innermost frame of the preview; waits until there is one. */
    async preview() {
        const end = Date.now() + 30_000;
        while (Date.now() < end) {
            for (const frame of this.page.frames()) {
                const found = await frame
                    .evaluate(() => document.querySelector('#smartcity') !== null)
                    .catch(() => false);
                if (found) {
                    return frame;
                }
            }
            await this.page.waitForTimeout(50);
        }
        throw new Error('There is no preview on the screen.');
    }

    /** The value of an expression in the preview. */
    async look(expression) {
        return (await this.preview()).evaluate(expression);
    }

    /** Waits until an expression in the preview is true, and gives the milliseconds that took. */
    async wait({ expression, milliseconds = 15_000 }) {
        const begin = Date.now();
        let last;
        while (Date.now() - begin < milliseconds) {
            last = await this.look(expression).catch((error) => error);
            if (last === true) {
                return Date.now() - begin;
            }
            await this.page.waitForTimeout(20);
        }
        await this.shot('waited-in-vain').catch(() => undefined);
        throw new Error(`This did not become true in the preview: ${expression} (${String(last)})`);
    }

    /** Clicks on what a selector finds in the preview. */
    async click(selector) {
        await (await this.preview()).locator(selector).first().click({ timeout: 10_000 });
    }

    /** Moves the pointer over what a selector finds in the preview. */
    async hover(selector) {
        await (await this.preview()).locator(selector).first().hover({ timeout: 10_000 });
    }

    /** Types into a field of the preview. */
    async fill({ selector, text }) {
        await (await this.preview()).locator(selector).fill(text, { timeout: 10_000 });
    }

    /** Chooses in a list of the preview. */
    async select({ selector, value }) {
        await (await this.preview()).locator(selector).selectOption(value, { timeout: 10_000 });
    }

    /** Presses a key, wherever the focus is. */
    async press(key) {
        await this.page.keyboard.press(key);
    }

    /** Presses a key on what a selector finds in the preview. */
    async pressIn({ selector, key }) {
        await (await this.preview()).locator(selector).first().press(key, { timeout: 10_000 });
    }

    /** The text of a part of the workbench around the preview. */
    async read(selector) {
        return this.page.locator(selector).allInnerTexts();
    }

    /** Takes a picture of the whole window. */
    async shot(name) {
        mkdirSync(SHOTS, { recursive: true });
        await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
    }

    /** Waits until nothing moves on the screen. */
    async settle() {
        await this.page.waitForTimeout(350);
    }

    /** Makes the window wider or narrower, where the host allows it. */
    async size({ width, height }) {
        await this.page.setViewportSize({ width, height });
    }
}
