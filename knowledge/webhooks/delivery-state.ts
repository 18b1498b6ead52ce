export const deliveryStates = ['waiting', 'delivered', 'failed', 'cancelled'] as const;
/** `failed`: given up after the last attempt. `cancelled`: its endpoint wants nothing more. */
export type DeliveryState = (typeof deliveryStates)[number];

export const isDeliveryState = (text: string): text is DeliveryState =>
  deliveryStates.some((state) => state === text);
