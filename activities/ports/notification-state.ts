export type NotificationState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped';
