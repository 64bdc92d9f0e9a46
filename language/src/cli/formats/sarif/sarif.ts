import { RULES } from '../../../rules/catalogue.ts';
import type { CheckResult } from '../../check.ts';
import type { Format, Setting } from '../format.ts';
import { resultOf } from './result.ts';
import { descriptorOf } from './rule.ts';

/** SARIF 2.1.0, the interchange format of static analysis: GitHub code scanning, Azure DevOps and editors read it. */
export const sarif: Format = {
    name: 'sarif',
    purpose: { en: 'SARIF 2.1.0, for code scanning', id: 'SARIF 2.1.0, untuk pemindaian kode' },
    *write(result, setting) {
        // One result at a time: a city may have a hundred thousand of them.
        const [head, tail] = frameOf(result, setting).split('"@results"');
        yield `${head}[`;
        let first = true;
        for (const entry of result.findings) {
            yield `${first ? '' : ','}\n${JSON.stringify(resultOf(result, entry, setting), null, 2)}`;
            first = false;
        }
        yield `${first ? '' : '\n'}]${tail}\n`;
    },
};

/** Everything but the results, with a mark where they go. */
function frameOf({ locale, plans }: CheckResult, { version }: Setting): string {
    return JSON.stringify(
        {
            $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
            version: '2.1.0',
            runs: [
                {
                    tool: {
                        driver: {
                            name: 'smartcity',
                            semanticVersion: version,
                            shortDescription: { text: 'Masterplan as code: findings about a smart-city plan.' },
                            rules: RULES.map((rule) => descriptorOf(rule, locale)),
                        },
                    },
                    language: locale,
                    columnKind: 'utf16CodeUnits',
                    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
                    automationDetails: { id: 'smartcity/' },
                    properties: {
                        plans: plans.map(({ root, checked }) => ({
                            root,
                            masterplan: checked.analysis.plan.masterplan?.name ?? null,
                        })),
                    },
                    results: '@results',
                },
            ],
        },
        null,
        2,
    );
}
