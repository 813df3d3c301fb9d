using CareTeam.Cli.CommandLine;
using CareTeam.Cli.History;
using CareTeam.Cli.Procedures;
using CareTeam.Cli.Tests.CommandLine;

namespace CareTeam.Cli.Tests.Procedures;

public sealed class ProcedureWordsTests
{
    private static readonly Procedure Epidural = new()
    {
        ProcedureId = "p1",
        Kind = ProcedureKind.TransforaminalEpiduralSteroid,
        PlannedDate = "2026-03-10",
        Planned = new() { Levels = { "L4-L5", "L5-S1" }, Side = Side.Left },
        Indication = new() { Reason = "Leg pain 7/10." },
        Findings = { new RuleFinding { RuleId = "epidural.repeat", Override = new() { Reason = "r" } } },
    };

    [Theory]
    [InlineData("steroid=dexamethasone 10 mg", InjectedAgentKind.Steroid, "dexamethasone", 10, "mg")]
    [InlineData("local-anaesthetic=lidocaine 1 % 2.5 mL", InjectedAgentKind.LocalAnaesthetic, "lidocaine 1 %", 2.5, "mL")]
    public void An_agent_is_read_as_people_write_it(string text, InjectedAgentKind kind, string name, double dose, string unit) =>
        Assert.Equal(new InjectedAgent { Kind = kind, Name = name, Dose = dose, Unit = unit }, InjectionOptions.Agent(text));

    [Theory]
    [InlineData("dexamethasone 10 mg")]
    [InlineData("steroid=dexamethasone")]
    [InlineData("steroid=10 mg")]
    [InlineData("steroid=dexamethasone ten mg")]
    [InlineData("magic=wand 1 mg")]
    public void What_is_no_agent_is_not_read(string text) => Assert.Null(InjectionOptions.Agent(text));

    [Fact]
    public void Events_read_as_a_physiatrist_would_say_them()
    {
        var words = new PlanEventWords();
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left scheduled for 2026-03-10: Leg pain 7/10. [epidural.repeat overridden]",
            words.Of(new PlanEvent { ProcedureScheduled = new() { Procedure = Epidural } }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left moved to 2026-03-12: Fever.",
            words.Of(new PlanEvent { ProcedureRescheduled = new() { ProcedureId = "p1", PlannedDate = "2026-03-12", Reason = "Fever." } }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left performed on 2026-03-12, L4-L5 left: Good flow. COMPLICATIONS: Headache.", words.Of(new PlanEvent
        {
            ProcedureRecorded = new()
            {
                ProcedureId = "p1",
                Status = ProcedureStatus.Completed,
                PerformedDate = "2026-03-12",
                Performed = new() { Levels = { "L4-L5" }, Side = Side.Left },
                Description = "Good flow.",
                Complications = "Headache.",
            },
        }));
        Assert.Equal("Transforaminal epidural steroid injection, L4-L5, L5-S1 left followed up: 8 to 3, 62.5 % relief, lasting until 2026-06-20, Walks a mile.", words.Of(new PlanEvent
        {
            ProcedureFollowedUp = new()
            {
                ProcedureId = "p1",
                FollowUp = new() { NprsBefore = 8, NprsAfter = 3, ReliefPercent = 62.5, SustainedUntilDate = "2026-06-20", Function = "Walks a mile." },
            },
        }));
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

    [Theory]
    [InlineData("procedure", "schedule", "p", "--kind", "magic", "--on", "today", "--why", "w")]
    [InlineData("procedure", "schedule", "p", "--kind", "caudal-epidural-steroid", "--on", "today", "--why", "w", "--agent", "dexamethasone")]
    [InlineData("procedure", "schedule", "p", "--kind", "caudal-epidural-steroid", "--on", "today", "--why", "w", "--contrast", "iohexol", "--no-contrast", "allergy")]
    [InlineData("procedure", "response", "p", "q", "--on", "today", "--before", "eight", "--after", "3")]
    [InlineData("block", "record", "p", "--target", "medial-branch", "--on", "today", "--why", "w", "--activity", "a")]
    public async Task Bad_usage_is_told_before_anything_is_sent(params string[] args) => Assert.Equal(ExitCode.Usage, (await Careteam.Run(args)).Code);
}
