/** Ends a command that has already said what is wrong; `runCli` answers with the code. */
export class CommandFailed extends Error {
  readonly exitCode: number;
  constructor(exitCode = 1) {
    super(`exit code ${exitCode}`);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}
