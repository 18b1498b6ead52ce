import { packGroups } from './groups.ts';
import type { PolicyPack } from './schema.ts';

export interface ScaffoldOrder {
  id: string;
  province: string;
  policyYear: number;
}

/**
 * The files of a new pack on the pattern of another. Every group is listed in `toFill`: until somebody has compared it
 * with the new source and struck it off, the pack is not loaded, so no figure of the pattern can answer for it.
 */
export function scaffoldPack(
  pattern: PolicyPack,
  { id, province, policyYear }: ScaffoldOrder,
): { pack: Omit<PolicyPack, 'faq'>; faq: PolicyPack['faq'] } {
  const { faq, ...facts } = withoutDemoMarks(pattern);
  const samePlace = facts.province === province;
  const pack: Omit<PolicyPack, 'faq'> = {
    ...facts,
    id,
    title: {
      'zh-CN': `${province}${policyYear}年度小微企业出口信用保险统保（待填写）`,
      en: `Unified platform of ${province}, ${policyYear} (to be filled in)`,
    },
    toFill: [...packGroups],
    fictional: false,
    province,
    provinceAliases: samePlace ? facts.provinceAliases : namesOf(province),
    city: samePlace ? facts.city : null,
    cities: samePlace ? facts.cities : [],
    policyYear,
    sources: facts.sources.map((source) =>
      source.kind === 'office'
        ? source
        : {
            ...source,
            title: {
              'zh-CN': `${province}${policyYear}年度通知（待填写）`,
              en: `Notice of ${province} for ${policyYear} (to be filled in)`,
            },
            issuer: null,
            date: null,
          },
    ),
    eligibility: { ...facts.eligibility, baseYear: policyYear - 1, province },
    application: { ...facts.application, deadline: null, policyPeriod: null, lateConfirmation: null },
    ...(samePlace ? {} : peopleToFill(facts)),
    amendments: [],
  };
  return { pack, faq };
}

const open = '待填写';

/** People and groups of another place are not copied; what the answers say of them has its place, and says that it is open. */
function peopleToFill({
  contacts,
  qqGroup,
  glosses,
}: Pick<PolicyPack, 'contacts' | 'qqGroup' | 'glosses'>): Pick<
  PolicyPack,
  'contacts' | 'qqGroup' | 'glosses'
> {
  const names = [
    ...contacts.operation.flatMap(({ name, city }) => [name, city]),
    qqGroup?.name,
    qqGroup?.city,
  ];
  return {
    glosses: Object.fromEntries(Object.entries(glosses).filter(([name]) => !names.includes(name))),
    contacts: {
      ...contacts,
      operation: contacts.operation.slice(0, 1).map(() => ({
        role: { 'zh-CN': open, en: 'to be filled in' },
        name: open,
        phone: open,
        city: open,
      })),
    },
    qqGroup: qqGroup === null ? null : { ...qqGroup, name: open, number: open, city: open },
  };
}

/** The province's names: with and without what kind of province it is. */
function namesOf(province: string): string[] {
  const short = province.replace(/(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/u, '');
  return [...new Set([province, short])];
}

/** Prose of the example is a pattern to keep; its marks are not. Names and labels of the example stay to be replaced. */
function withoutDemoMarks(pattern: PolicyPack): PolicyPack {
  const strip = ({ 'zh-CN': zh, en }: { 'zh-CN': string; en: string }): { 'zh-CN': string; en: string } => ({
    'zh-CN': zh.replace('【演示】', ''),
    en: en.replace('[Demo] ', ''),
  });
  return {
    ...pattern,
    steps: pattern.steps.map((step) => ({ ...step, instruction: strip(step.instruction) })),
    faq: pattern.faq.map((entry) => ({ ...entry, short: strip(entry.short) })),
  };
}
