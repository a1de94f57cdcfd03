/** Which of the two pages this tab has shown last: they have one conversation, and the call page has put it on a call. */
import { keepIn } from './keep.js';

const tab = keepIn('sessionStorage');
const MODE = 'advisor.mode';

export const enterCall = () => tab.set(MODE, 'call');
export const isOnCall = () => tab.get(MODE) === 'call';
export const leaveCall = () => tab.remove(MODE);
