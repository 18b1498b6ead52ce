/** Short notices around the conversation: a toast, a line that stays, and that the bot is at work. */
export function createNotices(texts) {
  const byId = (id) => document.getElementById(id);
  let toastTimer;
  let slowTimer;
  let working = 0;
  return {
    toast(text) {
      byId('toast').textContent = text;
      clearTimeout(toastTimer);
      toastTimer = setTimeout(() => (byId('toast').textContent = ''), 5000);
    },
    /** Null: there is nothing to say any more. */
    alert(text) {
      byId('alert').textContent = text ?? '';
      byId('alert').hidden = text === null;
    },
    thinking(change) {
      working = Math.max(0, working + change);
      clearTimeout(slowTimer);
      byId('thinking').textContent = working > 0 ? texts.thinking : '';
      if (working > 0)
        slowTimer = setTimeout(() => (byId('thinking').textContent = texts.stillThinking), 6000);
    },
  };
}
