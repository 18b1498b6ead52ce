/** The demo clock: what the fictional firm calls now, and a button that moves on to its next reminder. */

export function createTrialClock({ api, texts, locale, onToast }) {
  const byId = (id) => document.getElementById(id);
  const waiting = byId('clock-waiting');
  const facts = byId('clock-facts');
  const button = byId('fast-forward');

  // The office's time, wherever the browser is.
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

  function show(clock) {
    waiting.hidden = clock !== null;
    facts.hidden = clock === null;
    button.hidden = clock === null;
    if (clock === null) return;
    byId('clock-firm').textContent = clock.firmName;
    byId('clock-now').textContent = format.format(new Date(clock.now));
    byId('clock-next').textContent =
      clock.nextReminderAt === null ? texts.clockNoNext : format.format(new Date(clock.nextReminderAt));
    button.disabled = clock.nextReminderAt === null;
  }

  async function refresh() {
    try {
      const { clock } = await api.trialClock();
      show(clock);
      // The firm's enrollment starts a moment after the visitor arrives.
      if (clock === null) setTimeout(refresh, 2000);
    } catch {
      setTimeout(refresh, 5000);
    }
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    button.textContent = texts.fastForwarding;
    try {
      const { outcome } = await api.advanceTrial();
      onToast(outcome === 'advanced' ? texts.fastForwarded : texts.nothingScheduled);
    } catch (error) {
      onToast(error.text ?? texts.fastForwardFailed);
    }
    button.textContent = texts.fastForward;
    button.disabled = false;
    await refresh();
  });

  return { refresh };
}
