using Spectre.Console;

namespace CareTeam.Cli.CommandLine;

/// <summary>
/// Rows of markup: a table where it fits, and on a narrow terminal two lines a row, what it is about and below it the rest. Half an id or
/// half a date in a squeezed column would be of no use.
/// </summary>
public sealed class Listing(Screen screen, string prose, params string[] columns)
{
    private const int Gap = 2;
    private const int NarrowestProse = 30;
    private readonly List<string[]> rows = [];
    private readonly int proseAt = Array.IndexOf(columns, prose);

    public void Row(params string[] cells) => rows.Add(cells);

    /// <summary>A heading over the rows that follow.</summary>
    public void Group(string heading) => rows.Add([heading]);

    public void Draw()
    {
        if (Fits()) screen.Draw(Table());
        else foreach (var row in rows) Record(row);
    }

    private bool Fits()
    {
        var widths = columns.Select((name, i) => rows.Where(r => r.Length > 1).Select(r => Markup.Remove(r[i]).Length).Append(name.Length).Max()).ToArray();
        widths[proseAt] = Math.Min(widths[proseAt], NarrowestProse);
        return widths.Sum() + Gap * columns.Length <= screen.Out.Profile.Width;
    }

    private Table Table()
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Markup($"[grey]{column}[/]")) { Padding = new Padding(0, 0, Gap, 0), NoWrap = column != prose });
        foreach (var row in rows)
        {
            if (row is not [var heading])
            {
                table.AddRow(row);
                continue;
            }
            table.AddEmptyRow();
            table.AddRow([.. columns.Select((_, i) => i == proseAt ? $"[bold]{heading}[/]" : "")]);
        }
        return table;
    }

    private void Record(string[] row)
    {
        if (row is [var heading])
        {
            screen.Line();
            screen.Markup($"[bold]{heading}[/]");
            return;
        }
        screen.Markup(row[proseAt]);
        screen.Markup("    " + string.Join("  ", row.Where((cell, i) => i != proseAt && cell.Length > 0)));
    }
}
