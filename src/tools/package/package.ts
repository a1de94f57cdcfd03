import { loadEnvironment } from '../../start/environment.js';
import { endWithOutput } from '../../start/output.js';
import { packageCommand } from './package-command.js';

endWithOutput();
process.exitCode = await packageCommand(process.argv.slice(2), {
  environment: loadEnvironment,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
