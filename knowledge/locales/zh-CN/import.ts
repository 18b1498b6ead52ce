import type { FileNotice, FileProblem, ListField, RowProblem, ValueUnit } from '../../firms/types.ts';
import { formatUsd, formatUsdRange } from '../../packs/amounts.ts';

const fields: Record<ListField, string> = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  city: '城市',
  exportValue: '上年度出口额',
  contactName: '联系人',
  contactPhone: '联系电话',
  listed: '在核准名单',
};
const units: Record<ValueUnit, string> = { usd: '美元', wanUsd: '万美元' };
const list = (names: readonly string[]): string => names.map((n) => `“${n}”`).join('、');

function refusal(p: FileProblem): string {
  switch (p.code) {
    case 'emptyFile':
      return '文件是空的。';
    case 'fileTooLarge':
      return `文件超过 ${p.limitMb} MB，请拆成几份再导入。`;
    case 'oldExcelFormat':
      return '这是旧版 Excel（.xls）文件，请在 Excel 或 WPS 里另存为 .xlsx 再导入。';
    case 'encrypted':
      return '文件设了打开密码，请去掉密码另存后再导入。';
    case 'unsupportedFormat':
      return `只能导入 .xlsx 和 .csv 文件${p.extension === '' ? '' : `，这份是 ${p.extension}`}。`;
    case 'brokenFile':
      return '文件打不开：已经损坏，或者不是 Excel 表格。请用 Excel 或 WPS 打开后另存为 .xlsx。';
    case 'unpacksTooLarge':
      return '文件解开以后太大，不像一份名单。请只留名单那几列，另存为新的 .xlsx 再导入。';
    case 'encodingUnknown':
      return '认不出文件的文字编码，请另存为“CSV UTF-8”或 .xlsx。';
    case 'csvBroken':
      return `CSV 从第 ${p.row} 行起读不下去，多半是引号不成对。请改好，或另存为 .xlsx。`;
    case 'headerNotFound':
      return `没有找到表头。表里要有这些列：${list([fields.name, fields.uscc, fields.city, `${fields.exportValue}（万美元）`, fields.listed])}。`;
    case 'columnsMissing':
      return `缺少这些列：${list(p.columns.map((c) => fields[c]))}。`;
    case 'columnTwice':
      return `${list(p.headers)}都像是“${fields[p.field]}”，请只留一列。`;
    case 'unitMissing':
      return `表头“${p.header}”没有写明单位。请在表头里写上（美元）或（万美元），或者用 --unit 指明。`;
    case 'unitIsYuan':
      return `表头“${p.header}”是人民币，而参保资格按美元判断。请换成美元的数字再导入，系统不替您换算汇率。`;
    case 'unitUnsupported':
      return `表头“${p.header}”的单位不支持，只能是美元或万美元。`;
    case 'unitContradicts':
      return `表头“${p.header}”写的是${units[p.headerUnit]}，--unit 给的却是${units[p.optionUnit]}。请核对后去掉其中一个。`;
    case 'listedColumnMissing':
      return `没有“${fields.listed}”这一列。请补上这一列（填是或否）；如果整份表都在核准名单内，加上 --listed yes，都不在就加 --listed no。`;
    case 'listedTwice':
      return `表里已有“${p.header}”这一列，请不要再用 --listed。`;
    case 'noRows':
      return '表头下面没有企业。';
  }
}

function notice(p: FileNotice): string {
  switch (p.code) {
    case 'otherSheetsIgnored':
      return `只导入了工作表“${p.used}”；${list(p.ignored)}也有企业，请另存为单独的文件再导入。`;
    case 'columnsIgnored':
      return `这些列用不上，没有导入：${list(p.headers)}。`;
    case 'contactColumnsMissing':
      return `表里没有${list(p.columns.map((c) => fields[c]))}，可以以后补上再导入一次。`;
    case 'yearUnstated':
      return `表头“${p.header}”没有写明是哪一年的出口额，年份按未载明处理。`;
    case 'yearDiffers':
      return `表头“${p.header}”是 ${p.year} 年的，而参保资格看的是 ${p.baseYear} 年，请核对。`;
    case 'totalRowSkipped':
      return `第 ${p.row} 行是合计，没有当作企业。`;
  }
}

