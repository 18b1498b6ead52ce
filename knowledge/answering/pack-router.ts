import type { PolicyPack } from '../packs/schema.ts';
import { textsFor } from '../locales/index.ts';
import { createPackChooser } from './choose-pack.ts';
import type { ServedPack } from './choose-pack.ts';
import { otherLanguageAnswer } from './other-language-answer.ts';
import { packName } from './pack-name.ts';
import { placeSources } from './places.ts';
import type { SubjectId } from './subjects.ts';
import { languageOf } from './text/language.ts';
import { isOtherLanguage } from './text/other-language.ts';
import { normalize } from './text/normalize.ts';
import { elsewhere } from './follow-up.ts';
import type { Answer, AskContext, Locale, PolicyAnswerer } from './types.ts';

/** So many other packs are named where a question belongs to none. */
const mostNamed = 5;

/**
 * Answers from the pack that a question names by its place or year, or that the talk is about, or else from the default
 * one. Where none that is served fits, the answerer says that it does not know that place or year. An answer says whose
 * figures they are wherever that could be mistaken.
 */
export function createPackRouter(defaultPack: ServedPack, others: readonly ServedPack[]): PolicyAnswerer {
  const all = [defaultPack, ...others];
  const byId = new Map(all.map((served) => [served.pack.id, served]));
  const ofId = (id: string | undefined): ServedPack | undefined =>
    id === undefined ? undefined : byId.get(id);
  const choose = createPackChooser(defaultPack, others);

  const marked = (answer: Answer, { pack }: ServedPack, named: boolean, locale: Locale): Answer => {
    const own = pack.id === defaultPack.pack.id;
    const subject = subjectOf(answer);
    const notHere = subject === 'other-region' || subject === 'other-year';
    const lines = [
      !own || (named && !notHere)
        ? textsFor(locale).answering.fromPack({ name: packName(pack, locale), text: answer.text })
        : answer.text,
      ...(notHere ? otherPacks(all, pack, locale) : []),
    ];
    return {
      ...answer,
      text: lines.join('\n'),
      pack: pack.id,
      ...(own ? {} : { otherPack: true as const }),
    };
  };

  return {
    ask(question, locale, context, typed = question) {
      // No pack's name stands before it, whatever place it names.
      if (isOtherLanguage(typed)) return { ...otherLanguageAnswer(question), pack: defaultPack.pack.id };
      const plain = normalize(question);
      const chosen = choose(plain, ofId(context?.pack));
      const { named, read } = chosen;
      const askOf = (one: ServedPack): Answer => ({
        ...one.answerer().ask(read ?? question, locale, contextFor(one.pack, named, context), typed),
        question,
      });
      let { served } = chosen;
      let answer = askOf(served);
      // Of a third place the office speaks for itself, whatever the talk was about.
      if (!named && served !== defaultPack && subjectOf(answer) === 'other-region') {
        served = defaultPack;
        answer = askOf(served);
      }
      if (answer.outcome === 'smalltalk') return { ...answer, pack: served.pack.id };
      // After 浙江怎么赔 or a question on another pack the reader cannot know to which one the talk came back.
      const cameBack =
        context !== undefined &&
        ((context.subject !== null && elsewhere.includes(context.subject)) ||
          (context.pack !== undefined && context.pack !== served.pack.id));
      return marked(answer, served, named || cameBack, languageOf(typed) ?? locale ?? 'zh-CN');
    },
    answerTopic(topic, locale = 'zh-CN', packId) {
      const served = ofId(packId) ?? defaultPack;
      const has = served.pack.faq.some((entry) => entry.topic === topic);
      // A button of a pack that is no longer served may ask for what this one does not hold.
      const answer = has
        ? served.answerer().answerTopic(topic, locale)
        : served.answerer().ask(textsFor(locale).answering.topicLabels[topic], locale);
      return marked(answer, served, packId !== undefined && packId !== defaultPack.pack.id, locale);
    },
    isOnOtherPack: (question, context) =>
      choose(normalize(question), ofId(context?.pack)).served.pack.id !== defaultPack.pack.id,
  };
}

/** What else one may ask about; nothing where the pack is the only one. */
function otherPacks(all: readonly ServedPack[], but: PolicyPack, locale: Locale): string[] {
  const rest = all.filter(({ pack }) => pack !== but);
  if (rest.length === 0) return [];
  const names = rest.slice(0, mostNamed).map(({ pack }) => packName(pack, locale));
  return [textsFor(locale).answering.otherPacks({ names, more: rest.length > mostNamed })];
}

const subjectOf = (answer: Answer): SubjectId | null => answer.explain?.[0]?.subject ?? null;

/** What the turn before leaves for a question to this pack. */
function contextFor(
  pack: PolicyPack,
  named: boolean,
  context: AskContext | undefined,
): AskContext | undefined {
  if (context === undefined) return undefined;
  const held = (topic: string): boolean => pack.faq.some((entry) => entry.topic === topic);
  const offered = context.offered.filter(held);
  const topic = context.topic !== null && held(context.topic) ? context.topic : null;
  // 那江苏呢 after 浙江的赔付比例 asks the same here: the place that was handed over is no longer meant.
  const away = named && (context.subject === 'other-region' || context.subject === 'other-year');
  const question = away ? withoutPlaceAndYear(context.question, pack) : context.question;
  return { ...context, topic, offered, question, ...(away ? { subject: null } : {}) };
}

const withoutPlaceAndYear = (question: string, pack: PolicyPack): string =>
  normalize(question)
    .replace(new RegExp(`(?:${placeSources(pack).other.join('|')})省?市?的?`, 'g'), '')
    .replace(/(?:20)?\d\d年度?的?|[明后去前往]年度?的?/g, '');
