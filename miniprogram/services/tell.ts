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
