import { takePhoto, uploadPhoto } from '../../../miniprogram/services/photos';
import { holdPhone } from '../support/phone';

type Upload = {
  cloudPath: string;
  success: (answer: { fileID: string }) => void;
  fail: (error: object) => void;
};

/** Answers an upload as `answer` says. */
function holdCamera(answer: (upload: Upload) => void): string[] {
  holdPhone();
  const paths: string[] = [];
  Object.assign(wx.cloud, {
    uploadFile: (upload: Upload) => {
      paths.push(upload.cloudPath);
      const listeners: ((at: { progress: number }) => void)[] = [];
      setTimeout(() => {
        listeners.forEach((listener) => listener({ progress: 40 }));
        answer(upload);
      });
      return { onProgressUpdate: (listener: (at: { progress: number }) => void) => listeners.push(listener) };
    },
  });
  return paths;
}

it('a picture goes to a path that nobody can guess, and tells how far it is', async () => {
  const paths = holdCamera(({ success, cloudPath }) => success({ fileID: `cloud://e.b/${cloudPath}` }));
  const heard: number[] = [];
  const fileId = await uploadPhoto('returns', 'wxfile://tmp_1.PNG', (percent) => heard.push(percent));
  expect(fileId).toMatch(/^cloud:\/\/e\.b\/returns\/[\w-]{24}\/[\w-]{24}\.png$/);
  expect(heard).toEqual([40]);
  await uploadPhoto('returns', 'blob:without-a-name', () => undefined);
  expect(paths[1]).toMatch(/\.jpg$/);
});

it('a picture that did not arrive says what to press', async () => {
  holdCamera(({ fail }) => fail({ errMsg: 'uploadFile:fail' }));
  await expect(uploadPhoto('returns', 'a.jpg', () => undefined)).rejects.toMatchObject({ code: 'NETWORK' });
});

it('whoever thinks better of it takes no picture; another failure is one', async () => {
  holdPhone();
  const cancelled = Object.assign(new Error('cancel'), { errMsg: 'chooseMedia:fail cancel' });
  Object.assign(wx, { chooseMedia: async () => Promise.reject(cancelled) });
  expect(await takePhoto()).toBeUndefined();
  Object.assign(wx, { chooseMedia: async () => Promise.reject(new Error('camera')) });
  await expect(takePhoto()).rejects.toThrow('camera');
  Object.assign(wx, { chooseMedia: async () => ({ tempFiles: [{ tempFilePath: 'a.jpg' }] }) });
  expect(await takePhoto()).toBe('a.jpg');
});
