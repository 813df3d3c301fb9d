using Google.Protobuf;

namespace CareTeam.Server.Live.Lists;

/// <summary>What a list shows of one plan, or that it no longer has the plan; numbered in the order in which it came to be so.</summary>
public sealed record ListEntry<TResponse>(long Number, ListCursor Cursor, bool IsRemoved, FeedItem<TResponse> Item) where TResponse : class, IMessage<TResponse>;

/// <summary>Entries after a number, how many plans the list has, and what tells of the next change. No entries: the watcher has all.</summary>
public readonly record struct ListPage<TResponse>(IReadOnlyList<ListEntry<TResponse>> Entries, int Plans, Task Next) where TResponse : class, IMessage<TResponse>;