function problem(p: RowProblem): string {
  switch (p.code) {
    case 'nameMissing':
      return '没有填企业名称';
    case 'usccMissing':
      return '没有填信用代码';
    case 'usccIsNumber':
      return `信用代码被 Excel 变成了数字 ${p.given}，末几位可能已经丢失，请把这一格设成“文本”再重新填写`;
    case 'usccLength':
      return `信用代码应有 18 位，“${p.given}”是 ${p.length} 位`;
    case 'usccCharacter':
      return `信用代码“${p.given}”第 ${p.position} 位的“${p.character}”不会出现在信用代码里（没有字母 I、O、S、V、Z）`;
    case 'usccCheckCharacter':
      return `信用代码“${p.given}”校验不通过：按前 17 位算，末位应是“${p.expected}”，多半有一位抄错了`;
    case 'cityMissing':
      return `没有填城市，可以填：${p.accepted.join('、')}`;
    case 'cityUnknown':
      return `不认识城市“${p.given}”，可以填：${p.accepted.join('、')}`;
    case 'valueMissing':
      return '没有填出口额，导入后按未知处理';
    case 'valueNotANumber':
      return `出口额“${p.given}”不是数字`;
    case 'valueNegative':
      return `出口额“${p.given}”是负数`;
    case 'valueTooLarge':
      return `出口额“${p.given}”大得不合情理，请核对单位`;
    case 'valueInYuan':
      return `出口额“${p.given}”写的是人民币，请换成美元`;
    case 'valueUnitDiffers':
      return `出口额“${p.given}”自带的单位和整列的单位（${units[p.unit]}）不一致`;
    case 'listedButValueOutside':
      return `在核准名单内，但出口额 ${formatUsd(p.valueUsd, 'zh-CN')}超出参保资格的范围（${formatUsdRange(p.lowerUsd, p.upperUsd, 'zh-CN') ?? '未载明'}），请核对数字和单位`;
    case 'listedMissing':
      return '没有填是否在核准名单，请填是或否';
    case 'listedUnclear':
      return `是否在核准名单填的是“${p.given}”，请填是或否`;
    case 'phoneLooksWrong':
      return `联系电话“${p.given}”不像电话号码，已照原样导入`;
    case 'cellIsDate':
      return '这一格是日期';
    case 'cellIsFormula':
      return `这一格是公式“${p.given}”，请填算好的内容`;
    case 'cellIsError':
      return `这一格是 Excel 的错误值“${p.given}”`;
    case 'duplicateDropped':
      return `和第 ${p.firstRow} 行完全相同，只算一次`;
    case 'duplicateDiffers':
      return `和第 ${p.otherRows.join('、')} 行是同一个信用代码，内容却不同或有误，请只留正确的一行`;
    case 'notASampleFirm':
      return '试用模式只能导入 samples/ 里的虚构企业；导入真实名单请改用正式模式（TONGBAO_MODE=live）';
    case 'sampleFirmInLive':
      return '这是 samples/ 里的虚构企业，正式模式不能导入';
    case 'cityNotYours':
      return `“${p.given}”不是您负责的城市，您只能导入：${p.accepted.join('、')}`;
    case 'firmOfOtherCity':
      return '这家企业登记在您看不到的城市，不能由您改；请找那个城市的同事或管理员';
  }
}

