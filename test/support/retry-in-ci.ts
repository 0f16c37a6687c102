/** Played tests run real processes against real time: on a busy CI machine one late start may be tried once more, and is shown. */
const PLAYED = /test\/(dialogues|processes|prove|sandbox\/page|workers\/delivery)/;

if (process.env['CI'] && PLAYED.test(expect.getState().testPath ?? ''))
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
