using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CareTeam.Benchmarks;

/// <summary>What was found: Markdown on the console, and all of it as JSON when a file is named.</summary>
public sealed class Report(BenchmarkPlan plan)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Dictionary<string, object> figures = [];
    private readonly StringBuilder text = new();

    public void Say(string line)
    {
        Line(line);
        Line("");
    }

    public void Keep(string part, object results) => figures.Add(part, results);

    public void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows)
    {
        Line($"### {title}");
        Line("");
        Line($"| {string.Join(" | ", columns)} |");
        Line($"|{string.Concat(columns.Select((_, i) => i == 0 ? "---|" : "---:|"))}");
        foreach (var row in rows) Line($"| {string.Join(" | ", row.Select(Cell))} |");
        Line("");
    }

    public async Task Save()
    {
        if (plan.JsonFile is null) return;
        await File.WriteAllTextAsync(plan.JsonFile, JsonSerializer.Serialize(new { markdown = text.ToString(), figures }, Indented));
    }

    private void Line(string line)
    {
        text.Append(line).Append('\n');
        Console.WriteLine(line);
    }

    private static string Cell(object value) => value switch
    {
        double d when Math.Abs(d) >= 100 => d.ToString("N0", CultureInfo.InvariantCulture),
        double d => d.ToString("0.00", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
