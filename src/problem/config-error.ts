/** A setting that cannot be used. The message names the setting and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