/** What the command line says with its options in mind, for who fills in a form. */
function refusalAtDesk(p: FileProblem): string {
  switch (p.code) {
    case 'unitMissing':
      return `表头“${p.header}”没有写明单位，请在下面选美元或万美元。`;
    case 'unitContradicts':
      return `表头“${p.header}”写的是${units[p.headerUnit]}，下面选的却是${units[p.optionUnit]}，请核对。`;
    case 'listedColumnMissing':
      return `没有“${fields.listed}”这一列。如果整份表都在名单内（或都不在），请在下面选；否则请补上这一列。`;
    case 'listedTwice':
      return `表里已有“${p.header}”这一列，下面请选“看表里这一列”。`;
    case 'columnTwice':
      return `${list(p.headers)}都像是“${fields[p.field]}”，请在下面只留一列，其余的选“不导入”。`;
    case 'columnsMissing':
      return `没有认出这些列：${list(p.columns.map((c) => fields[c]))}。如果表里有，请在下面指明是哪一列。`;
    default:
      return refusal(p);
  }
}

export const importing = {
  undoReasons: {
    otherCity: '它现在、原来或撤销后属于不是您负责的城市。',
    moved: '它已改用另一个代码，或有别的企业并入。',
    changed: '它的资料后来又改过。',
    followed: '它的投保进度后来有了变化。',
    officer: '后来换了负责的工作人员。',
    otherList: '另一个保单方案的名单上也有它。',
    notification: '已给它的联系人发过消息。',
    campaign: '它在一次群发的名单里。',
    officialEvent: '收到过它的官方状态。',
    contact: '已有联系人关联到它。',
    code: '已为它生成过邀请码。',
    note: '工作人员为它写过备注。',
    ticket: '它的联系人提过人工问题。',
    renewal: '已判断过它的续保。',
  },
  refusalAtDesk,
  fields,
  reasonColumn: '原因',
  refusal,
  notice,
  problem,
  /** One problem, as in the file of rejected rows. */
  issue: (p: { column: string; problem: RowProblem }): string =>
    p.column === '' ? problem(p.problem) : `【${p.column}】${problem(p.problem)}`,
  /** One problem, as on the screen. */
  issueLine: (p: { rows: string; column: string; problem: RowProblem }): string =>
    `第 ${p.rows} 行，${p.column}：${problem(p.problem)}`,
  fileUnreadable: (p: { file: string }): string => `读不了文件 ${p.file}，请检查路径和权限。`,
  rejectedFileUnwritable: (p: { folder: string }): string =>
    `有问题的行写不进文件夹 ${p.folder}，所以什么都没有导入。请检查权限，或把名单放到别的文件夹。`,
  refused: (p: { file: string; reason: string }): string => `没有导入 ${p.file}：${p.reason}`,
  checked: (p: { rows: number; accepted: number; listed: number; rejected: number }): string =>
    `试读完成，什么都没有写入：共 ${p.rows} 行，可导入 ${p.accepted} 家（在核准名单 ${p.listed} 家），有问题的 ${p.rejected} 行。`,
  imported: (p: { rows: number; accepted: number; listed: number; rejected: number }): string =>
    `共 ${p.rows} 行，已导入 ${p.accepted} 家（在核准名单 ${p.listed} 家），有问题的 ${p.rejected} 行。`,
  counts: (p: { created: number; changed: number; unchanged: number }): string =>
    `新增 ${p.created} 家，更新 ${p.changed} 家，没有变化 ${p.unchanged} 家。`,
  errorsTitle: '没有导入的行：',
  warningsTitle: '已导入但请核对：',
  noticesTitle: '说明：',
  more: (p: { count: number }): string => `……还有 ${p.count} 条。`,
  rejectedFile: (p: { file: string }): string => `有问题的行已另存为 ${p.file}，改好后可以直接导入这个文件。`,
  trackingStarted: (p: { count: number }): string =>
    p.count === 0
      ? '没有需要新开始跟踪的企业。'
      : `已开始跟踪 ${p.count} 家企业的投保进度（含之前导入、还在等待的）。`,
  trackingProgress: (p: { started: number; total: number }): string =>
    `已开始跟踪 ${p.started}/${p.total} 家…`,
  trackingLater: '投保跟踪还没有开始：系统没有在运行，下次 npm start 会自动开始。',
};
