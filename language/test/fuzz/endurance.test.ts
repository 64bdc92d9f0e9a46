import { expect, test } from 'vitest';
import { endure } from '../../fuzz/endurance.ts';

test('a session of many edits ends with the memory it began with, and leaves nothing behind', async () => {
    const { early, late, handles } = await endure(1000);
    // `npm run fuzz -- --endurance` holds a tenth over twenty times as many; what is still being compiled here needs more.
    expect(late / early).toBeLessThan(1.25);
    expect(handles.filter((each) => each === 'Timeout' || each === 'Immediate')).toEqual([]);
});
