/**
 * Returns true when a survey may ask a respondent with this role. An `agent`, who acts for a customer, is asked only by a survey whose
 * targeting names that role.
 */
export const isRoleWelcome = (role: string | undefined, roles: readonly string[] | undefined): boolean =>
  roles ? role !== undefined && roles.includes(role) : role !== 'agent';
