import { setFlagsFromString } from 'node:v8';

/*
 * A run ends within seconds. By default the engine compiles again and again, on other threads, what has hardly run: on a
 * plan of 10,000 programs that took a third of all processor time, for no run that would have been the faster for it.
 * The budget (bytes of bytecode run before a function is looked at) is four times the default. Other engines than the
 * known ones are left alone, as they may call it otherwise.
 */
if (Number(process.versions.v8.split('.')[0]) <= 13) {
    setFlagsFromString('--interrupt-budget=500000');
}
