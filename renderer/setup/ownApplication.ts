import type { Application } from '../../contract/application.ts';

/** An application of one's own, registered with Smartcar. */
export type OwnApplication = Extract<Application, { kind: 'own' }>;
