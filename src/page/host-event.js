/** What a page around the advisor is told of a message: what happened, in ids. Undefined for what is nothing of its business. */
export function eventOf({ guidance, trace } = {}) {
  if (guidance?.plan !== undefined) {
    const { receipt, edition, subscriptions } = guidance;
    const each = subscriptions.map(({ receipt: own, eligibility }) => ({ receipt: own, eligibility }));
    return { type: 'case', receipt, edition, subscriptions: each };
  }
  if (guidance !== undefined) {
    const { receipt, edition, eligibility } = guidance;
    return { type: 'guidance', receipt, edition, eligibility };
  }
  return trace?.kind === 'question' ? { type: 'question', fact: trace.fact } : undefined;
}
