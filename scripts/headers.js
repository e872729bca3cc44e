/** Scripts come from here, never from a bundle of ours: the office.js licence and policy want it so. */
const OFFICE_JS = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21v': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  /** From npm, for the workbench only. */
  local: '/office/office.js',
};

const OFFICE_FRAMES = [
  'https://*.sharepoint.com',
  'https://excel.cloud.microsoft',
  'https://*.officeapps.live.com',
];

/**
 * Content security policy of every page.
 * @param officeJs - where the page loads office.js from
 * @returns directives for a meta element; `frame-ancestors` works in a header only
 */
function contentSecurityPolicy(officeJs) {
  const cdn = officeJs.startsWith('https:') ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${cdn}`,
    "style-src 'self' 'unsafe-inline'", // Fluent writes its styles into the page
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');
}

/** @returns the response headers a server of these pages sends. */
const headers = (officeJs) => ({
  'Content-Security-Policy': `${contentSecurityPolicy(officeJs)}; frame-ancestors 'self' ${OFFICE_FRAMES.join(' ')}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

module.exports = { OFFICE_JS, contentSecurityPolicy, headers };
