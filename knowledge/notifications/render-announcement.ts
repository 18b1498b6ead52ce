import type { Locale } from '../answering/types.ts';
import { announcementIn } from '../campaigns/announcement.ts';
import type { AnnouncementWords } from '../campaigns/announcement.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';

/** The office's own words, marked as such: nothing in them comes from the pack, and no firm is named. */
export const renderAnnouncement = (
  words: AnnouncementWords,
  locale: Locale,
  { byMail = false } = {},
): OutboundMessage => ({
  paragraphs: textsFor(locale).campaigns.announcement({ words: announcementIn(words, locale), byMail }),
  buttons: [],
  citation: null,
});
