using System.Globalization;
using System.Text;

namespace CareTeam.Server.Storage;

/// <summary>A statement put together from parts, each ? in them a value.</summary>
public sealed class SqlText
{
    private readonly StringBuilder text = new();
    private readonly List<object> values = [];

    public IReadOnlyList<object> Values => values;

    public SqlText Add(string part, params ReadOnlySpan<object> its)
    {
        var next = 0;
        foreach (var c in part)
        {
            if (c != '?')
            {
                text.Append(c);
                continue;
            }
            values.Add(its[next++]);
            text.Append(CultureInfo.InvariantCulture, $"${values.Count}");
        }
        text.Append('\n');
        return this;
    }

    public SqlText AddIf(bool wanted, string part, params ReadOnlySpan<object> its) => wanted ? Add(part, its) : this;

    public override string ToString() => text.ToString();
}
