/** An unexpected console.error is a defect nobody has looked at yet: it fails the test that caused it. */
let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  jest.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  expect(errors).toEqual([]);
});
