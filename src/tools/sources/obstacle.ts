/** Why a page could not be read, though it may well be there. None of these says that a source changed. */
export type Obstacle =
  | { readonly kind: 'network' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'notHtml' }
  | { readonly kind: 'noWords' }
  | { readonly kind: 'http'; readonly status: number };
