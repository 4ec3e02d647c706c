import { draftKeeping } from '../../behaviors/draft-keeping';
import { blankHousehold, blankPerson, isHouseholdDraft } from './household-draft';

/** Gives a page a household's draft. */
export const householdKeeping = Behavior({
  behaviors: [draftKeeping(blankHousehold(''), isHouseholdDraft)],
  methods: {
    addPerson(): number {
      const index = this.data.draft.people.length;
      this.write(`people[${index}]`, blankPerson());
      this.keepDraftNow();
      return index;
    },
  },
});
