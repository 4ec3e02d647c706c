/** Says something that has to be read before one goes on; resolves when it has been. */
export async function tell(title: string, content: string): Promise<void> {
  await wx.showModal({
    title,
    content,
    showCancel: false,
    confirmText: '知道了',
    confirmColor: '#17517d',
  });
}

/** Asks before something is done that can't be taken back with one more tap; `takesAway` where something is lost by it. */
export async function ask(question: {
  title: string;
  content: string;
  yes: string;
  no: string;
  takesAway?: boolean;
}): Promise<boolean> {
  const { title, content, yes, no, takesAway = false } = question;
  const { confirm } = await wx.showModal({
    title,
    content,
    confirmText: yes,
    confirmColor: takesAway ? '#b0301f' : '#17517d',
    cancelText: no,
  });
  return confirm;
}
