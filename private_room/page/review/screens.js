// The screen of the review.

import { showReview } from "./review.js";

export const REVIEW_SCREENS = { review: showReview };
