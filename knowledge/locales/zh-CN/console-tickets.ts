/** Why something was not done with a ticket, or with what is kept to answer with. */
export const ticketErrors = {
  textMissing: '请写上内容。',
  answerNamesSomebody: '里面有企业、人名、信用代码或号码。留用的答复会给很多人看，请去掉再保存。',
  answerTooLong: '太长了：问题和答复最多各 1000 字。',
  cannedChanged: '这条常用语刚刚被别人改过或删掉了，没有保存；请看过再改。',
  ticketClosed: '工单已经结束，没有做；要接着说，请先重新打开。',
  ticketNotClosed: '工单本来就开着。',
  ticketTooLate: '工单结束太久了。',
  ticketOtherOpen: '对方另有一个工单开着，这个没有重新打开。',
  ticketBusy: '工单正有别人在改，请再试一次。',
  ticketNews: '您看过以后，这个工单里有了新的内容，所以没有做；请看过再决定，您写的还在。',
  ticketHeld: '负责人刚刚被别人改过，没有改；请看现在是谁。',
  ticketElsewhere: '话送到哪里变了，所以没有发；请看新的说明，您写的还在。',
  ticketNowhere: '现在没有办法把话送到对方那里，没有发。',
  holderBlind: '没有这位工作人员，或者他的账号看不到这个工单的企业。',
  tooManyStreams: '打开的页面太多了，请关掉一些。',
};
