import type { Command } from 'commander';
import { addDerived } from '../derived.ts';
import { writeRoadmapJson, writeRoadmapText } from '../formats/roadmap.ts';

/** `smartcity roadmap [path]`: when every program of a plan runs. */
export function defineRoadmap(program: Command): void {
    addDerived(program, {
        name: 'roadmap',
        description: 'when every program of a plan runs',
        writeJson: writeRoadmapJson,
        writeText: writeRoadmapText,
    });
}
