/** Whether it shall be written down that nobody came. */
export async function isNoShow(name: string): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: `${name}没来领？`,
    content: '记下以后，他来了还能再领。',
    confirmText: '记没来',
    confirmColor: '#17517d',
    cancelText: '不记',
  });
  return confirm;
}
