/** Programs that drive the browser tests, by the names that distributions and Google give them. */
export const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
