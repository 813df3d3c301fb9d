using CareTeam.Cli.CommandLine;
using CareTeam.Cli.History;
using CareTeam.Cli.Tests.CommandLine;

namespace CareTeam.Cli.Tests.Diagnostics;

public sealed class BlockWordsTests
{
    [Fact]
    public void Blocks_and_what_they_let_conclude_read_as_a_pain_physician_would_say_them()
    {
        var words = new PlanEventWords();
        Assert.Equal("Medial branch block L4-L5 left on 2026-02-01: 9 to 2 at extension, 77.8 % relief for 3 h, the patient says 85 %; negative: 77.8 % relief, threshold 80 %", words.Of(new PlanEvent
        {
            DiagnosticBlockRecorded = new()
            {
                Block = new()
                {
                    Target = BlockTarget.MedialBranch,
                    Technique = new() { Levels = { "L4-L5" }, Side = Side.Left },
                    PerformedDate = "2026-02-01",
                    ProvokingActivity = "extension",
                    NprsBefore = 9,
                    NprsAfter = 2,
                    ReliefPercent = 700.0 / 9,
                    ReliefMinutes = 180,
                    StatedPercent = 85,
                    Concordance = BlockConcordance.Negative,
                    ThresholdPercent = 80,
                },
            },
        }));
        Assert.Equal("Pain generator, confirmed: facet joint L4-L5 left: As the blocks say.", words.Of(new PlanEvent
        {
            PainGeneratorConcluded = new()
            {
                PainGenerator = new()
                {
                    Kind = PainGeneratorKind.FacetJoint,
                    Levels = { "L4-L5" },
                    Side = Side.Left,
                    Confidence = DiagnosticConfidence.Confirmed,
                    Conclusion = "As the blocks say.",
                },
            },
        }));
    }

    [Fact]
    public async Task A_block_without_pain_before_and_after_is_told_before_anything_is_sent() =>
        Assert.Equal(ExitCode.Usage, (await Careteam.Run("block", "record", "p", "--target", "medial-branch", "--on", "today", "--why", "w", "--activity", "a")).Code);
}
