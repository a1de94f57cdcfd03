import { z } from './z.js';

export const problemDetails = z
  .strictObject({
    type: z.string().describe('Which kind of problem it is: an address that tells more.'),
    title: z.string().describe('What is wrong, in the caller’s language.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What to do about it.'),
    instance: z
      .string()
      .describe('The id of the request, as in X-Request-Id: for whoever looks it up in the log.'),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .describe('Where: a JSON pointer (RFC 6901) into the body, such as /set/seller.'),
          detail: z.string().describe('What is wrong there, and what is allowed.'),
        }),
      )
      .optional()
      .describe('Each thing that is wrong with the request.'),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });
