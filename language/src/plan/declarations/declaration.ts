import type { Application, Data, Infrastructure, Service } from './asset.ts';
import type { Driver, Obstacle, Scenario } from './change.ts';
import type { Area, Audience, Fund, Opd } from './city.ts';
import type { Dimension, Element } from './dimension.ts';
import type { Framework, Indicator } from './framework.ts';
import type { Masterplan } from './masterplan.ts';
import type { Activity, Kpi, Program } from './program.ts';

/**
 * What a masterplan is made of, as it was written. Everything here is data: plain, immutable, and free of the parser.
 * Names stand as references (`Reference`) and are looked up in the plan (`Plan.find`).
 */

/** A declaration that stands for itself in a file and has a name in the plan. */
export type Declaration =
    | Masterplan
    | Audience
    | Opd
    | Service
    | Data
    | Application
    | Infrastructure
    | Program
    | Driver
    | Obstacle
    | Scenario
    | Dimension
    | Framework
    | Fund
    | Area;

/** Everything a qualified name can stand for. */
export type Nameable = Declaration | Element | Indicator | Activity | Kpi;

/** The kinds of declarations that have a name of their own. */
export type DeclarationKind = Declaration['kind'];
