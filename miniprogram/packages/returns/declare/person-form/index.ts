import { personAnswering } from '../../../../behaviors/person-answering';
import { blankTraveller, type TravellerDraft } from '../declaration-draft';

/** Who somebody is that is not on file. Says `change` with `{name, value}` for each answer. */
Component({
  behaviors: [personAnswering],
  properties: {
    person: { type: Object, value: blankTraveller() as TravellerDraft },
    /** By the names of TravellerDraft: name, number, birthDate, sex, phone, relation. */
    errors: { type: Object, value: {} as Record<string, string> },
    /** Becomes the head of a new household: must have a phone, and is nobody's relation. */
    isHead: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
});
