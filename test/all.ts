/** For `mocha --require`: the tests do all they can, and not only what is quick. */
process.env.TEST_EFFORT = 'all';
