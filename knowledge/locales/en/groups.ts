import type { groups as zhGroups } from '../zh-CN/groups.ts';

export const groups: typeof zhGroups = {
  greeting: ({ title }) => [
    `Hello everybody. I am the assistant for "${title}" and answer questions on the policy and on how to enroll.`,
    'Mention me, reply to me, or use /ask with your question.',
    'Status, eligibility and reminders of a company are not for the group: use the button to ask me in private.',
    'Administrators of the group can use /settings to choose what I do here.',
  ],
  ownCity: ({ city, people }) =>
    people.length === 0
      ? `This group is for ${city}. The notice names nobody there who helps with the pages; ask the local commerce bureau first.`
      : `This group is for ${city}. For help with the pages: ${people.join('; ')}.`,

  settings: {
    title: 'What I do in this group (administrators can change it):',
    answers: {
      whenCalled: '• Answers: only when I am mentioned, replied to or given a command.',
      alsoUnasked: ({ perHour }) =>
        `• Answers: questions on the policy that I am very sure of also without a mention, at most ${perHour} an hour.`,
    },
    pack: ({ name }) => `• Policy: ${name}.`,
    city: ({ city }) =>
      city === null ? '• City: none in particular.' : `• City: ${city}, for contacts and announcements.`,
    announcements: ({ on }) =>
      on
        ? "• The office's announcements: posted here, without any company's data."
        : "• The office's announcements: not posted here.",
    privacyNote:
      "To answer without a mention I must receive the group's messages: make me an administrator, or ask the office to turn privacy mode off at @BotFather. What is not for me and not answered is not stored.",
    choosePack: 'Which notice does this group ask about?',
    chooseCity: 'Which city is this group for?',
    button: {
      whenCalled: 'Answer only when called',
      alsoUnasked: 'Also answer when sure',
      pack: 'Change notice',
      city: 'Choose city',
      noCity: 'No city',
      announcementsOn: 'Post announcements',
      announcementsOff: 'No announcements',
      back: 'Back',
    },
    changed: 'Changed',
    adminsOnly: 'Only administrators of the group can see and change these settings.',
    adminsOnlyToast: 'Only administrators can change this',
    notChecked:
      'It cannot be found out just now whether you are an administrator. Nothing was changed; please try again in a while.',
    notCheckedToast: 'Whether you are an administrator cannot be found out now; please try again later',
    notHere: 'There is nothing to set here.',
    groupsOnly: 'This button is for groups only.',
  },
};
