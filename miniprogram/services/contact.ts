const KEY = 'contact';

/** The grid member to call, kept on this phone for the day when nothing loads. */
export type Contact = { name: string; phone: string };

export function readContact(): Contact | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'object' && value !== null && 'name' in value && 'phone' in value
    ? { name: String(value.name), phone: String(value.phone) }
    : undefined;
}

export function keepContact(contact: Contact | null): void {
  if (contact) wx.setStorageSync(KEY, contact);
  else wx.removeStorageSync(KEY);
}

/** Dials without showing the number; the phone asks once more by itself. */
export async function callContact(): Promise<void> {
  const contact = readContact();
  if (!contact) return;
  try {
    await wx.makePhoneCall({ phoneNumber: contact.phone });
  } catch {
    // Pressing 取消 on the phone's own question is no failure.
  }
}
