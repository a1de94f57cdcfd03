import type { Eligibility } from '../policy/edition.js';

/** Word, colour and icon say the same: colour alone tells some readers nothing. */
export const LOOK: Readonly<Record<Eligibility, { readonly style: string; readonly icon: string }>> = {
  eligible: { style: 'good', icon: '✓' },
  otherRoute: { style: 'accent', icon: '↪' },
  notEligible: { style: 'attention', icon: '✕' },
  confirm: { style: 'warning', icon: '!' },
  outOfScope: { style: 'default', icon: '∅' },
  depends: { style: 'emphasis', icon: '?' },
};
