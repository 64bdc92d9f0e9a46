import type { Command } from 'commander';

/** `smartcity lsp --stdio`: the language server, for any editor. Loaded when it is asked for: other commands start faster. */
export function defineLsp(program: Command): void {
    program
        .command('lsp')
        .description('the language server, for editors (see docs/editors.md)')
        .option('--stdio', 'speak over standard input and output; there is no other way')
        .allowExcessArguments()
        .allowUnknownOption()
        .action(async () => {
            const { serveStdio } = await import('../../lsp/connect.ts');
            serveStdio();
        });
}
