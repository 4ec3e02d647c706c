import { options, TENURES } from '../../../../shared/labels';
import { blankDeclaration, type DeclarationDraft } from '../declaration-draft';
import type { FilePerson, NewPerson } from '../people-rows';

type Places = { status: string; crumbs: object[]; rows: object[] };
type Touched<D extends object> = WechatMiniprogram.TouchEvent<object, object, D>;

/**
 * 谁回来. Of a household: its people by a tap; of nobody's: who somebody is and where they will live. Companions in both. Says `toggle`
 * `{personId}`, `person` `{name, value}` of the first, `change` `{name, value}`, `companion` `{index}` (-1 for a further one), `drop` `{index}`, and the
 * place picker's own pick, up, again, retry.
 */
Component({
  properties: {
    draft: { type: Object, value: blankDeclaration('') as DeclarationDraft },
    hasHousehold: { type: Boolean, value: false },
    /** Of the household's file. */
    people: { type: Array, value: [] as FilePerson[] },
    /** Who is not on file; in a new household without its first. */
    newcomers: { type: Array, value: [] as NewPerson[] },
    places: { type: Object, value: { status: 'loading', crumbs: [], rows: [] } as Places },
    errors: { type: Object, value: {} as Record<string, string> },
    /** Of the first traveller, by short names. */
    ownErrors: { type: Object, value: {} as Record<string, string> },
    isProxy: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: { tenures: options(TENURES) },
  methods: {
    toggle(event: Touched<{ id: string }>) {
      this.triggerEvent('toggle', { personId: event.currentTarget.dataset.id });
    },
    person(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
      this.triggerEvent('person', event.detail);
    },
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { name: 'address', value: event.detail.value });
    },
    tenure(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.triggerEvent('change', { name: 'tenure', value: event.detail.chosen[0] ?? '' });
    },
    companion(event: Touched<{ index: number }>) {
      this.triggerEvent('companion', { index: event.currentTarget.dataset.index });
    },
    drop(event: Touched<{ index: number }>) {
      this.triggerEvent('drop', { index: event.currentTarget.dataset.index });
    },
    pass(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent(event.type, event.detail);
    },
  },
});
