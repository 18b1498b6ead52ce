import { useState } from 'react';

/** Sends a form once at a time, and keeps what went wrong until the next try. */
export function useSubmit(): {
  sending: boolean;
  error: unknown;
  submit: (send: () => Promise<void>) => void;
} {
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = (send: () => Promise<void>): void => {
    setSending(true);
    setError(null);
    send()
      .catch(setError)
      .finally(() => setSending(false));
  };
  return { sending, error, submit };
}
