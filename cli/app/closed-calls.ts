import { InterceptingCall, status } from '@grpc/grpc-js';
import type { Interceptor } from '@grpc/grpc-js';

/**
 * A gRPC interceptor that answers CANCELLED for every call made after the connection was closed. The retries of the SDK run
 * from timers: one that is due after the close would throw there ("Channel has been shut down") and end the process.
 */
export function cancelWhen(isClosed: () => boolean): Interceptor {
  return (options, nextCall) => new InterceptingCall(isClosed() ? cancelledCall() : nextCall(options));
}

function cancelledCall(): ConstructorParameters<typeof InterceptingCall>[0] {
  return {
    start(metadata, listener) {
      listener?.onReceiveMessage?.(null);
      listener?.onReceiveStatus?.({ code: status.CANCELLED, details: 'The connection was closed', metadata });
    },
    sendMessage: () => undefined,
    sendMessageWithContext: () => undefined,
    startRead: () => undefined,
    halfClose: () => undefined,
    cancelWithStatus: () => undefined,
    getPeer: () => '',
    getAuthContext: () => null,
  };
}
