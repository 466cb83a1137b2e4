import '@peilglas/elements/define';
import { bootstrapApplication } from '@angular/platform-browser';
import { Dashboard } from './dashboard.ts';

bootstrapApplication(Dashboard).catch(reportError);
