import { aCityWithGroup, cleanUp, refusal } from './fake-telegram-city';

afterEach(cleanUp);

describe('a forum', () => {
  it('opens, renames, closes and forgets topics', async () => {
    const { api, group, petro } = await aCityWithGroup();
    const topic = await api.createForumTopic(group.id, '2026-000001 Ліхтар');
    const thread = topic.message_thread_id;
    const card = await api.sendMessage(group.id, 'Картка', { message_thread_id: thread });
    expect(card).toMatchObject({ is_topic_message: true, message_thread_id: thread });
    expect(petro.sees({ in: group, thread })).toBe('Картка');
    await api.editForumTopic(group.id, thread, { name: 'Готово' });
    expect(group.topics()[0]?.name).toBe('Готово');
    expect((await refusal(api.editForumTopic(group.id, thread, { name: 'Готово' }))).words).toBe(
      'Bad Request: TOPIC_NOT_MODIFIED',
    );
    await api.closeForumTopic(group.id, thread);
    await api.reopenForumTopic(group.id, thread);
    await api.deleteForumTopic(group.id, thread);
    const gone = await refusal(api.sendMessage(group.id, 'x', { message_thread_id: thread }));
    expect(gone.words).toBe('Bad Request: message thread not found');
    expect((await refusal(api.editMessageText(group.id, card.message_id, 'y'))).words).toBe(
      'Bad Request: message to edit not found',
    );
  });

  it('limits names to 128 characters and needs rights', async () => {
    const { api, group } = await aCityWithGroup();
    expect((await refusal(api.createForumTopic(group.id, 'ї'.repeat(129)))).code).toBe(400);
    expect((await refusal(api.createForumTopic(group.id, ' '))).code).toBe(400);
    group.demotesBot();
    expect((await refusal(api.createForumTopic(group.id, 'x'))).words).toBe(
      'Bad Request: not enough rights to manage topics',
    );
  });

  it('does not take the general topic for a thread', async () => {
    const { api, group } = await aCityWithGroup();
    const { words } = await refusal(api.sendMessage(group.id, 'x', { message_thread_id: 1 }));
    expect(words).toBe('Bad Request: message thread not found');
    expect(await api.sendMessage(group.id, 'x')).not.toHaveProperty('message_thread_id');
  });

  it('marks a plain message in a topic as a reply to its first one', async () => {
    const { api, group, petro } = await aCityWithGroup();
    const { message_thread_id: thread } = await api.createForumTopic(group.id, 'Тема');
    const card = await api.sendMessage(group.id, 'Картка', { message_thread_id: thread });
    await petro.says('між нами', { in: group, thread });
    await petro.says('відповідь', { in: group, replyTo: card.message_id });
    const [plain, reply] = await api.getUpdates();
    expect(plain?.message).toMatchObject({
      message_thread_id: thread,
      is_topic_message: true,
      reply_to_message: { message_id: thread, forum_topic_created: { name: 'Тема' } },
    });
    expect(reply?.message).toMatchObject({
      message_thread_id: thread,
      reply_to_message: { message_id: card.message_id },
    });
  });
});

describe('an ordinary group', () => {
  it('has no topics', async () => {
    const { api, group } = await aCityWithGroup({ isForum: false });
    expect((await refusal(api.createForumTopic(group.id, 'x'))).words).toBe(
      'Bad Request: the chat is not a forum',
    );
  });

  it('shows a bot without rights only what is meant for it', async () => {
    const { api, group, petro } = await aCityWithGroup({ isForum: false, botIsAdmin: false });
    const card = await api.sendMessage(group.id, 'Картка');
    await petro.says('просто розмова', { in: group });
    await petro.says('/queue', { in: group });
    await petro.says('/queue@other_bot', { in: group });
    await petro.says('/queue@vidhuk_bot', { in: group });
    const own = await petro.says('своє', { in: group });
    await petro.says('іншому', { in: group, replyTo: own });
    await petro.says('вам', { in: group, replyTo: card.message_id });
    const heard = (await api.getUpdates()).map((update) => update.message?.text);
    expect(heard).toEqual(['/queue', '/queue@vidhuk_bot', 'вам']);
  });

  it('shows an administrator bot everything', async () => {
    const { api, group, petro } = await aCityWithGroup({ isForum: false });
    await petro.says('просто розмова', { in: group });
    await petro.says('від імені групи', { in: group, isAnonymous: true });
    const [first, second] = await api.getUpdates();
    expect(first?.message?.text).toBe('просто розмова');
    expect(second?.message).toMatchObject({
      from: { username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id },
    });
  });

  it('moves to a new id when it becomes a supergroup', async () => {
    const { api, group, petro } = await aCityWithGroup({ isForum: false });
    const old = group.id;
    group.migrates();
    const moved = await refusal(api.sendMessage(old, 'x'));
    expect(moved).toEqual({
      code: 400,
      words: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: group.id },
    });
    await api.sendMessage(group.id, 'Я тут');
    await petro.waits(/Я тут/, { in: group });
    const [last, first] = await api.getUpdates();
    expect(last?.message).toMatchObject({ chat: { id: old }, migrate_to_chat_id: group.id });
    expect(first?.message).toMatchObject({ chat: { id: group.id }, migrate_from_chat_id: old });
  });

  it('can throw the bot out', async () => {
    const { api, group } = await aCityWithGroup({ isForum: false });
    group.removesBot();
    expect(await refusal(api.sendMessage(group.id, 'x'))).toMatchObject({
      code: 403,
      words: 'Forbidden: bot was kicked from the group chat',
    });
  });

  it('knows its administrators', async () => {
    const { api, group, petro, olena } = await aCityWithGroup({ isForum: false });
    group.adds(olena);
    const admins = await api.getChatAdministrators(group.id);
    expect(admins.map((member) => [member.user.id, member.status])).toEqual([
      [petro.id, 'creator'],
      [api.token === '' ? 0 : 7_000_000_001, 'administrator'],
    ]);
    expect((await api.getChatMember(group.id, olena.id)).status).toBe('member');
    group.removes(olena);
    expect((await api.getChatMember(group.id, olena.id)).status).toBe('left');
  });
});
