import type { ItemCategoryName } from '../../shared/labels';

const DRAWINGS: Readonly<Record<ItemCategoryName, string>> = {
  vegetables: 'leaf',
  staples: 'bowl',
  meatEggsMilk: 'egg',
  baby: 'bottle',
  daily: 'roll',
  medicine: 'pill',
};
const isCategory = (name: string): name is ItemCategoryName => name in DRAWINGS;

/** What an item looks like: its photo, or its category's drawing. The item's name stands beside it. */
Component({
  properties: {
    /** fileID in cloud storage; empty for none */
    photo: { type: String, value: '' },
    category: { type: String, value: '' },
    /** Side in px. */
    size: { type: Number, value: 48 },
    /** Sold out, or not any more. */
    off: { type: Boolean, value: false },
  },
  data: { drawing: '', broken: false },
  observers: {
    category(category: string) {
      this.setData({ drawing: isCategory(category) ? DRAWINGS[category] : 'basket' });
    },
    photo() {
      this.setData({ broken: false });
    },
  },
  methods: {
    /** A photo that does not come says less than the drawing. */
    onBroken() {
      this.setData({ broken: true });
    },
  },
});
