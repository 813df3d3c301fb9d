using System.Text;
using System.Text.Json;
using Google.Protobuf;

namespace CareTeam.Server.Pipeline;

/// <summary>One page of a list: how many rows, and the sort key of the last row before it. Rows that come or go meanwhile neither repeat nor hide others.</summary>
public sealed record Page(int Size, string[] After)
{
    private const int Default = 50;
    private const int LongestKey = 200;

    /// <summary>Most clients take no message above 4 MB.</summary>
    public const int Bytes = 2 * 1024 * 1024;

    public static Page Of(int size, string token) => new(size == 0 ? Default : size, token.Length == 0 ? [] : Read(token) ?? []);

    public static void Check(Violations violations, int size, string token, int keys, int most = 500)
    {
        if (size > most) violations.Add("page_size", $"is {size}; at most {most} are allowed");
        if (token.Length > 0 && Read(token)?.Length != keys) violations.Add("page_token", "is not one that this list gave");
    }

    /// <summary>The rows of this page, fewer when they are large, and the token of the next; ask the store for one row more than the page has.</summary>
    public (IReadOnlyList<T> Rows, string NextToken) Cut<T>(IReadOnlyList<T> rows, Func<T, IMessage> shown, Func<T, string[]> keys)
    {
        var (count, bytes) = (0, 0);
        while (count < Math.Min(rows.Count, Size) && (count == 0 || bytes + shown(rows[count]).CalculateSize() <= Bytes)) bytes += shown(rows[count++]).CalculateSize();
        return count == rows.Count ? (rows, "") : ([.. rows.Take(count)], Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(keys(rows[count - 1]))));
    }

    private static string[]? Read(string token)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<string?[]>(Encoding.UTF8.GetString(Convert.FromBase64String(token)));
            return keys is null || keys.Any(k => k is null || k.Length > LongestKey || k.Any(char.IsControl)) ? null : [.. keys.Select(k => k!)];
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
