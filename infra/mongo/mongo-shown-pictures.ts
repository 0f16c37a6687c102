import type { Connection, Model } from 'mongoose';
import type { ChatKey } from '../../use-cases/ports';
import type { ShownPicture, ShownPictures } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, type ShownPictureRecord } from './records';

export class MongoShownPictures implements ShownPictures {
  private readonly pictures: Model<ShownPictureRecord>;

  constructor(connection: Connection) {
    this.pictures = modelOf(connection, 'shownPictures');
  }

  async record(shown: readonly ShownPicture[]): Promise<void> {
    for (const picture of shown) await this.add(picture);
  }

  async of(appealId: string): Promise<ShownPicture[]> {
    const found = await this.pictures.find({ appealId }).sort({ _id: 1 }).lean<ShownPictureRecord[]>();
    return found.map(toPicture);
  }

  async findByMessage(chat: ChatKey, messageId: string): Promise<ShownPicture | undefined> {
    const found = await this.pictures.findOne({ _id: idOf(chat, messageId) }).lean<ShownPictureRecord>();
    return found ? toPicture(found) : undefined;
  }

  async forget(shown: ShownPicture): Promise<void> {
    await this.pictures.deleteOne({ _id: idOf(shown, shown.messageId) });
  }

  private async add(picture: ShownPicture): Promise<void> {
    try {
      await this.pictures.create([compact({ _id: idOf(picture, picture.messageId), ...picture })]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

const idOf = ({ messenger, chatId }: ChatKey, messageId: string): string =>
  `${messenger}.${chatId}-${messageId}`;

const toPicture = ({ _id, ...picture }: ShownPictureRecord): ShownPicture => picture;
