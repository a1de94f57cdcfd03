import type { HandedOver, HandOver } from './hand-over.js';

/** So many deliveries are remembered: a second tap comes within minutes. */
const REMEMBERED = 1000;

/**
 * Sends each id once: who asks while it is under way waits for the same delivery, and what has arrived is not
 * sent again. What failed may be. Holds for this process, as long as it remembers.
 */
export function once(handOver: HandOver): HandOver {
  const deliveries = new Map<string, Promise<void>>();

  async function deliver(one: HandedOver): Promise<void> {
    try {
      await handOver.send(one);
    } catch (error) {
      deliveries.delete(one.id);
      throw error;
    }
  }

  return {
    send(one) {
      const known = deliveries.get(one.id);
      if (known !== undefined) return known;
      const [oldest] = deliveries.keys();
      if (oldest !== undefined && deliveries.size >= REMEMBERED) deliveries.delete(oldest);
      const delivery = deliver(one);
      deliveries.set(one.id, delivery);
      return delivery;
    },
  };
}
