/** A test that starts servers or browsers may take a minute on a slow machine; a hanging one still ends. */
jest.setTimeout(60_000);
