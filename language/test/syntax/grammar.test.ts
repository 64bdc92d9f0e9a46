import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { expect, test } from 'vitest';
import {
    SmartcityGeneratedModule,
    SmartcityGeneratedSharedModule,
    SmartcityLanguageMetaData,
} from '../../src/syntax/generated/module.ts';

test('the grammar passes the examination that no start repeats', () => {
    expect(SmartcityLanguageMetaData.mode).toBe('development');
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), SmartcityGeneratedSharedModule);
    const core = inject(createDefaultCoreModule({ shared }), SmartcityGeneratedModule);
    expect(core.parser.LangiumParser.definitionErrors).toEqual([]);
});
