import { textSize } from '../../../services/text-size';

/** Notices that somebody wants to find again. */
Component({
  behaviors: [textSize],
  data: {},
});
