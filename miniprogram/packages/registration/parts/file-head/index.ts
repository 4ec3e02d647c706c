import { emptyFile } from '../../file-view';

/** Where a household's file stands: its status in words, the reason when it was returned or handed over, and the address. */
Component({
  properties: {
    file: { type: Object, value: emptyFile },
  },
});
