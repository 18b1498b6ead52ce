import { robotIsKnown } from '../../bot/channels/wecom/post.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

type Say = (doctor: Texts['wecom']['doctor']) => string;
const found = (mark: Finding['mark'], say: Say): Finding => ({ mark, say: (t) => say(t.wecom.doctor) });

/** Whether WeCom knows each group's robot; nothing is posted. */
export async function checkWecom({ wecom }: Settings): Promise<Finding[]> {
  if (wecom === null) return [];
  return Promise.all(
    wecom.robots.map(async ({ name, key }) => {
      switch (await robotIsKnown(wecom.apiRoot, key)) {
        case true:
          return found('✓', (t) => t.fine({ name }));
        case false:
          return found('✗', (t) => t.unknown({ name }));
        case null:
          return found('!', (t) => t.noAnswer({ name }));
      }
    }),
  );
}
