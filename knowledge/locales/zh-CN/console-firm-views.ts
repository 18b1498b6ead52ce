/** Why a view of the list of firms was not kept. */
export const firmViewErrors = {
  viewNameBad: '请给视图起个名字，不超过 40 个字。',
  viewTaken: '已经有同名的视图，没有保存。要改它，请先选它，再点“更新”。',
  viewChanged: '这个视图刚刚被别人改过或删掉了，没有做；请看过再改。',
  viewsTooMany: '视图太多了，请先删掉不用的。',
  viewSharesText: '查找的字里可能有人名或电话，不能共享给办公室。请清空“查找企业”再共享，或者只留给自己用。',
};

export const firmViewNames = {
  mine: '我负责的',
  stuckAtSealing: '卡在制章（确认投保以后 3 天没动）',
  toVerify: '企业说提交了，还没核实',
  returned: '被退回的',
  silent: '两周没有变化',
  withoutContact: '还没有联系人',
};
