import { agingBucket } from './agingBucket';

CustomFunctions.associate('AGING_BUCKET', agingBucket);
