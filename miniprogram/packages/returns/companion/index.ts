import { personKeeping } from '../../../behaviors/person-keeping';
import { textSize } from '../../../services/text-size';
import { checkPerson, errorsOfTraveller } from '../declare/check-declaration';
import { blankDeclaration, isDeclarationDraft, type TravellerDraft } from '../declare/declaration-draft';

const isUntouched = ({ name, number, phone, relation }: TravellerDraft): boolean =>
  name === '' && number === '' && phone === '' && relation === '';

const companionKeeping = personKeeping({
  blank: blankDeclaration(''),
  isCurrent: isDeclarationDraft,
  path: 'travellers',
  peopleOf: ({ travellers }) => travellers,
  isUntouched,
});

/** One companion of a declaration's draft, who is not on file. */
Component({
  behaviors: [textSize, companionKeeping],
  methods: {
    onLoad(query: { draft?: string; index?: string }) {
      this.openPerson(query);
    },

    wrong() {
      const { index } = this.data;
      const person = this.person();
      return person === undefined ? {} : errorsOfTraveller(checkPerson(person, index, false), index);
    },
  },
});
