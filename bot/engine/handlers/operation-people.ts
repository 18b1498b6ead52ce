import type { PrivateContext } from '../private-context.ts';

/** Whom a firm can call: those of its city where the pack names some, else all that it names. */
export function operationPeople({ ports, texts, locale }: PrivateContext, city: string): string[] {
  const all = ports.pack.contacts.operation;
  const near = all.filter((person) => city.startsWith(person.city) || person.city.startsWith(city));
  return (near.length > 0 ? near : all).map((person) =>
    texts.bot.steps.person({
      role: person.role[locale],
      name: person.name,
      phone: person.phone,
      city: person.city,
    }),
  );
}
