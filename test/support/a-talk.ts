import type { Context, Input } from '../../bot/dialogue';
import { stepScreen, turn, type Outcome } from '../../bot/dialogue-engine';
import { DIALOGUES } from '../../bot/dialogues/by-kind';
import { presentStep } from '../../bot/ways-out';
import type { Appeal } from '../../domain/appeal';
import type { Citizen } from '../../domain/citizen';
import type { DraftKind, Fields } from '../../domain/draft';
import { aCitizen, aDraft, NOW } from './builders';
import { city, texts } from './sample-city';
import { classifier } from './sample-classifier';

interface Setting {
  readonly fields?: Fields;
  readonly citizen?: Citizen;
  readonly appeal?: Appeal;
  readonly talks?: readonly Appeal[];
  readonly language?: string;
}

/** A person's talk with one dialogue: what they say goes in, what is kept and asked comes out. */
export class Talk {
  fields: Fields;
  at: string | undefined;
  remark: string | undefined;
  end: 'finish' | 'cancel' | 'later' | undefined;
  private messages = 0;

  constructor(
    private readonly kind: DraftKind,
    private readonly setting: Setting = {},
  ) {
    this.fields = setting.fields ?? {};
  }

  get context(): Context {
    const { citizen = aCitizen(), appeal, talks, language = 'uk' } = this.setting;
    const draft = aDraft({ id: 'AbCdEfGh12345678', kind: this.kind, fields: this.fields });
    return {
      draft,
      city,
      classifier,
      citizen,
      t: texts.for(language),
      now: NOW,
      ...(appeal && { appeal }),
      ...(talks && { talks }),
    };
  }

  /** The field being asked. */
  get asked(): string | undefined {
    return presentStep(DIALOGUES[this.kind], this.context, this.at)?.field;
  }

  get screen() {
    return stepScreen(DIALOGUES[this.kind], this.context, this.at);
  }

  /** What the buttons say when pressed, without the draft and the step. */
  get offered(): string[] {
    const choices = (this.screen.choices ?? []).flat();
    return choices.flatMap((choice) =>
      'token' in choice ? [choice.token.split('.').slice(3).join('.')] : [],
    );
  }

  label(value: string): string {
    const found = (this.screen.choices ?? [])
      .flat()
      .find((one) => 'token' in one && one.token.endsWith(`.${value}`));
    if (!found) throw new Error(`${value} is not offered at ${this.asked}: ${this.offered.join(', ')}`);
    return found.label;
  }

  says = (text: string) => this.gives({ kind: 'text', text, messageId: this.nextMessage() });
  presses = (value: string) => this.gives({ kind: 'choice', value });
  shares = (phone: string, isOwn = true) => this.gives({ kind: 'contact', phone, isOwn });
  locates = (latitude: number, longitude: number) => this.gives({ kind: 'location', latitude, longitude });
  sendsSticker = () => this.gives({ kind: 'other' });

  sends(uniqueId: string, caption?: string) {
    const file = { kind: 'photo', fileId: `file-${uniqueId}`, uniqueId } as const;
    return this.gives({ kind: 'file', file, messageId: this.nextMessage(), ...(caption && { caption }) });
  }

  gives(input: Input): this {
    const outcome: Outcome = turn(DIALOGUES[this.kind], this.context, this.at, input);
    if (outcome.next !== 'ask' && outcome.next !== 'finish') this.end = outcome.next;
    else {
      this.fields = outcome.fields;
      this.at = outcome.next === 'ask' ? outcome.at : undefined;
      this.remark = outcome.next === 'ask' ? outcome.remark : undefined;
      if (outcome.next === 'finish') this.end = 'finish';
    }
    return this;
  }

  private nextMessage(): string {
    this.messages += 1;
    return String(this.messages);
  }
}
