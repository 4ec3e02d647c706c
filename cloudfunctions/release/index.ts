import * as cloud from 'wx-server-sdk';
import { releaseContract } from '../contracts/release';
import { serve } from '../kernel/serve';
import { approveReleaseWith } from './approve-release';
import { type CertificateSigner, certificateSigner } from './certificate-signature';
import { checkRelease } from './check-release';
import { listPublications, showPublication, showPublished } from './list-publications';
import { listQueue, listReady } from './list-releases';
import { proposeRelease } from './propose-release';
import { draftPublication, publishList } from './publish-list';
import { revokeCertificate } from './revoke-certificate';
import { sendBackRelease } from './send-back';
import { listOwnCertificates, showCertificate } from './show-certificate';
import { showRelease } from './show-release';
import { showPublicKeyWith, verifyCertificateWith } from './verify-certificate';
import { withdrawPublication } from './withdraw-publication';

let opened: CertificateSigner | undefined;
/** Read when it is first needed, so that a missing key is a fault of the call that needs it, and is logged as one. */
const signer = (): CertificateSigner => (opened ??= certificateSigner(process.env));

export const main = serve(
  'release',
  releaseContract,
  {
    ready: listReady,
    queue: listQueue,
    show: showRelease,
    propose: proposeRelease,
    check: checkRelease,
    approve: approveReleaseWith(signer),
    sendBack: sendBackRelease,
    myCertificates: listOwnCertificates,
    certificate: showCertificate,
    certificateForStaff: showCertificate,
    verify: verifyCertificateWith(signer),
    publicKey: showPublicKeyWith(signer),
    revoke: revokeCertificate,
    publicationDraft: draftPublication,
    publish: publishList,
    published: showPublished,
    publications: listPublications,
    publication: showPublication,
    withdrawPublication,
  },
  cloud,
);
