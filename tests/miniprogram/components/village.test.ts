import { render } from '../support/render';

describe('village', () => {
  it.each(['paper', 'header'])('is drawn on %s', (on) =>
    expect(render('components/village', { on }).data.source).toContain('data:image/svg+xml'),
  );
});
