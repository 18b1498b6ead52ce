/** No inline script or style, nothing from elsewhere, and none but the named sites may frame the page. */
const contentSecurityPolicy = (framedBy: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
  ].join('; ');

export const securityHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy([]),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Instead of the policy above, for the page that these sites may frame; `x-frame-options` knows no list and must then be left out. */
export const framedBy = (origins: readonly string[]): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(origins),
});
