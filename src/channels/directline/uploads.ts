import type { Server } from 'restify';
import { NO_ATTACHMENTS } from './inbound.js';
import { BASE_PATH } from './paths.js';
import { Refusal } from './refusal.js';

const UPLOAD_PATH = /\/conversations\/[^/]+\/upload$/;

/** Answers uploads with 415 before the server parses bodies, because it would write their files to disk. */
export function refuseUploads(server: Server): void {
  const { status, body } = new Refusal(415, 'UnsupportedMediaType', NO_ATTACHMENTS);
  server.pre((req, res, next) => {
    const path = req.path();
    const isMultipart = /^multipart\//i.test(req.header('content-type', ''));
    if (req.method !== 'POST' || !path.startsWith(`${BASE_PATH}/`)) return next();
    if (!isMultipart && !UPLOAD_PATH.test(path)) return next();
    res.json(status, body);
    return next(false);
  });
}
