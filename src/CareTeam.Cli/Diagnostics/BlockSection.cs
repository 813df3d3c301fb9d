using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

/// <summary>What numbing told, and what is concluded from it.</summary>
internal static class BlockSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        Blocks(screen, plan);
        Generators(screen, plan);
    }

    private static void Blocks(Screen screen, CarePlan plan)
    {
        if (plan.DiagnosticBlocks.Count == 0) return;
        var corrected = plan.DiagnosticBlocks.Select(b => b.SupersedesDiagnosticBlockId).ToHashSet();
        screen.Heading("Diagnostic blocks", plan.DiagnosticBlocks.Count(b => b.Concordance == BlockConcordance.Positive && !corrected.Contains(b.DiagnosticBlockId)), "positive");
        var listing = new Listing(screen, "What", "Block", "Judged", "What", "Relief", "On");
        foreach (var block in plan.DiagnosticBlocks.OrderBy(b => b.PerformedDate, StringComparer.Ordinal))
            listing.Row(Shown.ShortId(block.DiagnosticBlockId), corrected.Contains(block.DiagnosticBlockId) ? "[grey]corrected since[/]" : Judged(block), Shown.Safe(BlockWords.Of(block)), Shown.Safe(BlockWords.Relief(block)), block.PerformedDate);
        listing.Draw();
        foreach (var said in plan.DiagnosticBlocks.SelectMany(b => OverrideOption.Words(b.Findings), (b, words) => (b, words)).GroupBy(f => f.words, f => Shown.ShortId(f.b.DiagnosticBlockId)))
            screen.Markup($"  [yellow]{string.Join(", ", said)}[/]  {Shown.Safe(said.Key)}");
    }

    private static void Generators(Screen screen, CarePlan plan)
    {
        if (plan.PainGenerators.Count == 0) return;
        var revised = plan.PainGenerators.Select(g => g.RevisesPainGeneratorId).ToHashSet();
        screen.Heading("Pain generator", plan.PainGenerators.Count(g => !revised.Contains(g.PainGeneratorId)), "concluded");
        foreach (var generator in plan.PainGenerators.OrderBy(g => revised.Contains(g.PainGeneratorId)))
        {
            var line = $"{Shown.ShortId(generator.PainGeneratorId)}  {BlockWords.Of(generator)}, {Shown.Words(generator.Confidence)}: {generator.Conclusion}";
            var by = $"{Shown.Name(generator.ConcludedBy)}, {Shown.Day(generator.ConcludedAt)}, on {Evidence(generator)}";
            screen.Markup(revised.Contains(generator.PainGeneratorId) ? $"  [grey]{Shown.Safe($"{line} ({by}; revised since)")}[/]" : $"  {Shown.Safe(line)}{Shown.Aside(by)}");
            if (generator.Explanation.Length > 0) screen.Markup($"    [grey]{Shown.Safe(generator.Explanation)}[/]");
            foreach (var words in OverrideOption.Words(generator.Findings)) screen.Markup($"    [yellow]{Shown.Safe(words)}[/]");
        }
    }

    private static string Evidence(PainGenerator generator) => string.Join(", ", new[]
    {
        Counted(generator.ExamIds.Count, "examination"),
        Counted(generator.StudyIds.Count, "study"),
        Counted(generator.DiagnosticBlockIds.Count, "block"),
    }.Where(w => w.Length > 0));

    private static string Counted(int count, string what) => count switch { 0 => "", 1 => $"1 {what}", _ => $"{count} {(what == "study" ? "studies" : what + "s")}" };

    private static string Judged(DiagnosticBlock block) => block.Concordance switch
    {
        BlockConcordance.Positive => $"[green]positive[/], {block.ThresholdPercent} % needed",
        BlockConcordance.Negative => $"[red]negative[/], {block.ThresholdPercent} % needed",
        _ => "[grey]not judged[/]",
    };
}
