import { officeInTelegram, type Office } from './office-in-telegram';
import { officeOverHttp } from './staff-api';
import type { Actor, Story } from './teller';

/** An official at work: in Telegram, or over HTTP when the story is played so. */
export function office(story: Story, official: Actor): Office {
  const telegram = officeInTelegram(story, official);
  const { staffApiPort } = story;
  return staffApiPort ? officeOverHttp(story, official, telegram, staffApiPort) : telegram;
}
