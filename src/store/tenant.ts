/** Every key begins with a tenant; today there is one. */
export const tenant = 1;
