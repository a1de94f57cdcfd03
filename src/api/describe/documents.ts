/** What describes the API, loaded by whoever asks for it. */
export { openApi } from './openapi.js';
export { referencePage } from './reference.js';
export { swagger } from './swagger.js';
