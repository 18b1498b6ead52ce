/** Who of the staff looks after which firms. */
export const staffCare = {
  help: {
    cities: '一位工作人员负责哪些城市；没有回音的企业会告诉他',
    assign: '给一家企业指定负责人，优先于城市',
    who: '工作人员的编号或姓名',
    noCities: '不划分城市：没有别人负责的城市都归他',
    nobody: '不指定，由负责该市的人负责',
  },
  citiesOrNone: '请写一个或几个城市，或者写 --none，两者只能写一样。',
  whoOrNone: '请写负责人的编号或姓名，或者写 --none，两者只能写一样。',
  citiesSet: (p: { name: string; cities: string[] | null }): string =>
    p.cities === null ? `${p.name}不再划分城市。` : `${p.name}负责：${p.cities.join('、')}。`,
  assigned: (p: { firm: string; officer: string | null }): string =>
    p.officer === null
      ? `${p.firm}没有指定负责人，由负责该市的人负责。`
      : `${p.firm}的负责人是${p.officer}。`,
};
