using System.Globalization;

namespace CareTeam.Cli.Diagnostics;

/// <summary>A finding as a person types it, word by word: "strength L5 left 4+".</summary>
internal sealed class FindingLine
{
    private readonly string line;
    private readonly Queue<string> words;

    public FindingLine(string line) => (this.line, words) = (line, new(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public bool IsEmpty => words.Count == 0;

    public string Word(string what) => words.TryDequeue(out var word) ? word : throw Wrong($"lacks {what}");

    /// <summary>The next word, if it is one that is sought.</summary>
    public bool Has(string word)
    {
        if (!words.TryPeek(out var next) || !next.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        words.Dequeue();
        return true;
    }

    /// <summary>The next word, if it has the form that is sought; otherwise nothing.</summary>
    public string Maybe(Func<string, bool> form) => words.TryPeek(out var next) && form(next) ? words.Dequeue() : "";

    public TEnum One<TEnum>(string what) where TEnum : struct, Enum
    {
        var word = Word(what);
        return TryParse<TEnum>(word, out var value) ? value : throw Wrong($"has '{word}', which is no {what}; there are {string.Join(", ", WordOption.All<TEnum>())}");
    }

    public TEnum Maybe<TEnum>() where TEnum : struct, Enum => words.TryPeek(out var next) && TryParse<TEnum>(next, out var value) && words.Dequeue() is not null ? value : default;

    public int Number(string what)
    {
        var word = Word(what);
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"has '{word}', which is no {what}");
    }

    public double Amount(string what)
    {
        var word = Word(what);
        return double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"has '{word}', which is no {what}");
    }

    public string Rest()
    {
        var rest = string.Join(' ', words);
        words.Clear();
        return rest;
    }

    public void End()
    {
        if (words.Count > 0) throw Wrong($"ends with '{Rest()}', which nobody asked for");
    }

    public UsageException Wrong(string what) => new($"\"{line}\" {what}.");

    private static bool TryParse<TEnum>(string word, out TEnum value) where TEnum : struct, Enum =>
        EnumWords.TryParseWords(Short.GetValueOrDefault(word.ToLowerInvariant(), word), out value);

    /// <summary>As they are said.</summary>
    private static readonly Dictionary<string, string> Short = new()
    {
        ["l"] = "left",
        ["r"] = "right",
        ["both"] = "bilateral",
        ["slr"] = "straight-leg-raise",
        ["xslr"] = "crossed-straight-leg-raise",
        ["fnst"] = "femoral-nerve-stretch",
        ["touch"] = "light-touch",
        ["ankle"] = "achilles",
        ["knee-jerk"] = "patellar",
        ["entrapment"] = "peripheral-entrapment",
    };
}
