/** Why something was not done with a ticket, or with what is kept to answer with. */
export const ticketErrors = {
  textMissing: 'Please write something.',
  answerNamesSomebody:
    'It names a firm, a person, a credit code or a number. A kept answer is for many readers: please take that out.',
  answerTooLong: 'Too long: question and answer have at most 1000 characters each.',
  cannedChanged:
    'Somebody changed or removed these words just now; nothing was saved. Please look and change them again.',
  ticketClosed: 'The ticket is closed, and nothing was done; to go on, open it again first.',
  ticketNotClosed: 'The ticket is open already.',
  ticketTooLate: 'The ticket was closed too long ago.',
  ticketOtherOpen: 'The asker has another open ticket; this one was not opened again.',
  ticketBusy: 'Others are changing the ticket; please try again.',
  ticketNews:
    'There is something new in this ticket since you looked, so nothing was done. Please look and decide; what you wrote is still here.',
  ticketHeld: 'Somebody else changed who looks after it just now; nothing was changed.',
  ticketElsewhere:
    'Where your words go has changed, so nothing was sent. Please read the new note; what you wrote is still here.',
  ticketNowhere: 'There is no way to reach the asker now; nothing was sent.',
  holderBlind: 'There is no such member of staff, or the account may not see this ticket’s firms.',
  tooManyStreams: 'Too many pages are open; please close some.',
};
