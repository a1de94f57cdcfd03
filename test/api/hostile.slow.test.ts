import { describeHostile } from './hostile.js';

describeHostile('Much hostile input to the HTTP API', { made: 2000, lists: 100, spoilt: 2000, called: 2000 });
