import type { EngineOffice } from './engine-office.ts';
import type { TranscriptDoor } from '../transcripts/play.ts';

/** Firms, codes and staff for stories, the same for every door; each story has a firm of its own. */
export function storiesOf(office: EngineOffice): Pick<TranscriptDoor, 'firm' | 'staffCode' | 'pack'> {
  let serial = 0;
  const expires = '2099-01-01T00:00:00.000Z';
  const code = (): string => `7K${String((serial += 1)).padStart(8, '0')}`;
  return {
    pack: office.pack,
    async firm() {
      serial += 1;
      const firm = await office.addFirm(serial, {
        name: `虚构锦程${serial}号进出口有限公司`,
        contactPhone: '000-5550100',
      });
      const minted = code();
      await office.stores.identities.mintCode({ purpose: 'firm', uscc: firm.uscc }, minted, expires, 'test');
      return { firm, code: minted, pack: office.pack };
    },
    async staffCode() {
      const { staffId } = await office.stores.identities.addStaff(`工作人员${(serial += 1)}`);
      const minted = code();
      await office.stores.identities.mintCode({ purpose: 'staff', staffId }, minted, expires, 'test');
      return minted;
    },
  };
}
