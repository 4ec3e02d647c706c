/** WeChat has these timers; its typings leave them to lib.dom, which a mini-program does not have. */
