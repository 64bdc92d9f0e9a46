import { expect, test } from 'vitest';
import { textOf } from '../../support.ts';
import { run } from '../run.ts';
import { repository } from './repository.ts';

const PAGE = textOf('docs/diff-and-trend.md');

/** The plans that the page shows, by path. */
function plans(): Record<string, string> {
    const fences = PAGE.matchAll(/^```smartcity file=(\S+)\n([\s\S]*?)^```/gm);
    return Object.fromEntries([...fences].map(([, file, text]) => [file!, text!]));
}

/** The commands that the page shows, each with what it says they answer. */
const COMMANDS = [...PAGE.matchAll(/^```text\n\$ smartcity (.*)\n([\s\S]*?)^```/gm)].map(([, words, answer]) => [
    words!,
    answer!,
]);

test('the page shows the commands it tells of', () => {
    expect(COMMANDS.map(([words]) => words!.split(' ')[0])).toEqual(['diff', 'trend', 'why', 'why']);
});

test.each(COMMANDS)('smartcity %s answers what docs/diff-and-trend.md says', (words, answer) => {
    const { 'before/plan.smartcity': before, 'after/plan.smartcity': after } = plans();
    const { cwd, commit } = repository({ 'plan/smartcity.json': '{}', 'plan/a.smartcity': before! });
    commit({ 'plan/a.smartcity': after }, 'Serat optik terlambat', '2025-06-01');
    commit({ ...plans(), 'before/smartcity.json': '{}', 'after/smartcity.json': '{}' });
    const { out, err } = run(cwd, ...words!.split(' '));
    expect(err).toBe('');
    expect(out).toBe(answer!);
});
