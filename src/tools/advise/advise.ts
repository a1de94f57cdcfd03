import { endWithOutput } from '../../start/output.js';
import { adviseCommand } from './advise-command.js';

endWithOutput();
const { stdin: input, stdout: output, stderr: complaints } = process;
process.exitCode = await adviseCommand(process.argv.slice(2), { input, output, complaints });
