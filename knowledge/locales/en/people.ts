import type { people as zhPeople } from '../zh-CN/people.ts';

export const people: typeof zhPeople = {
  button: {
    contacts: 'Who can see us',
    colleague: 'Invite a colleague',
    leave: 'I no longer act for it',
    reallyLeave: 'Yes, unlink me',
    remove: (p) => `Remove no. ${p.place}`,
    reallyErase: 'Yes, delete everything',
  },

  contacts: {
    which: 'Which company do you mean?',
    title: (p) => `Contacts who can see the progress of ${p.firm}:`,
    line: (p) =>
      `${p.place}. ${p.you ? 'You' : 'Another contact'} (${p.channels.join(', ')}), since ${p.since}, ${
        p.by === 'office' ? 'with a code from the office' : 'invited by a colleague'
      }${p.primary ? '; reminded first' : ''}`,
    staffToo: 'The staff of the office can see it too. Nobody in a group can, and I never speak of it there.',
    howToRemove:
      'Somebody you do not know, or who has left? Contacts with a code from the office can remove those whom a colleague invited; for anybody else please ask staff.',
  },

  colleague: {
    which: 'For which company do you want to invite a colleague?',
    code: (p) => [
      `Invitation code for ${p.firm}: ${p.code}`,
      `Give it to your colleague in private within ${p.hours} hours, to be sent to me in a private chat. It works once; for another colleague, tap again.`,
      'Whoever uses it can see the progress of your company and is told of changes, so keep it out of groups.',
    ],
    link: (p) => `Your colleague can also open this link: ${p.url}`,
  },

  leave: {
    which: 'Which company do you no longer act for?',
    really: (p) => [
      `You will no longer see the progress of ${p.firm}, nor get its reminders and notices.`,
      ...(p.last
        ? ['You are its only contact: after that nobody is told anything. Better invite a colleague first.']
        : []),
    ],
    done: (p) => `Done: you no longer act for ${p.firm}. To come back, ask staff for a new code.`,
    left: 'All right, you no longer act for this firm. To come back, ask the staff for a new code.',
    toast: 'Unlinked',
    notLinked: 'You are not linked to any company; there is nothing to undo.',
  },

  remove: {
    done: (p) => `Done: that contact no longer sees the progress of ${p.firm} and is told nothing more.`,
    told: (p) =>
      `You are no longer a contact of ${p.firm}: another contact of this firm has removed you. You see its progress no more and get no reminders or notices; with any doubt ask your colleagues, or the staff (send “talk to a person”).`,
    gone: 'That person is no contact any more.',
    notYours:
      'You cannot remove this contact. With a code from the office one can remove those whom a colleague invited; for anybody else please ask staff.',
    toast: 'Removed',
  },

  data: {
    title: 'This is what I keep about you:',
    channels: (p) => `• Chat accounts: ${p.channels.join('; ')}`,
    channel: (p) => `${p.channel} ${p.account} (since ${p.since})`,
    firms: (p) =>
      p.firms.length === 0 ? '• Linked companies: none' : `• Linked companies: ${p.firms.join('; ')}`,
    firm: (p) => `${p.firm} (since ${p.since})`,
    questions: (p) => `• Questions that wait for the office: ${p.questions.join('; ')}`,
    tickets: (p) => `• Tickets with a person: ${p.count}, with what was written in them`,
    chat: (p) => `• Web chat: ${p.count} messages since ${p.since}, those that the page shows you`,
    sent: (p) =>
      `• Reminders and notices sent to you: ${p.count}; only their kind, time and whether they arrived`,
    audit: (p) => `• What you did here: ${p.count} entries; only what and when`,
    notKept:
      'Apart from this, what you write in a chat is not kept once it is answered. I have never asked for your name or phone number.',
    whole: 'For all of it as a file, please ask staff; to delete it, write "delete my data".',
  },

  erase: {
    really: (p) => [
      'Do you really want everything about you deleted? It cannot be brought back.',
      ...(p.firms.length === 0
        ? []
        : [
            `You will also be unlinked from: ${p.firms.join(', ')}. The progress of the companies themselves stays.`,
          ]),
    ],
    done: 'Done: everything about you is deleted. If you write again, I take you for somebody new.',
    toast: 'Deleted',
    staff: 'You are registered as staff: have an administrator remove that first.',
  },

  cli: {
    describe: {
      person: 'show, export or delete what is kept of a person',
      list: "list a firm's contacts",
      unlink: "end a person's place among the contacts of a firm",
      export: 'export all that is kept of a person as JSON',
      erase: 'delete all that is kept of a person, for good',
      uscc: "the firm's unified social credit code",
      personId: 'ID, see person list',
      out: 'save to this file; else print',
      yes: 'really delete',
    },
    columns: ['ID', 'Channels', 'Linked on', 'How', 'First contact'],
    by: { office: 'code of the office', colleague: 'invited by a colleague' },
    nobody: 'Nobody is linked to this firm.',
    unknown: (p) => `There is no person ${p.id}; check with tongbao person list.`,
    unlinked: 'Done: this person is no contact of the firm any more.',
    notLinked: (p) => `${p.id} is no contact of ${p.uscc}; check with tongbao person list.`,
    saved: (p) => `Saved to ${p.file}; it holds personal data, keep it safe.`,
    outExists: (p) => `${p.file} exists already and was not overwritten; choose another name.`,
    outUnwritable: (p) => `Cannot write ${p.file}; check the path and its permissions.`,
    preview: (p) =>
      `This would delete ${p.channels} chat account(s) of the person and unlink ${p.firms} firm(s). Nothing has been done; to confirm, add --yes.`,
    erased: 'Deleted.',
    isStaff:
      'This person is registered as staff; remove that first with tongbao staff remove. Nothing was done.',
  },
};
