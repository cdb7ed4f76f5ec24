/** Returns true when a role may be asked. An `agent`, who acts for a customer, is asked only by a survey that names the role. */
export const isRoleWelcome = (role: string | undefined, roles: readonly string[] | undefined): boolean =>
  roles ? role !== undefined && roles.includes(role) : role !== 'agent';
