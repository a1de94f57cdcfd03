import type { Server } from 'restify';
import { gate } from '../../../limits/gate.js';
import { BASE_PATH } from '../protocol/paths.js';
import { NO_ATTACHMENTS } from '../protocol/received.js';
import { Refusal } from '../protocol/refusal.js';

const UPLOAD_PATH = /\/conversations\/[^/]+\/upload$/;

/** Answers uploads with 415 before the server parses bodies, because it would write their files to disk. */
export function refuseUploads(server: Server): void {
  const { status, body } = new Refusal(415, 'UnsupportedMediaType', NO_ATTACHMENTS);
  gate(server, (req, res) => {
    const path = req.path();
    if (req.method !== 'POST' || !path.startsWith(`${BASE_PATH}/`)) return false;
    const isMultipart = /^multipart\//i.test(req.header('content-type', ''));
    if (!isMultipart && !UPLOAD_PATH.test(path)) return false;
    res.json(status, body);
    return true;
  });
}
