using Google.Protobuf;

namespace CareTeam.Cli.Connection;

/// <summary>Reads a list page by page into one response.</summary>
public static class Pages
{
    // The smallest of the lists' upper bounds.
    private const int LargestPage = 100;

    /// <summary>At most so many entries; 0: all. The response's next_page_token tells whether there are more.</summary>
    public static async Task<TResponse> AllPages<TResponse>(this ServerConnection connection, IRpc<TResponse> request, int limit, CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>, new()
    {
        var all = new TResponse();
        var entries = all.Descriptor.Fields.InDeclarationOrder().Single(f => f.IsRepeated).Accessor;
        while (true)
        {
            var have = ((System.Collections.ICollection)entries.GetValue(all)).Count;
            request.Set(RequestField.PageSize, limit == 0 ? LargestPage : Math.Min(LargestPage, limit - have));
            var page = await connection.Send(request, cancel);
            all.Set(RequestField.NextPageToken, "");
            all.MergeFrom(page);
            var next = page.Get<string>(RequestField.NextPageToken);
            if (next.Length == 0 || (limit > 0 && ((System.Collections.ICollection)entries.GetValue(all)).Count >= limit)) return all;
            request.Set(RequestField.PageToken, next);
        }
    }
}
