export type TelegramLoginData = Record<string, string | number>;

interface TelegramScript {
  Login: {
    /** Asks, in a window of Telegram’s own, who is there; never calls back where the browser lets none open. */
    auth: (
      wanted: { bot_id: number; lang?: string },
      done: (data: TelegramLoginData | false | null) => void,
    ) => void;
  };
}

/** Thrown where Telegram’s script cannot be had: many an office’s network does not reach it. */
export class TelegramUnreachable extends Error {}

const address = 'https://telegram.org/js/telegram-widget.js?22';
const patienceMs = 10_000;

let loading: Promise<TelegramScript> | null = null;

/** Loaded once somebody asks for it: until then nothing comes from elsewhere. */
export async function telegramScript(): Promise<TelegramScript> {
  loading ??= load();
  return loading.catch((error: unknown) => {
    loading = null;
    throw error;
  });
}

async function load(): Promise<TelegramScript> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (): void => {
      script.remove();
      reject(new TelegramUnreachable());
    };
    const timer = setTimeout(fail, patienceMs);
    script.src = address;
    script.onload = () => {
      clearTimeout(timer);
      const { Telegram } = window as Window & { Telegram?: TelegramScript };
      if (Telegram === undefined) fail();
      else resolve(Telegram);
    };
    script.onerror = () => {
      clearTimeout(timer);
      fail();
    };
    document.head.append(script);
  });
}
