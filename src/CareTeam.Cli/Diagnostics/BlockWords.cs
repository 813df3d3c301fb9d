using System.Globalization;
using CareTeam.Cli.Procedures;

namespace CareTeam.Cli.Diagnostics;

/// <summary>Blocks and conclusions in words.</summary>
public static class BlockWords
{
    /// <summary>Medial branch block L4-L5 left.</summary>
    public static string Of(DiagnosticBlock? block) => block is null ? "" : $"{block.Target.Title()} {block.Technique?.Place()}".Trim();

    /// <summary>5 to 1 at extension standing, 80 % relief for 3 h, the patient says 85 %.</summary>
    public static string Relief(DiagnosticBlock block) =>
        $"{block.NprsBefore} to {block.NprsAfter} at {block.ProvokingActivity}, {ProcedureWords.Percent(block.ReliefPercent)} relief"
        + (block.ReliefMinutes > 0 ? $" for {Lasting(block.ReliefMinutes)}" : "") + (block.HasStatedPercent ? $", the patient says {block.StatedPercent} %" : "");

    public static string Judged(BlockConcordance concordance, double relief, int threshold) => concordance switch
    {
        BlockConcordance.Unspecified => $"{ProcedureWords.Percent(relief)} relief; no threshold is in force",
        _ => $"{Shown.Words(concordance)}: {ProcedureWords.Percent(relief)} relief, threshold {threshold} %",
    };

    /// <summary>Facet joint L4-L5 left.</summary>
    public static string Of(PainGenerator? generator) => generator is null
        ? ""
        : string.Join(' ', new[] { generator.Structure.Length > 0 ? generator.Structure : Shown.Words(generator.Kind), ProcedureWords.Place(generator.Levels, generator.Side) }.Where(w => w.Length > 0));

    private static string Lasting(int minutes) => minutes < 120 ? $"{minutes} min" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60.0:0.#} h");
}
