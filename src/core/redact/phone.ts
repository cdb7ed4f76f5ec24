/** A digit, after up to three separators. A space does not continue a group of six or more digits, or a sentence. */
const DIGIT = String.raw`(?:(?:(?<!\d{6}|\.) |[./()-]){0,3}\d)`;

/** Not 01.02.2024, 01/02/24, 01. 02. 2024 or 02/2024. */
const NO_DATE = String.raw`(?!\d\d([./-]) ?(?:\d\d\1 ?(?:19|20)?|19|20)\d\d(?!\1?\d))`;

/** National numbers, in the forms that dates, prices, scores and order numbers do not have. */
const NATIONAL = [
  // 0049 30 1234567
  `00 ?[1-9]${DIGIT}{8,12}`,
  // 030 1234567, 0664/1234567, 06 12 34 56 78, 09012345678
  String.raw`${NO_DATE}0\)?[1-9]${DIGIT}{7,10}`,
  // 555-123-4567, (555) 123-4567, 1-555-123-4567, 8 (912) 345-67-89
  String.raw`(?:[18][ .-]?\(?)?[2-9]\d\d(?:\)[ .-]?|[ .-])\d{3}[ .-]\d\d[ -]?\d\d`,
  // (11) 91234-5678
  String.raw`\(\d{2,5}\) ?\d(?:[ .-]?\d){6,8}`,
  // 13800138000, 138 0013 8000
  String.raw`1[3-9]\d(?:[ -]?\d{4}){2}`,
].join('|');

/**
 * Finds phone numbers, with the parenthesis that opens an area code and with an extension. A national number is not part of a longer number,
 * of a product code or of a path, and does not follow the # of an order.
 */
export const PHONE = new RegExp(
  String.raw`(?<!\w)(?:\((?=\+?\d{1,5}\)))?(?:\+${DIGIT}{9,15}|(?<![#=№]|\w[-/]|\d[.,:])(?:${NATIONAL}))(?: ?(?:x|ext)\.? ?\d{1,5})?(?!\w)`,
  'gi',
);
