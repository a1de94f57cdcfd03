import assert from 'node:assert/strict';

/** Waits until the condition holds; fails after five seconds, saying what it waited for. */
export async function eventually(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
