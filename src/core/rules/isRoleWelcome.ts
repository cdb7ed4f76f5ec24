/** Returns true for a role that may be asked. A support agent in a customer's place is asked only where the survey names the role. */
export const isRoleWelcome = (role: string | undefined, roles: readonly string[] | undefined): boolean =>
  roles ? role !== undefined && roles.includes(role) : role !== 'agent';
