import { describeHostile } from './hostile.js';

describeHostile('Hostile input to the HTTP API', { made: 40, lists: 4, spoilt: 50, called: 80 });
