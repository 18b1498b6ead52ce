/**
 * Messages and stack traces of failures become a payload, which the codec encrypts. A file of its own, in the form that the
 * SDK takes by path: it is loaded by client and worker and bundled into the workflow sandbox.
 */
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
