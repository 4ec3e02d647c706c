import type { Team } from '../../published-rows';

/** The rows of a published list, team by team. */
Component({
  properties: {
    teams: { type: Array, value: [] as Team[] },
  },
});
