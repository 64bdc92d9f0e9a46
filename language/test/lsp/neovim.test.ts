import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf } from '../support.ts';

const HAS_NEOVIM = spawnSync('nvim', ['--version']).status === 0;
const BIN = join(import.meta.dirname, '../../../dist/smartcity.cjs');

/** What a user does: waits for the findings, asks where a name is declared, takes the first way out, and lays out. */
const PROBE = `
local wait = function(what) return vim.wait(20000, what, 50) end
local codes = function()
    local found = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
        table.insert(found, each.code or each.user_data.lsp.code)
    end
    table.sort(found)
    return found
end
local has = function(code) return vim.tbl_contains(codes(), code) end
local ask = function(method, params)
    for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
        return answer.result
    end
end
local uri = vim.uri_from_bufnr(0)
local at = { line = 1, character = 12 }
local told = { shown = wait(function() return has('unresolved-reference') end), before = codes() }
local actions = ask('textDocument/codeAction', {
    textDocument = { uri = uri },
    range = { start = at, ['end'] = at },
    context = { diagnostics = {}, only = { 'quickfix' } },
})
told.action = actions[1].title
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
told.gone = wait(function() return not has('unresolved-reference') end)
told.definition = ask('textDocument/definition', { textDocument = { uri = uri }, position = at })[1].uri
vim.lsp.util.apply_text_edits(ask('textDocument/formatting', {
    textDocument = { uri = uri },
    options = { tabSize = 4, insertSpaces = true },
}), 0, 'utf-16')
told.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
local library = ask('textDocument/definition', {
    textDocument = { uri = uri },
    position = { line = 2, character = 22 },
})[1]
vim.lsp.util.jump_to_location(library, 'utf-16')
told.library = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')
told.at = vim.api.nvim_get_current_line()
told.isOpenToChange = vim.bo.modifiable
vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.ANSWER)
vim.cmd('qa!')
`;

const name =
    'Neovim, set up as docs/editors.md says, shows a finding, resolves it, finds a declaration, lays out, and opens a library';
test.skipIf(!HAS_NEOVIM)(HAS_NEOVIM ? name : `${name} (there is no nvim here)`, { timeout: 90_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'smartcity-nvim-'));
    try {
        const setUp = /## Neovim[\s\S]*?```lua\n([\s\S]*?)```/.exec(textOf('docs/editors.md'))![1]!;
        const put = (path: string, text: string): string => {
            writeFileSync(join(folder, path), text);
            return join(folder, path);
        };
        mkdirSync(join(folder, 'bin'));
        chmodSync(put('bin/smartcity', `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`), 0o755);
        put('smartcity.json', '{}');
        put('opd.smartcity', 'opd dishub "Dishub"\n');
        const file = put(
            'programs.smartcity',
            'program p "P" {\n  owner  dishubb\n  element living.mobility\n}\nuse smart-city-100\n',
        );
        const answer = join(folder, 'answer.json');
        const { stderr } = spawnSync(
            'nvim',
            [
                '--headless',
                '-i',
                'NONE',
                '-n',
                '-u',
                put('init.lua', setUp),
                file,
                '-c',
                `luafile ${put('probe.lua', PROBE)}`,
                '-c',
                'cquit!',
            ],
            {
                cwd: folder,
                timeout: 80_000,
                env: {
                    ...process.env,
                    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
                    HOME: folder,
                    XDG_STATE_HOME: folder,
                    ANSWER: answer,
                },
            },
        );
        const told = readAnswer(answer) ?? stderr.toString();
        expect(told).toMatchObject({
            shown: true,
            before: expect.arrayContaining(['unresolved-reference']),
            action: expect.stringContaining('dishub'),
            gone: true,
            definition: expect.stringMatching(/\/opd\.smartcity$/),
            text: ['program p "P" {', '    owner dishub', '    element living.mobility', '}', 'use smart-city-100'],
            library: textOf('seeds/smart-city-100.smartcity'),
            at: expect.stringContaining('element mobility'),
            isOpenToChange: false,
        });
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
});

function readAnswer(path: string): unknown {
    try {
        return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
        return undefined;
    }
}
