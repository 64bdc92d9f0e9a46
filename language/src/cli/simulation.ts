import { type Command, InvalidArgumentError, Option } from 'commander';
import { FEWEST_RUNS, MOST_RUNS, type Simulation, USUAL } from '../analysis/uncertainty-types.ts';

/** Adds `--seed N` and `--runs N` to a command that tells how sure dates and targets are. */
export function addSimulationOptions(command: Command): Command {
    return command
        .addOption(
            new Option('--seed <number>', 'begins the simulation of uncertain durations elsewhere')
                .argParser(wholeNumber(0, Number.MAX_SAFE_INTEGER))
                .default(USUAL.seed),
        )
        .addOption(
            new Option('--runs <number>', `how often uncertain durations are drawn: ${FEWEST_RUNS} to ${MOST_RUNS}`)
                .argParser(wholeNumber(FEWEST_RUNS, MOST_RUNS))
                .default(USUAL.runs),
        );
}

/** The settings without what else a command was asked for. */
export function simulationOf({ seed, runs }: Simulation): Simulation {
    return { seed, runs };
}

function wholeNumber(least: number, most: number): (text: string) => number {
    return (text) => {
        const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
        if (!(number >= least && number <= most)) {
            throw new InvalidArgumentError(
                most === Number.MAX_SAFE_INTEGER
                    ? 'Write a whole number, such as 7.'
                    : `Write a whole number from ${least} to ${most}.`,
            );
        }
        return number;
    };
}
