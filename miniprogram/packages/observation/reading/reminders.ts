import { keepReminders, type Mine } from '../../../services/observation';

/** So many reminders in store are enough: WeChat's dialog is not shown again. */
const ENOUGH = 3;

/**
 * Asks WeChat whether we may remind of the next reading, where the town has set up the message and few are left. It must run inside
 * the tap itself: WeChat shows its dialog to a finger only. Never an obstacle: a no, or no network, is an answer.
 */
export async function askForReminder(reminder: Mine['reminder']): Promise<void> {
  if (reminder === null || reminder.left >= ENOUGH) return;
  const { templateId } = reminder;
  try {
    const answers: Record<string, string> = await wx.requestSubscribeMessage({ tmplIds: [templateId] });
    if (answers[templateId] === 'accept') await keepReminders(1);
  } catch {
    // Switched off in WeChat, or offline: the grid member calls instead.
  }
}
