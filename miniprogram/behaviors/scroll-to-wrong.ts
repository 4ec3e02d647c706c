type Host = WechatMiniprogram.Component.TrivialInstance;

/** Room for the label above the box. */
const ROOM_PX = 90;

/** Brings the first question with a wrong answer (class `wrong`) into sight. Give it the page or component that shows it. */
export function scrollToWrong(host: Pick<Host, 'createSelectorQuery'>): void {
  wx.nextTick(() => {
    const query = host.createSelectorQuery();
    query.select('.wrong').boundingClientRect();
    query.selectViewport().scrollOffset();
    query.exec(([box, viewport]: [{ top: number } | null, { scrollTop: number } | null]) => {
      if (box && viewport)
        void wx.pageScrollTo({
          scrollTop: Math.max(0, viewport.scrollTop + box.top - ROOM_PX),
          duration: 200,
        });
    });
  });
}
