import type { consoleTexts as zhConsoleTexts } from '../zh-CN/console.ts';
import { settingsErrors } from './console-settings.ts';
import { signInErrors } from './console-sign-in.ts';
import { ticketErrors } from './console-tickets.ts';
import { firmViewErrors, firmViewNames } from './console-firm-views.ts';

type ConsoleTexts = typeof zhConsoleTexts;

const roles: ConsoleTexts['roles'] = { viewer: 'viewer', operator: 'operator', admin: 'administrator' };

export const consoleTexts: ConsoleTexts = {
  errors: {
    badRequest: 'The request is malformed. Nothing was done.',
    tooLarge: 'The request is too large. Nothing was done.',
    wrongType: 'The request must be application/json.',
    crossSite: 'The request did not come from the console’s own page and was refused.',
    notSignedIn: 'Please sign in first.',
    forbidden: 'Your account may not do this. Ask an administrator if you need to.',
    notFound: 'Not found, or not in a city that you may see.',
    wrongLogin: 'The login or the password is wrong. A disabled account gets this answer too.',
    tooManyTries: 'Too many wrong tries. Please try again in 15 minutes.',
    wrongPassword: 'The current password is wrong. Nothing was changed.',
    invitationGone:
      'This invitation does not work: it was used, has expired, or was replaced. Ask an administrator for a new one.',
    nameBad: 'Please give a name of at most 50 characters.',
    loginBad:
      'A login has 3 to 32 characters: lower-case letters, digits and . _ -, and begins with a letter or a digit.',
    loginTaken: 'Somebody else has this login already. Please choose another.',
    passwordTooShort: 'A password has at least 10 characters.',
    passwordTooLong: 'A password has at most 128 characters.',
    passwordIsLogin: 'The password must not be the login.',
    passwordCommon: 'This password is too common and easily guessed. Please choose another.',
    ownAccount: 'Nobody changes their own rights. Ask another administrator.',
    lastAdmin:
      'This is the last administrator who can sign in and cannot be demoted or disabled. Make somebody else one first.',
    notFollowed: 'This firm is not followed, so this cannot be done.',
    notListed: 'This firm is not on the approved list, so there is nothing to link to and no code was made.',
    noteBad: 'A note takes 1 to 1000 characters.',
    webhookNameBad: 'A name takes small letters, digits and hyphens, 32 at most; nothing was added.',
    webhookUrlBad:
      'The address must begin with https:// (http:// on this machine), without user, password or #; nothing was added.',
    citiesMissing: 'Choose at least one city, or all cities. Nothing was changed.',
    cityUnknown: 'Some of these cities are in no pack. Nothing was changed; check their names.',
    ...settingsErrors,
    ...signInErrors,
    ...ticketErrors,
    ...firmViewErrors,
    notPossible: 'That cannot be done so.',
    engineUnavailable:
      'The workflow engine cannot be reached, and nothing was changed. Please try again in a few minutes.',
    engineSilent:
      'The workflow engine did not answer in time, and may still do it. Please look before you try again.',
    campaignUnsure:
      'The workflow engine did not answer in time, so it is not certain that sending has started. Please confirm again in a few minutes; nothing is sent twice.',
    campaignTooMany:
      'More than 500 firms were found: nothing was previewed. Look for something narrower, or use the other conditions alone.',
    campaignForNobody: 'There is nobody to write to, so nothing was sent.',
    campaignRepeated:
      'The same campaign has begun already (same firms, words and options) and was not begun again. See the list.',
    campaignDecided: 'This campaign was called off or is over, and was not begun again. Please preview anew.',
    campaignCannot:
      'That cannot be done in its present state; somebody else may have been first. Please look at its progress.',
    importBusy: 'Another file is being read. Please try again in a few seconds.',
    importNotLast:
      'Only the last import that changed something can be undone, and this is no longer it. Nothing was changed.',
    importOfNothing: 'There is no row that can be imported. Nothing was written.',
    internal: 'Something went wrong and was not finished. Please try again later.',
  },
  roles,
  help: {
    console: 'accounts of the console: invite, change, disable',
    invite: 'mint a one-time link with which somebody sets login and password; also to reset a password',
    who: 'ID or name of a member of staff',
    isNew: 'somebody who is not on the staff yet: add, then invite',
    role: 'rights: viewer, operator or admin',
    city: 'may see firms of this city only; may be repeated; all when absent',
    hours: 'hours for which the link works, 1 to 168',
    list: 'list the accounts of the console',
    change: 'change the rights or cities of an account, disable or enable it; at once',
    allCities: 'may see the firms of all cities',
    disable: 'disable it; running sessions end at once',
    enable: 'enable it again',
    resetTotp:
      'reset two-step sign-in: no code is asked any more, sessions end at once; where phone and recovery codes are lost',
  },
  cli: {
    whoUnknown: ({ who }) =>
      `Nobody on the staff is "${who}"; see tongbao staff list. For somebody new add --new.`,
    whoAmbiguous: ({ who }) =>
      `Several members of staff are called "${who}": give the ID, see tongbao staff list.`,
    hasAccount: ({ name }) =>
      `${name} has an account: another invitation sets login and password only. Change rights or cities with staff console change.`,
    badHours: ({ value }) => `--hours cannot be "${value}"; it is a whole number from 1 to 168.`,
    invited: ({ name, role, until }) =>
      `Invitation for ${name} (${roles[role]}, works once, until ${until}); hand it to them alone:`,
    localLink: 'This link opens on this machine only; set TONGBAO_PUBLIC_URL to use it elsewhere.',
    none: 'The console has no accounts yet. Invite the first administrator with tongbao staff console invite.',
    columns: ['ID', 'Name', 'Login', 'Rights', 'Cities', 'State'],
    all: 'all',
    notAccepted: 'invited',
    active: 'can sign in',
    disabled: 'disabled',
    accountUnknown: ({ id }) =>
      `There is no console account with the ID ${id}; see tongbao staff console list.`,
    nothingToChange: 'Say what to change: --role, --city, --all-cities, --disable or --enable.',
    cityUnknown: ({ city, allowed }) => `There is no city "${city}"; possible are: ${allowed.join(', ')}.`,
    contradiction: '--city and --all-cities exclude each other, and so do --disable and --enable.',
    changed: 'Changed, and in force at once.',
    totpOff: ({ name }) => `${name} has no two-step sign-in. Nothing was changed.`,
    totpReset: ({ name }) =>
      `${name}’s two-step sign-in is off and their sessions have ended; the password alone lets them in, and they can turn it on again.`,
  },
  sheet: {
    columns: [
      ...[
        'Firm',
        'Unified social credit code',
        'City',
        'On the approved list',
        'Official status',
        'Reported',
      ],
      ...['Last change (Beijing time)', 'Officer', 'Can be reached', 'Contact on the list', 'Phone'],
    ],
    yes: 'yes',
    no: 'no',
    notTracked: 'not followed',
  },
  kinds: {
    reminder: 'Reminder',
    statusNotice: 'Status notice',
    renewalRefused: 'Notice that it is not renewed',
    contactLinked: 'Notice of another contact',
    announcement: 'Announcement',
  },
  channels: {
    ...{ telegram: 'Telegram', web: 'Web chat', onebot: 'QQ', botpress: 'Botpress', mail: 'Mail' },
    wecom: 'WeCom',
  },
  states: {
    queued: 'queued',
    sending: 'being sent',
    sent: 'sent',
    failed: 'not sent',
    unknown: 'perhaps sent',
    skipped: 'left out',
  },
  sources: {
    firm: 'Firm',
    staff: 'Staff',
    import: 'Import',
    cli: 'Command line',
    api: 'Interface',
    system: 'System',
  },
  verdicts: {
    eligible: 'It qualifies',
    notEligible: 'It does not qualify',
    conditional: 'It may qualify; something is not certain',
    needMore: 'Cannot be judged; something is missing',
  },
  letInBy: { office: 'the office', colleague: 'a colleague' },
  firmViews: firmViewNames,
};
