import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { SourceTree } from './compile/source-tree';

const pictures: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): true {
  const charset = /^text|json|svg/.test(type) ? '; charset=utf-8' : '';
  response.writeHead(status, { 'content-type': `${type}${charset}`, 'cache-control': 'no-store' });
  response.end(body);
  return true;
}

export const sendPage = (response: ServerResponse, file: string): true =>
  send(response, 200, 'text/html', fs.readFileSync(file));

/** A picture of the mini-program's package; nothing else and nothing outside of it. */
export function sendFile(response: ServerResponse, tree: SourceTree, virtual: string): true {
  const type = pictures[path.extname(virtual).toLowerCase()];
  const inside = !path.posix.normalize(virtual).startsWith('..') && !virtual.includes('\0');
  return type !== undefined && inside && tree.has(virtual)
    ? send(response, 200, type, fs.readFileSync(tree.locate(virtual)))
    : send(response, 404, 'text/plain', 'not found');
}
