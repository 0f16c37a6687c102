/** What waits by a timer stands until the test moves it, so that no slow machine ends the wait; all else goes on. */
export const stopTimers = () =>
  jest.useFakeTimers({
    doNotFake: ['Date', 'performance', 'hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'setInterval'],
  });
