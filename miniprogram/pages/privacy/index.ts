import { textSize } from '../../services/text-size';
import { CONSENT_TEXT, CONSENT_VERSION } from '../../shared/consent';
import { dateText } from '../../shared/dates';

/** The privacy text as everybody agreed to it, readable at any time. */
Component({
  behaviors: [textSize],
  data: { paragraphs: CONSENT_TEXT, version: dateText(CONSENT_VERSION) },
});
