const MB = 1024 * 1024;

export interface FileType {
  mime: string;
  limit: number;
  /** Shown in place; everything else is offered as a download. */
  inline: boolean;
}

const image = (mime: string): FileType => ({ mime, limit: 10 * MB, inline: true });
const media = (mime: string): FileType => ({ mime, limit: 50 * MB, inline: true });
const document = (mime: string): FileType => ({ mime, limit: 50 * MB, inline: false });

/** What people may store; nothing that a browser would run. */
const types: Record<string, FileType> = {
  jpg: image('image/jpeg'),
  jpeg: image('image/jpeg'),
  png: image('image/png'),
  gif: image('image/gif'),
  webp: image('image/webp'),
  mp3: media('audio/mpeg'),
  m4a: media('audio/mp4'),
  aac: media('audio/aac'),
  wav: media('audio/wav'),
  mp4: media('video/mp4'),
  pdf: document('application/pdf'),
  csv: document('text/csv; charset=utf-8'),
  txt: document('text/plain; charset=utf-8'),
  json: document('application/json'),
  zip: document('application/zip'),
  xls: document('application/vnd.ms-excel'),
  xlsx: document('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  doc: document('application/msword'),
  docx: document('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
};

/** By the ending of the path; undefined when such files are not taken. */
export const fileTypeOf = (path: string): FileType | undefined =>
  types[/\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
